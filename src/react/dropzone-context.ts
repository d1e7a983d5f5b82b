import { createContext, useContext } from "react";
import type { DropzoneMessages } from "./messages.js";
import type { ItemActions } from "./use-item-actions.js";
import type { VisionDropzoneState } from "./use-vision-dropzone.js";

/** What a root shares with the parts inside it. */
export interface DropzoneContextValue {
  dropzone: VisionDropzoneState<unknown>;
  messages: DropzoneMessages;
  /** As on `dropzone`, and the focus stays where a keyboard user expects it. */
  itemActions: ItemActions;
  /** Images that are sent by their address may be loaded to be shown. */
  previewUrls: boolean;
}

export const DropzoneContext = createContext<DropzoneContextValue | undefined>(undefined);

/** For parts of your own. Throws `TypeError` outside a root. */
export function useDropzoneContext(): DropzoneContextValue {
  const value = useContext(DropzoneContext);
  if (!value) throw new TypeError("vision-dropzone: this part must be rendered inside <VisionDropzone.Root dropzone={useVisionDropzone(...)}>.");
  return value;
}
