/**
 * Shared by the rows of the list. It stays the same object while images arrive, so that one change renders one row and not all.
 */
import { createContext, type RefObject, useContext } from "react";
import type { ActionSite } from "../hooks/use-item-actions.js";
import type { OpenPreview } from "../hooks/use-preview-opener.js";
import type { DropzoneMessages } from "../text/messages.js";
import { OUTSIDE_ROOT } from "./dropzone-context.js";

export interface RowContextValue {
  messages: DropzoneMessages;
  disabled: boolean;
  site: RefObject<ActionSite>;
  /** Whether images that are sent by their address may be loaded to show them. */
  previewUrls: boolean;
  /** `undefined` if the root has no preview. */
  openPreview: OpenPreview | undefined;
}

export const RowContext = /* @__PURE__ */ createContext<RowContextValue | undefined>(undefined);

export function useRowContext(): RowContextValue {
  const value = useContext(RowContext);
  if (!value) throw new TypeError(OUTSIDE_ROOT);
  return value;
}
