import { useEffect } from "react";
import { carriesFiles } from "./drag-data.js";
import { isBrowsersOwn } from "./use-drop-guard.js";

/**
 * Where files may be dropped. `root`: on the root element. `document`: also anywhere else in the page, except drops that another
 * drop target has claimed (`preventDefault`) and files over a file input.
 */
export type DropFrom = "root" | "document";

/** The page-wide listener of `dropFrom: "document"`; `home` is the document to listen in, `undefined` for nowhere. */
export function useDocumentDrop(
  home: Document | undefined,
  isDisabled: () => boolean,
  onDrop: (data: DataTransfer) => void,
): void {
  useEffect(() => {
    const page = home?.defaultView;
    const listen = (event: DragEvent) => {
      const { dataTransfer: data } = event;
      if (!data || event.defaultPrevented || !carriesFiles(data) || isBrowsersOwn(event) || isDisabled()) return;
      event.preventDefault();
      if (event.type === "drop") onDrop(data);
      else data.dropEffect = "copy";
    };
    page?.addEventListener("dragover", listen);
    page?.addEventListener("drop", listen);
    return () => {
      page?.removeEventListener("dragover", listen);
      page?.removeEventListener("drop", listen);
    };
  });
}
