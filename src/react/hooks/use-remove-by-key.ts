import type { KeyboardEvent } from "react";
import { useRowContext } from "../components/row-context.js";
import { useRowActions } from "./use-row-actions.js";

/** Delete or Backspace on one of a row's buttons removes the row. */
export function useRemoveByKey(id: string): (event: KeyboardEvent) => void {
  const { disabled } = useRowContext();
  const actions = useRowActions();
  return (event) => {
    if (disabled || (event.key !== "Delete" && event.key !== "Backspace")) return;
    event.preventDefault();
    actions.remove(id);
  };
}
