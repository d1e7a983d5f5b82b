import { useEffect, useMemo, useRef } from "react";
import { defaultMessages } from "vision-dropzone";
import type { DropzoneMessages } from "vision-dropzone";

interface SpokenWords {
  messages: Partial<DropzoneMessages>;
  /** To be told before the images of a message leave the list. */
  wereSent: (names: readonly string[]) => void;
}

/** Images that were sent leave the list, and that is no removal: nothing is said of it, the answer speaks for itself. */
export function useSpokenWords(items: readonly { name: string }[]): SpokenWords {
  const sent = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    // Added again, a name can be removed again, and then that is news.
    if (items.some(({ name }) => sent.current.has(name))) sent.current = new Set();
  }, [items]);
  return useMemo(
    () => ({
      messages: {
        announceRemoved: (names) => (names.every((name) => sent.current.has(name)) ? "" : defaultMessages.announceRemoved(names)),
      },
      wereSent: (names) => {
        sent.current = new Set(names);
      },
    }),
    [],
  );
}
