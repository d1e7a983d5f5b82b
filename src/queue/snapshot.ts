/** Makes the public snapshot from items and options. Pure; keeps the previous object if nothing in it changed. */
import { base64Length } from "../shared/base64.js";
import { estimateChecked } from "../meter/estimate-request.js";
import { expectedBytes } from "../meter/expected-bytes.js";
import { imageBlock } from "../meter/image-block.js";
import type { PendingImage } from "../meter/request-bytes.js";
import type { StringSizes } from "../meter/string-sizes.js";
import type { RequestEstimate, UploadCounts } from "../meter/types.js";
import { isSameData } from "../shared/is-same-data.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { LinkedImage } from "../shared/types.js";
import { parsedUrl } from "../shared/url-name.js";
import type { FitFacts } from "./create-fitter.js";
import { settingsFor } from "./image-options.js";
import { isPrepared, sentPart } from "./items.js";
import { mayBeSent } from "./url-way.js";
import { fileIdOf, itemsToUpload, relocationMode } from "./relocation.js";
import type {
  Fitting,
  ImageItem,
  ImageQueueOptions,
  QueueSnapshot,
  PreparedItem,
  QueueStatus,
  ReadyRequest,
  UploadState,
} from "./types.js";

export interface SnapshotInput<B> {
  items: readonly ImageItem[];
  sent: ReadonlySet<string>;
  removed: readonly ImageItem[];
  options: ImageQueueOptions<B>;
  settings: PrepareSettings;
  strings: StringSizes;
  /** Whether the images should be made smaller or larger, and the state to show for it. */
  lookAtFit: (facts: FitFacts) => Fitting;
}

export interface BuiltSnapshot<B> {
  snapshot: QueueSnapshot<B>;
  /** Ids of ready items that should be sent by reference and are not yet. */
  toUpload: readonly string[];
}

export function buildSnapshot<B>(input: SnapshotInput<B>, previous?: QueueSnapshot<B>): BuiltSnapshot<B> {
  const { items, sent, removed, options } = input;
  const { endpoint } = options;
  const mode = relocationMode(options);
  const readyItems = items.filter((item) => item.status === "ready");
  const prepared = readyItems.filter(isPrepared);
  const fileIds = new Map(
    prepared.flatMap((item) => {
      const fileId = fileIdOf(item, mode, endpoint.provider);
      return fileId === undefined ? [] : [[item.image.id, fileId]];
    }),
  );
  const fresh = estimateOf(input, fileIds);
  // By value, so that an inline `request` does not re-render forever.
  const estimate = previous && isSameData(previous.estimate, fresh) ? previous.estimate : fresh;
  const savedBytes = ({ image }: PreparedItem) =>
    imageBlock(image, endpoint).bytes - imageBlock(image, endpoint, "file").bytes;
  const toUpload = itemsToUpload({ items, mode, provider: endpoint.provider, estimate, savedBytes });
  const underWay = items.some(isUnderWay) || toUpload.length > 0;
  const look = input.lookAtFit({ isSettled: !underWay, items, estimate, fileIds });
  const fitting = previous && isSameData(previous.fitting, look) ? previous.fitting : look;
  const status = statusOf(underWay || fitting.status === "shrinking", readyItems.length, estimate);
  const blocks = readyItems.map((item) => imageBlock(sentPart(item), endpoint, fileIds.get(item.id)).block);
  const images = prepared.map(({ image }) => image);
  const rejected = items.filter((item) => item.status === "rejected");
  const now = {
    items,
    status,
    ready: status === "ready" ? { blocks, items: readyItems, images, fileIds, rejected, estimate } : undefined,
    sent,
    removed,
    estimate,
    fitting,
  };
  return { snapshot: previous && sameSnapshot(previous, now) ? previous : now, toUpload };
}

function estimateOf<B>(
  { items, options, settings, strings }: SnapshotInput<B>,
  fileIds: ReadonlyMap<string, string>,
): RequestEstimate {
  const images = items.flatMap((item) => (item.status === "ready" ? [sentPart(item)] : []));
  const pending = items.flatMap((item): (PendingImage | LinkedImage)[] => {
    if (item.status !== "waiting" && item.status !== "working") return [];
    // One that is no address will be rejected: an endpoint's `urlBlock` need not expect it.
    if (item.file === undefined && mayBeSent(options))
      return [parsedUrl(item.url) ? { url: item.url } : { expectedBytes: 0 }];
    const { header } = item;
    const own = item.options ? settingsFor(options, item, items) : settings;
    const bytes = expectedBytes(header, own);
    return [{ header, expectedBytes: base64Length(bytes) <= own.limits.maxImageBytes ? bytes : 0 }];
  });
  return estimateChecked({
    ...options,
    images,
    pending,
    fileIds,
    strings,
    uploads: uploadsOf(items, options),
    quality: settings.quality,
  });
}

function uploadsOf<B>(items: readonly ImageItem[], options: ImageQueueOptions<B>): UploadCounts | undefined {
  if (relocationMode(options) === "inline") return undefined;
  const count = (status: UploadState["status"]) =>
    items.filter((item) => isPrepared(item) && item.upload.status === status).length;
  return { underWay: count("uploading"), failed: count("failed") };
}

function isUnderWay(item: ImageItem): boolean {
  if (item.status === "ready") return item.image !== undefined && item.upload.status === "uploading";
  return item.status !== "rejected";
}

function statusOf(underWay: boolean, ready: number, estimate: RequestEstimate): QueueStatus {
  if (underWay) return "working";
  if (estimate.level === "over") return "over";
  return ready > 0 ? "ready" : "empty";
}

function sameSnapshot<B>(one: QueueSnapshot<B>, other: QueueSnapshot<B>): boolean {
  return (
    one.items === other.items &&
    one.removed === other.removed &&
    one.status === other.status &&
    one.estimate === other.estimate &&
    one.fitting === other.fitting &&
    sameBlocks(one.ready, other.ready)
  );
}

function sameBlocks<B>(one: ReadyRequest<B> | undefined, other: ReadyRequest<B> | undefined): boolean {
  if (!one || !other) return one === other;
  return one.blocks.length === other.blocks.length && one.blocks.every((block, index) => block === other.blocks[index]);
}
