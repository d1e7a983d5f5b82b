import type { ReactElement } from "react";

/** Puts an app's element in the place of a part's own. */
export type Draw = (own: ReactElement<Record<string, unknown>>) => ReactElement;

/** A prop of parts that `vision-dropzone/parts` wraps: theirs alone, so that nobody else loads the code for `render`. */
export interface Drawn {
  draw?: Draw | undefined;
}
