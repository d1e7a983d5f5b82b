import { useEffect, useRef } from "react";
import { announce, type AnnouncedState } from "../text/announce.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { useRowContext } from "./row-context.js";

/** After this long at the latest an added file is announced, even if its header has not been read. */
const LONGEST_SILENCE_MS = 1500;

interface AnnouncerProps {
  /** Before the first image. */
  initial: AnnouncedState;
  /** Must be the same function at each render. */
  onSpeak: (text: string) => void;
}

/** Puts changes of the list into words. */
export function Announcer({ initial, onSpeak }: AnnouncerProps) {
  const { dropzone, messages } = useDropzoneContext();
  const { items, status, sent, removed, fitting, estimate } = dropzone;
  const { site } = useRowContext();
  const before = useRef(initial);
  const waiting = useRef<ReadonlySet<string>>(new Set());
  const latestEstimate = useRef(estimate);
  const announceLate = useRef(() => {});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    latestEstimate.current = estimate;
  });
  // `<Activity>` and StrictMode run the effects again: a timer that was cleared must not count as running.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );

  useEffect(() => {
    const wasOver = status === "over" || (status === "working" && before.current.wasOver === true);
    const after = {
      items,
      status,
      sent,
      removed,
      fitting,
      wasOver,
      movedId: site.current.actions?.movedId(),
      estimate: latestEstimate.current,
    };
    const announceNow = (isLate: boolean) => {
      const { text, waiting: stillWaiting } = announce(before.current, after, messages, waiting.current, isLate);
      before.current = after;
      waiting.current = stillWaiting;
      if (text) onSpeak(text);
    };
    announceNow(false);
    announceLate.current = () => announceNow(true);
    // Counted from the first change, whatever else happens in the meantime.
    if (waiting.current.size > 0) {
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        announceLate.current();
      }, LONGEST_SILENCE_MS);
    } else {
      clearTimeout(timer.current);
      timer.current = undefined;
    }
  }, [items, status, sent, removed, fitting, site, messages, onSpeak]);

  return null;
}
