/** The text beside an image's name. Pure. */
import type { ImageItem, UploadState, WorkingItem } from "../../queue/types.js";
import type { DropzoneMessages } from "./messages.js";
import { documentWords } from "../documents/document-messages.js";
import { menuWords } from "../menu/menu-messages.js";
import { labelOf } from "./item-label.js";
import { losesSmallText } from "./small-text.js";
import { SEPARATOR } from "./typography.js";

/** Why it was rejected, its progress, or what was done to it; without its upload. */
export function stateText(item: ImageItem, messages: DropzoneMessages): string {
  if (item.status === "rejected") return messages.error(item.error);
  if (item.status === "ready") {
    if (item.document) return documentWords(messages).sentAsPdf(item.document.pageCount, item.document.bytes);
    return item.image ? messages.prepared(item.image.source, item.image) : messages.linked(item.check);
  }
  if (item.status === "waiting") return messages.waiting;
  const state = stepText(item, messages);
  return item.header ? `${messages.picture(item.header)}${SEPARATOR}${state}` : state;
}

function stepText(item: WorkingItem, { preparing, checking, fetching, loadingDecoder }: DropzoneMessages): string {
  if (item.step === "prepare" && item.header && item.progress?.step === "load")
    return loadingDecoder(item.header.mediaType, item.progress.bytes);
  return { prepare: preparing, check: checking, fetch: fetching }[item.step];
}

/** Images that are sent by address are never uploaded. */
export function uploadOf(item: ImageItem): UploadState | undefined {
  return item.status === "ready" && item.image ? item.upload : undefined;
}

/** The progress of a ready image's upload. */
export function uploadText(upload: UploadState, messages: DropzoneMessages): string {
  if (upload.status === "uploading") return messages.uploading(percentOf(upload));
  if (upload.status === "uploaded") return messages.uploaded;
  return upload.status === "failed" ? messages.uploadFailed(upload.error) : "";
}

/** `undefined` for 0, since an app that never reports progress stays at 0. */
export function percentOf({ fraction }: { fraction: number }): number | undefined {
  return fraction > 0 ? Math.round(fraction * 100) : undefined;
}

/** All of it in one line: the accessible name of the image's tile. */
export function describeItem(item: ImageItem, messages: DropzoneMessages): string {
  const upload = uploadOf(item);
  const shrunk = losesSmallText(item);
  const notes = [
    upload ? uploadText(upload, messages) : "",
    shrunk ? messages.smallText(shrunk.source, shrunk.sent) : "",
    item.options?.pinned ? menuWords(messages).pinned : "",
  ];
  const state = [stateText(item, messages), ...notes].filter(Boolean).join(SEPARATOR);
  return menuWords(messages).itemLabel(labelOf(item, messages), state);
}
