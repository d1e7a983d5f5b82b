import { createContext, useContext } from "react";
import type { ItemActions } from "../hooks/use-item-actions.js";
import type { Register } from "../hooks/use-presence.js";
import type { OpenPreview } from "../hooks/use-preview-opener.js";
import type { VisionDropzoneState } from "../hooks/use-vision-dropzone.js";
import type { DropzoneMessages } from "../text/messages.js";
import type { ListLayout } from "./list-layout.js";

/** What a root shares with the parts inside it. */
export interface DropzoneContextValue {
  dropzone: VisionDropzoneState<unknown>;
  messages: DropzoneMessages;
  /** As on `dropzone`, but the focus stays where a keyboard user expects it. */
  itemActions: ItemActions;
  /** The layout of lists that do not set their own. */
  layout: ListLayout;
  /** Opens the preview of an image. `undefined` if the root has no preview. */
  openPreview: OpenPreview | undefined;
  /**
   * For a preview of your own: call it in an effect with the function that opens it; it returns the function that unregisters it.
   */
  providePreview: (open: OpenPreview) => () => void;
  /** A compact area, a small button for a composer's toolbar, is part of the layout. */
  registerCompactArea: Register;
  /** Rejected files have a separate part, so lists leave them out. */
  registerRejected: Register;
  hasRejected: boolean;
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
