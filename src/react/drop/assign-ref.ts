import type { Ref } from "react";

export function assignRef<E>(ref: Ref<E> | undefined, element: E | null): void {
  if (typeof ref === "function") ref(element);
  // Ref objects are read-only by type only; React writes them the same way.
  else if (ref) (ref as { current: E | null }).current = element;
}
