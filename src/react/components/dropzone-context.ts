import { createContext, useContext, useReducer, useRef } from "react";
import type { DropzoneMessages } from "../text/messages.js";
import { useEffectBeforePaint } from "../hooks/use-effect-before-paint.js";
import type { ItemActions } from "../hooks/use-item-actions.js";
import type { VisionDropzoneState } from "../hooks/use-vision-dropzone.js";

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

export const DropzoneContext = /* @__PURE__ */ createContext<DropzoneStore | undefined>(undefined);

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
  const { value } = store;
  const drawn = useRef(value);
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  // Not `useSyncExternalStore`: it notes what was drawn only after the page has painted, and would draw each part twice.
  useEffectBeforePaint(() => void (drawn.current = value));
  useEffectBeforePaint(() => {
    const compare = () => {
      if (drawn.current !== store.value) drawAgain();
    };
    // Of a value that came while this part was being drawn for the first time.
    compare();
    return store.subscribe(compare);
  }, [store]);
  return value;
}
