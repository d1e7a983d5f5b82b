import { createContext, useContext } from "react";
import type { ItemActions } from "../hooks/use-item-actions.js";
import type { VisionDropzoneState } from "../hooks/use-vision-dropzone.js";
import type { DropzoneMessages } from "../text/messages.js";

/** What a root shares with the parts inside it. */
export interface DropzoneContextValue {
  dropzone: VisionDropzoneState<unknown>;
  messages: DropzoneMessages;
  /** As on `dropzone`, and the focus stays where a keyboard user expects it. */
  itemActions: ItemActions;
}

export const DropzoneContext = /* @__PURE__ */ createContext<DropzoneContextValue | undefined>(undefined);

/** For parts of your own. Throws `TypeError` outside a root. */
export function useDropzoneContext(): DropzoneContextValue {
  const value = useContext(DropzoneContext);
  if (!value) throw new TypeError(OUTSIDE_ROOT);
  return value;
}

export const OUTSIDE_ROOT =
  "vision-dropzone: this part must be rendered inside <VisionDropzone.Root dropzone={useVisionDropzone(...)}>.";
