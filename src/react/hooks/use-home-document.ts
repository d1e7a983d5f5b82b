import type { RefObject } from "react";
import { useCallback, useEffect, useRef, useState } from "react";

/**
 * The document that the element is in, for listeners of the whole page: a portal may have drawn it into an iframe or a pop-up, and
 * an app may move it there, which nothing tells of; so `look` is called again whenever something happens to the element. Without an
 * element it is the script's own document, on a server none.
 */
export function useHomeDocument(elementRef: RefObject<HTMLElement | null>): { home: Document | undefined; look: () => void } {
  const [home, setHome] = useState(() => (typeof document === "undefined" ? undefined : document));
  const known = useRef(home);
  const look = useCallback(() => {
    const now = elementRef.current?.ownerDocument ?? document;
    // Setting what is set already may draw the component once more.
    if (now !== known.current) setHome(now);
    known.current = now;
  }, [elementRef]);
  useEffect(look);
  return { home, look };
}
