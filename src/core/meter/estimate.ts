/** The request's size before it is sent. */
import { base64Length } from "../base64.js";
import type { Endpoint } from "../endpoint.js";
import { resolveSettings } from "../settings.js";
import type { ImageHeader, PreparedImage } from "../types.js";
import { adviceFor } from "./advice.js";
import { expectedBytes, usualBytes } from "./expected-bytes.js";
import { imageBlock } from "./image-blocks.js";
import { measureJson } from "./json-bytes.js";
import type { MeterLevel, RequestEstimate } from "./types.js";

/** An image still being worked on. */
export interface PendingImage {
  header?: ImageHeader | undefined;
  /** Bytes the finished image is expected to have; worked out from the header when left out. */
  expectedBytes?: number | undefined;
}

export interface EstimateInput<B> {
  endpoint: Endpoint<B>;
  images: readonly PreparedImage[];
  pending?: readonly PendingImage[] | undefined;
  /** The body the app will send with these blocks. @default the endpoint's smallest body */
  request?: ((blocks: B[]) => unknown) | undefined;
  /** The app's own cap on the body, in bytes. */
  requestBytes?: number | undefined;
  /** Quality the pending images are made with. @default 0.85 */
  quality?: number | undefined;
}

/** From here on the level is `near`: room for a question and an answer should remain. */
const NEAR_RATIO = 0.8;

/**
 * The size in bytes of the request these images make, to the byte when nothing is pending. `request` is called with blocks
 * whose payload is empty; their true lengths are added for each place a block stands in. Throws `TypeError` when `request`
 * throws or returns nothing that has a JSON.
 */
export function estimateRequest<B>(input: EstimateInput<B>): RequestEstimate {
  const { endpoint, images, pending = [], requestBytes } = input;
  const ready = images.map((image) => imageBlock(image, endpoint));
  const guesses = pending.map((image) => guessBlock(image, input));
  const occurrences = new Map<object, number>();
  const hollows = [...ready, ...guesses].map(({ hollow }) => hollow);
  for (const hollow of hollows) if (isObject(hollow)) occurrences.set(hollow, 0);
  const body = bodyWith(hollows, input);
  const bare = measureJson(body, (value) => {
    const seen = occurrences.get(value);
    if (seen !== undefined) occurrences.set(value, seen + 1);
    return undefined;
  });
  // A copied block is not found by identity; it stands there once, as the app was given it.
  const times = (hollow: B) => (isObject(hollow) ? Math.max(1, occurrences.get(hollow) ?? 1) : 1);
  const total = (blocks: typeof ready) => blocks.reduce((sum, block) => sum + block.payloadBytes * times(block.hollow), 0);
  const whole = (blocks: typeof ready) => blocks.reduce((sum, block) => sum + block.bytes * times(block.hollow), 0);
  const bytes = bare + total(ready) + total(guesses);
  const parts = { images: whole(ready), pending: whole(guesses) };
  const conversation = bytes - parts.images - parts.pending;

  const { cap, capOwner } = smallestCap(endpoint, requestBytes);
  const count = images.length + pending.length;
  const tooMany = count > (endpoint.caps.maxImages ?? Number.POSITIVE_INFINITY);
  const ratio = cap === Number.POSITIVE_INFINITY ? 0 : bytes / cap;
  const level: MeterLevel = ratio > 1 || tooMany ? "over" : ratio >= NEAR_RATIO ? "near" : "ok";
  const imageBytes = count === 0 ? base64Length(usualBytes(input.quality ?? 0.85)) : (parts.images + parts.pending) / count;
  const placesLeft = (endpoint.caps.maxImages ?? Number.POSITIVE_INFINITY) - count;
  const imagesThatStillFit = Math.max(0, Math.floor(Math.min((cap - bytes) / imageBytes, placesLeft)));
  const advice = level === "ok" ? [] : adviceFor({ endpoint, bytes, cap, capOwner, imageBytes, count });
  const exact = pending.length === 0;
  return { bytes, cap, capOwner, ratio, level, exact, parts: { conversation, ...parts }, imagesThatStillFit, advice };
}

function smallestCap(endpoint: Endpoint<unknown>, requestBytes: number | undefined) {
  const theirs = endpoint.caps.maxRequestBytes ?? Number.POSITIVE_INFINITY;
  const ours = requestBytes ?? Number.POSITIVE_INFINITY;
  const cap = Math.min(theirs, ours);
  const capOwner: RequestEstimate["capOwner"] = cap === Number.POSITIVE_INFINITY ? "none" : ours < theirs ? "app" : "endpoint";
  return { cap, capOwner };
}

function bodyWith<B>(blocks: B[], { endpoint, request }: EstimateInput<B>): unknown {
  let body: unknown;
  try {
    body = request ? request(blocks) : endpoint.request(blocks);
  } catch (cause) {
    throw new TypeError(`vision-dropzone: request(blocks) threw while the meter measured: ${String(cause)}. It is called often and must only build the body.`, {
      cause,
    });
  }
  if (body === undefined) {
    throw new TypeError("vision-dropzone: request(blocks) returned undefined. Return the body that you will send, as an object.");
  }
  return body;
}

/** A block like the one the image will have, so that its wrapping is counted to the byte and only the payload is a guess. */
function guessBlock<B>({ header, expectedBytes: expected }: PendingImage, { endpoint, quality }: EstimateInput<B>) {
  const bytes = expected ?? expectedBytes(header, resolveSettings({ endpoint, ...(quality !== undefined && { quality }) }));
  const hollow = endpoint.toBlock(STAND_IN);
  const payloadBytes = base64Length(bytes);
  return { block: hollow, hollow, payloadBytes, bytes: measureJson(hollow) + payloadBytes };
}

const STAND_IN: PreparedImage = {
  id: "pending",
  name: "image.jpg",
  blob: new Blob(),
  base64: "",
  mediaType: "image/jpeg",
  width: 1,
  height: 1,
  bytes: 0,
  source: { name: "image.jpg", mediaType: "image/jpeg", width: 1, height: 1, orientation: 1, bytes: 0 },
  changes: [],
  durationMs: 0,
  engine: "none",
};

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
