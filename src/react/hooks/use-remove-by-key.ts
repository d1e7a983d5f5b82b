import type { KeyboardEvent } from "react";
import { isOfRow } from "../components/item-controls.js";
import { useRowContext } from "../components/row-context.js";
import { useRowActions } from "./use-row-actions.js";

/** Delete or Backspace on a row, or on one of its buttons, removes it. In an app's own text box they delete characters. */
export function useRemoveByKey(id: string): (event: KeyboardEvent) => void {
  const { disabled } = useRowContext();
  const actions = useRowActions();
  return (event) => {
    const { key, currentTarget, target } = event;
    if (disabled || event.defaultPrevented || (key !== "Delete" && key !== "Backspace")) return;
    if (!isOfRow(currentTarget, target as Element)) return;
    event.preventDefault();
    actions.remove(id);
  };
}
