import type { CSSProperties } from "react";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * The style on a page, nothing in HTML from a server: there it would be a `style` attribute, which a `style-src` without
 * `'unsafe-inline'` blocks and reports, nonce or not. On a page React writes styles by script, which no policy stops. A page that is
 * hydrated gets it before it next paints.
 */
export function useClientStyle<S extends CSSProperties>(style: S): S | undefined {
  return useIsClient() ? style : undefined;
}

/** False on a server and while its HTML is hydrated; true at once for what is drawn on the page. */
export function useIsClient(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
