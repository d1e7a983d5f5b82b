import type { KeyboardEvent } from "react";
import { useDropzoneContext } from "./dropzone-context.js";

/** Delete or Backspace on one of a row's buttons removes the row. */
export function useRemoveByKey(id: string): (event: KeyboardEvent) => void {
  const { dropzone, itemActions } = useDropzoneContext();
  return (event) => {
    if (dropzone.disabled || (event.key !== "Delete" && event.key !== "Backspace")) return;
    event.preventDefault();
    itemActions.remove(id);
  };
}
