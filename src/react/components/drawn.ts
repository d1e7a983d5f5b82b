import type { ReactElement } from "react";

/** Puts an app's element in the place of a part's own. */
export type Draw = (own: ReactElement<Record<string, unknown>>) => ReactElement;

/** A prop that only `vision-dropzone/parts` passes to these components. The code for `render` is there, so other apps do not load it. */
export interface Drawn {
  draw?: Draw | undefined;
}
