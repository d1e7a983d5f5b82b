import type { RefObject } from "react";
import { useCallback, useEffect, useRef, useState } from "react";

/**
 * The document that the element is in, for page-wide listeners: a portal may have rendered it into an iframe or a pop-up. An app
 * may also move it there. There is no event for that, so `update` is called whenever something happens to the element. Without an
 * element it is the script's own document, or `undefined` on a server.
 */
export function useHomeDocument(elementRef: RefObject<HTMLElement | null>): {
  home: Document | undefined;
  update: () => void;
} {
  const [home, setHome] = useState(() => (typeof document === "undefined" ? undefined : document));
  const known = useRef(home);
  const update = useCallback(() => {
    const now = elementRef.current?.ownerDocument ?? document;
    // Setting the same value again may render the component once more.
    if (now !== known.current) setHome(now);
    known.current = now;
  }, [elementRef]);
  useEffect(update);
  return { home, update };
}
