/** Items and options -> what the outside sees. Pure; keeps the previous object when nothing in it changed. */
import { base64Length } from "../base64.js";
import { imageBlock } from "../meter/image-blocks.js";
import { estimateRequest } from "../meter/estimate.js";
import { expectedBytes } from "../meter/expected-bytes.js";
import type { StringSizes } from "../meter/string-sizes.js";
import type { RequestEstimate } from "../meter/types.js";
import type { PrepareSettings } from "../settings.js";
import type { ImageItem, ImageQueueOptions, QueueSnapshot, QueueStatus } from "./types.js";

export interface SnapshotInput<B> {
  items: readonly ImageItem[];
  options: ImageQueueOptions<B>;
  settings: PrepareSettings;
  strings: StringSizes;
}

export function buildSnapshot<B>({ items, options, settings, strings }: SnapshotInput<B>, previous?: QueueSnapshot<B>): QueueSnapshot<B> {
  const { endpoint, request, requestBytes } = options;
  const images = items.flatMap((item) => (item.status === "ready" ? [item.image] : []));
  const pending = items.flatMap((item) => {
    if (item.status !== "waiting" && item.status !== "working") return [];
    const header = item.status === "working" ? item.header : undefined;
    const bytes = expectedBytes(header, settings);
    return [{ header, expectedBytes: base64Length(bytes) <= settings.limits.maxImageBytes ? bytes : 0 }];
  });
  const fresh = estimateRequest({ endpoint, images, pending, request, requestBytes, quality: settings.quality, strings });
  const estimate = previous && sameEstimate(previous.estimate, fresh) ? previous.estimate : fresh;
  const status = statusOf(images.length, pending.length, estimate);
  const blocks = images.map((image) => imageBlock(image, endpoint).block);
  const sameReady =
    previous?.ready !== undefined && previous.items === items && previous.estimate === estimate && sameList(previous.ready.blocks, blocks);
  const rejected = items.filter((item) => item.status === "rejected");
  const ready = status !== "ready" ? undefined : sameReady ? previous.ready : { blocks, images, rejected, estimate };
  const same = previous && previous.items === items && previous.status === status && previous.estimate === estimate && previous.ready === ready;
  return same ? previous : { items, status, ready, estimate };
}

function statusOf(images: number, pending: number, estimate: RequestEstimate): QueueStatus {
  if (pending > 0) return "working";
  if (estimate.level === "over") return "over";
  return images > 0 ? "ready" : "empty";
}

/** Plain data of a few figures and sentences: compared by value, so that an inline `request` does not re-render for ever. */
function sameEstimate(one: RequestEstimate, other: RequestEstimate): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function sameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
