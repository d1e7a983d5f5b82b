/** Decides which images go to the provider's file store, and when. Pure: the queue asks after every change. */
import type { RequestEstimate } from "../meter/types.js";
import type { RelocationMode } from "./relocation-mode.js";
import { isPrepared } from "./items.js";
import type { ImageItem, ImageQueueOptions, PreparedItem } from "./types.js";

/** Without an upload function or a Files API everything stays inline, whatever the option says. */
export function relocationMode<B>({ uploadFile, endpoint, relocation = "auto" }: ImageQueueOptions<B>): RelocationMode {
  return uploadFile && endpoint.fileBlock ? relocation : "inline";
}

/** The id to send instead of the image; only if this provider issued it. */
export function fileIdOf({ upload }: PreparedItem, mode: RelocationMode, provider: string): string | undefined {
  return mode !== "inline" && upload.status === "uploaded" && upload.provider === provider ? upload.fileId : undefined;
}

export interface RelocationFacts {
  items: readonly ImageItem[];
  mode: RelocationMode;
  provider: string;
  /** Counted with the current images. */
  estimate: RequestEstimate;
  /** Bytes that the request saves if this item is sent by reference. */
  savedBytes: (item: PreparedItem) => number;
}

/**
 * Ids of the items to upload, largest saving first. `auto` waits until nothing is under way, then moves the fewest images that
 * make the request fit, and none if even all of them would not.
 */
export function itemsToUpload({ items, mode, provider, estimate, savedBytes }: RelocationFacts): string[] {
  const ready = items.filter(isPrepared);
  const inline = ready.filter(
    ({ upload }) => upload.status === "none" || (upload.status === "uploaded" && upload.provider !== provider),
  );
  if (mode === "files") return inline.map(({ id }) => id);
  if (mode === "inline" || items.some(({ status }) => status === "waiting" || status === "working")) return [];
  const underWay = ready
    .filter(({ upload }) => upload.status === "uploading")
    .reduce((sum, item) => sum + savedBytes(item), 0);
  let excess = estimate.bytes - estimate.cap - underWay;
  if (excess <= 0) return [];
  const chosen: string[] = [];
  const savings = inline.map((item) => ({ id: item.id, bytes: savedBytes(item) }));
  for (const { id, bytes } of savings.toSorted((one, other) => other.bytes - one.bytes)) {
    if (excess <= 0) break;
    excess -= bytes;
    chosen.push(id);
  }
  return excess <= 0 ? chosen : [];
}
