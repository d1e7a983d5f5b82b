/** Decides which items may start now, and which are rejected as too many. Pure: the queue asks after every change. */
import { placesOf } from "../meter/document-places.js";
import { ImageError } from "../shared/errors.js";
import type { ImageItem, ImageQueueOptions } from "./types.js";

export interface AdmissionRules {
  /** The most images at once; `Infinity` for no limit. */
  maxImages: number;
  /** Who sets that limit, for the message: "This message", "Anthropic Messages". */
  maxImagesOwner: string | undefined;
  /** How many files are worth having under way at once. */
  concurrency: number;
}

/**
 * Addresses have slots of their own, so that a slow server does not delay files. Browsers open six connections per host over
 * HTTP/1.1; some are left for the chat itself.
 */
const URLS_AT_ONCE = 4;

/** One more than the pool works on: a header is read while other pictures are encoded. */
const READ_AHEAD = 1;

/** `items`: the list. A PDF file in it that is sent as it is may take another number of the endpoint's places than one. */
export function rulesFor<B>(
  { endpoint, maxFiles, earlierImageCount = 0 }: ImageQueueOptions<B>,
  poolConcurrency: number,
  items: readonly ImageItem[],
): AdmissionRules {
  const ours = maxFiles ?? Number.POSITIVE_INFINITY;
  let places = (endpoint.caps.maxImages ?? Number.POSITIVE_INFINITY) - earlierImageCount;
  for (const { document: pdf } of items) if (pdf) places -= placesOf(pdf, endpoint) - 1;
  const theirs = Math.max(0, places);
  const maxImagesOwner = theirs < ours ? endpoint.label : undefined;
  return { maxImages: Math.min(ours, theirs), maxImagesOwner, concurrency: poolConcurrency + READ_AHEAD };
}

export interface Admission {
  start: readonly string[];
  reject: readonly { id: string; error: ImageError }[];
}

/**
 * Images that are ready or under way take a place, rejected files never do (T36). A surplus file waits while an earlier one may
 * still be rejected and free its place; it is rejected only when all places are taken for good.
 */
export function admit(
  items: readonly ImageItem[],
  { maxImages, maxImagesOwner, concurrency }: AdmissionRules,
): Admission {
  const waiting = items.filter(({ status }) => status === "waiting");
  const working = items.filter(({ status }) => status === "working");
  const ready = items.filter(({ status }) => status === "ready").length;
  const inPlace = waiting.slice(0, Math.max(0, maxImages - ready - working.length));
  const room = (isOfLane: (item: ImageItem) => boolean, atOnce: number) =>
    inPlace.filter(isOfLane).slice(0, Math.max(0, atOnce - working.filter(isOfLane).length));
  const starting = new Set([...room(isFile, concurrency), ...room(isAddress, URLS_AT_ONCE)]);
  const start = inPlace.filter((item) => starting.has(item)).map(({ id }) => id);
  if (ready < maxImages) return { start, reject: [] };
  const message = `${maxImagesOwner ?? "This message"} takes at most ${maxImages} ${maxImages === 1 ? "image" : "images"}; this is one more.`;
  const error = () => new ImageError("too-many-files", message, { actual: maxImages + 1, limit: maxImages });
  return { start, reject: waiting.map(({ id }) => ({ id, error: error() })) };
}

const isAddress = ({ file }: ImageItem) => file === undefined;
const isFile = (item: ImageItem) => !isAddress(item);
