import { createContext, useContext, useSyncExternalStore } from "react";
import type { DropzoneMessages } from "./messages.js";
import type { ItemActions } from "./use-item-actions.js";
import type { VisionDropzoneState } from "./use-vision-dropzone.js";

/** What a root shares with the parts inside it. */
export interface DropzoneContextValue {
  dropzone: VisionDropzoneState<unknown>;
  messages: DropzoneMessages;
  /** As on `dropzone`, and the focus stays where a keyboard user expects it. */
  itemActions: ItemActions;
}

/**
 * The context holds this and not the value itself: React looks through everything below a context whose value changed, and five
 * hundred rows are too much to look through at each keystroke.
 */
export interface DropzoneStore {
  value: DropzoneContextValue;
  subscribe: (listener: () => void) => () => void;
  /** Tells the parts that were not drawn together with the root. */
  announce: () => void;
}

export const DropzoneContext = createContext<DropzoneStore | undefined>(undefined);

export function createDropzoneStore(value: DropzoneContextValue): DropzoneStore {
  const listeners = new Set<() => void>();
  return {
    value,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce() {
      for (const listener of listeners) listener();
    },
  };
}

/** For parts of your own. Throws `TypeError` outside a root. */
export function useDropzoneContext(): DropzoneContextValue {
  const store = useContext(DropzoneContext);
  if (!store) throw new TypeError("vision-dropzone: this part must be rendered inside <VisionDropzone.Root dropzone={useVisionDropzone(...)}>.");
  const read = () => store.value;
  return useSyncExternalStore(store.subscribe, read, read);
}
