import type { CSSProperties } from "react";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * Returns the style in a browser, but `undefined` in HTML from a server: there it would be a `style` attribute, which a
 * `style-src` without `'unsafe-inline'` blocks and reports, with or without a nonce. In a browser React sets styles by script,
 * which no policy blocks. A page that is hydrated gets it before the next paint.
 */
export function useClientStyle<S extends CSSProperties>(style: S): S | undefined {
  return useIsClient() ? style : undefined;
}

/** False on a server and while its HTML is hydrated; otherwise true from the first render. */
export function useIsClient(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
