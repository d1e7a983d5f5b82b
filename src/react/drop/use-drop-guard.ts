import { useEffect } from "react";
import { carriesFiles } from "./drag-data.js";
import { isInEditable, isInFileInput } from "./event-path.js";

/**
 * Keeps a file or link that is dropped beside the dropzone from replacing the page (T32). It replaces react-dropzone's
 * `preventDropOnDocument`, which also keeps text from being dragged into any text box of the page. It ignores drops that another
 * drop target has claimed, files over a file input, and text over a text box; elsewhere the pointer shows that nothing can be
 * dropped.
 */
export function useDropGuard(home: Document | undefined): void {
  useEffect(() => {
    const page = home?.defaultView;
    if (!page) return undefined;
    const guard = (event: DragEvent) => {
      if (event.defaultPrevented || isBrowsersOwn(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
    };
    // Another drop target may be the window itself, and may be added after the guard, which must run last.
    const putLast = ({ type }: Event) => {
      page.removeEventListener(type as "drop", guard);
      page.addEventListener(type as "drop", guard);
    };
    const types = ["dragover", "drop"] as const;
    for (const type of types) page.addEventListener(type, putLast, true);
    return () => {
      for (const type of types) {
        page.removeEventListener(type, putLast, true);
        page.removeEventListener(type, guard);
      }
    };
  }, [home]);
}

/** Text or a link over a text box, or a file over a file input, is left to the browser. */
export function isBrowsersOwn(event: DragEvent): boolean {
  return carriesFiles(event.dataTransfer) ? isInFileInput(event) : isInEditable(event);
}
