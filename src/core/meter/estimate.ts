/** The request's size before it is sent: bytes, walls, tokens, advice. */
import { base64Length } from "../base64.js";
import type { BlockOf, Endpoint } from "../endpoint.js";
import type { PreparedImage } from "../types.js";
import { isLinked } from "./image-blocks.js";
import { adviceFor, resampleAdvice } from "./advice.js";
import { usualBytes } from "./expected-bytes.js";
import { imageFigures } from "./image-figures.js";
import { type EstimateInput, requestBytes } from "./request-bytes.js";
import type { MeterLevel, RequestEstimate } from "./types.js";

/** From here on the level is `near`: room for a question and an answer should remain. */
const NEAR_RATIO = 0.8;

/**
 * The size in bytes of the request these images make, to the byte when nothing is pending. `request` is called with blocks
 * whose payload is empty; their true lengths are added for each place a block stands in. Throws `TypeError` when `request`
 * throws or returns nothing that has a JSON, and for an image by address where the endpoint has no `urlBlock`.
 */
export function estimateRequest<B>(input: EstimateInput<B>): RequestEstimate;
export function estimateRequest<E extends Endpoint<unknown>>(input: EstimateInput<BlockOf<E>> & { endpoint: E }): RequestEstimate;
export function estimateRequest(input: EstimateInput<unknown>): RequestEstimate {
  const { endpoint, images, pending = [], earlierImages = 0, maxFiles = Number.POSITIVE_INFINITY } = input;
  const { bytes, parts } = requestBytes(input);
  const { cap, capOwner } = smallestCap(endpoint, input.requestBytes);
  const count = images.length + pending.length;
  const placesLeft = (endpoint.caps.maxImages ?? Number.POSITIVE_INFINITY) - count - earlierImages;
  const ratio = cap === Number.POSITIVE_INFINITY ? 0 : bytes / cap;
  const level: MeterLevel = ratio > 1 || placesLeft < 0 ? "over" : ratio >= NEAR_RATIO ? "near" : "ok";
  const prepared = images.filter((image): image is PreparedImage => !isLinked(image));
  // Neither an address nor a file id is a measure of a photo, and taking one out hardly helps a request that is too large.
  const heavy = prepared.filter(({ id }) => !input.fileIds?.has(id)).length + pending.filter((image) => !isLinked(image)).length;
  const imageBytes = heavy === 0 ? base64Length(usualBytes(input.quality ?? 0.85)) : (parts.images + parts.pending) / heavy;
  const imagesThatStillFit = Math.max(0, Math.floor(Math.min((cap - bytes) / imageBytes, placesLeft, maxFiles - count)));
  const facts = { endpoint, bytes, cap, capOwner, imageBytes, count: heavy, surplusImages: Math.max(0, -placesLeft), uploads: input.uploads };
  const advice = [...(level === "ok" ? [] : adviceFor(facts)), ...resampleAdvice(prepared, endpoint)];
  const tokens = tokensOf(prepared, images.length - prepared.length, endpoint);
  const covers = input.request ? "request" : "images";
  return { bytes, cap, capOwner, ratio, level, exact: pending.length === 0, covers, parts, imagesThatStillFit, ...(tokens && { tokens }), advice };
}

function smallestCap(endpoint: Endpoint<unknown>, appCap: number | undefined) {
  const theirs = endpoint.caps.maxRequestBytes ?? Number.POSITIVE_INFINITY;
  const ours = appCap ?? Number.POSITIVE_INFINITY;
  const cap = Math.min(theirs, ours);
  const capOwner: RequestEstimate["capOwner"] = cap === Number.POSITIVE_INFINITY ? "none" : ours < theirs ? "app" : "endpoint";
  return { cap, capOwner };
}

function tokensOf(images: readonly PreparedImage[], uncounted: number, { tokenModel, tokenDetail }: Endpoint<unknown>): RequestEstimate["tokens"] {
  if (!tokenModel) return undefined;
  const perImage = images.map((image) => imageFigures(image, tokenModel, tokenDetail).tokens);
  return { total: perImage.reduce((sum, tokens) => sum + tokens, 0), perImage, model: tokenModel.label, uncounted };
}
