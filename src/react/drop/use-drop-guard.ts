import { useEffect } from "react";
import { carriesFiles, isEditable } from "./editable-target.js";

/**
 * Keeps a file or link that is dropped beside the dropzone from replacing the page (T32). Ours instead of react-dropzone's
 * `preventDropOnDocument`, which also keeps text from being dragged into any text box of the page. What another drop target
 * has claimed, and text over a text box, is left alone; elsewhere the pointer says that nothing can be dropped.
 */
export function useDropGuard(): void {
  useEffect(() => {
    const guard = (event: DragEvent) => {
      if (event.defaultPrevented || isTextDrag(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
    };
    document.addEventListener("dragover", guard);
    document.addEventListener("drop", guard);
    return () => {
      document.removeEventListener("dragover", guard);
      document.removeEventListener("drop", guard);
    };
  }, []);
}

/** Text or a link on its way into a text box: the browser knows what to do. */
export function isTextDrag({ dataTransfer, target }: Pick<DragEvent, "dataTransfer" | "target">): boolean {
  return isEditable(target) && !carriesFiles(dataTransfer);
}
