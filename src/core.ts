/** `vision-dropzone/core`: everything but React. Imports in Node without a window. */
import type { BlockOf, DocumentBlockOf, Endpoint } from "./shared/endpoint.js";
import { createQueue } from "./queue/create-image-queue.js";
import type { DocumentMode, ImageQueue, ImageQueueOptions } from "./queue/types.js";
import type { ImageHeader, PreparedImage, PrepareOptions } from "./shared/types.js";
import { prepareOnDemand } from "./pool/prepare-on-demand.js";
import { sharedPool } from "./pool/shared-pool.js";
import type { InspectedBlock } from "./formats/inspect-block.js";
import type { FetchImageOptions } from "./url/fetch-image.js";
import type { UrlCheck, UrlCheckOptions } from "./url/types.js";

/**
 * Prepares one file for sending: validates it, downsizes it off the main thread, makes base64. Rejects with `ImageError` for a
 * file that cannot be sent, with the signal's reason (`AbortError`) when aborted, with `TypeError` for options that can never
 * work. Never hangs: every step has a time limit, `timeoutMs`.
 */
export function prepareImage(file: Blob, options: PrepareOptions = {}): Promise<PreparedImage> {
  return prepareOnDemand(sharedPool(options.createWorker), file, options);
}

/**
 * Creates a list of images being prepared, with a live estimate of the request they make. The React layer is built on it. The
 * second form is for an endpoint that is chosen at run time, or whose `toBlock` was replaced: its blocks may be any that the
 * endpoint makes. Throws `TypeError` for options that can never work.
 */
export function createImageQueue<E extends Endpoint<unknown>>(
  options: ImageQueueOptions<BlockOf<E> | DocumentBlockOf<E>> & { endpoint: E; documents: DocumentMode | undefined },
): ImageQueue<BlockOf<E> | DocumentBlockOf<E>>;
export function createImageQueue<B>(options: ImageQueueOptions<B>): ImageQueue<B>;
export function createImageQueue<E extends Endpoint<unknown>>(
  options: ImageQueueOptions<BlockOf<E>> & { endpoint: E },
): ImageQueue<BlockOf<E>>;
export function createImageQueue(options: ImageQueueOptions<unknown>): ImageQueue<unknown> {
  // With no options at all, it is the endpoint that is missing.
  const given = Object(options) as ImageQueueOptions<unknown>;
  const queue = createQueue(sharedPool(given.createWorker), given);
  if (given.defaultImages) queue.resume();
  return queue;
}

/**
 * Reads the header of an image file: type by content, upright width and height in pixels,
 * orientation, one or many frames, alpha where the header states it. Nothing is decoded; a photo costs one slice of 65.5 kB, and
 * further ones only where the header goes on.
 *
 * Resolves to `undefined` if the file is not an image that is known here, or if its header is too damaged to tell its size.
 * Rejects with the signal's reason, with the browser's own error when the file cannot be read, or with `TypeError` for what is no file.
 */
export async function inspectImage(
  file: Blob,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<ImageHeader | undefined> {
  const formats = await import("./formats/inspect-image.js");
  return formats.inspectImage(file, options);
}

/**
 * Reads the image in a content block of any endpoint here (or in an AI SDK or LangChain part), so that a server need not trust
 * the browser: type and dimensions by the bytes, and whether they are what the block states. `undefined`: the block has no image
 * in it.
 */
export async function inspectBlock(block: unknown): Promise<InspectedBlock | undefined> {
  const formats = await import("./formats/inspect-block.js");
  return formats.inspectBlock(block);
}

/**
 * Asks the server with a HEAD request for size and media type; the body is never downloaded. Addresses that no endpoint may be
 * given (http:, data:, blob:, credentials, private hosts) are rejected before any request. Resolves with what could be found out,
 * and says what could not; size and type are what the server states. Rejects with the signal's reason when aborted, and with
 * `TypeError` for options that can never work.
 */
export async function checkImageUrl(url: string | URL, options: UrlCheckOptions = {}): Promise<UrlCheck> {
  const room = await import("./url/check-image-url.js");
  return room.checkImageUrl(url, options);
}

/**
 * Downloads an image so that it can be prepared and sent inline. The same addresses are rejected as by `checkImageUrl`. Rejects
 * with `ImageError`: `url-unreadable` when the server does not let this page read, does not answer in time or breaks off;
 * `url-not-found`, `url-media-type`, `url-too-large`. Rejects with the signal's reason when aborted. It does not check that the
 * bytes are a picture; `prepareImage` does.
 */
export async function fetchImage(url: string | URL, options: FetchImageOptions = {}): Promise<File> {
  const room = await import("./url/fetch-image.js");
  return room.fetchImage(url, options);
}

export type {
  Compress,
  CompressRequest,
  DecodeContext,
  DecodeProgress,
  Decoder,
  PageList,
  PagesContext,
} from "./shared/app-codecs.js";
export { explainApiError } from "./api-errors/explain-api-error.js";
export type { ApiErrorKind, ApiErrorUnit, ExplainedError } from "./api-errors/types.js";
export { DEFAULT_BACKGROUND, DEFAULT_BOX, DEFAULT_LIMITS, DEFAULT_QUALITY } from "./shared/defaults.js";
export type {
  BlockOf,
  CapSource,
  DocumentBlockOf,
  DocumentEndpoint,
  Endpoint,
  EndpointCaps,
  EndpointDocuments,
  EndpointLimits,
} from "./shared/endpoint.js";
export { ImageError, type ImageErrorCode } from "./shared/errors.js";
export { estimateRequest } from "./meter/estimate-request.js";
export type { InspectedBlock } from "./formats/inspect-block.js";
export { acceptAttribute } from "./shared/media-types.js";
export { toBlock } from "./meter/to-block.js";
export { measureRequest } from "./meter/measure-json.js";
export type { EstimateInput, PendingImage } from "./meter/request-bytes.js";
export type { LimitKind, MeterLevel, RequestEstimate, UploadCounts } from "./meter/types.js";
export type {
  DocumentItem,
  DocumentMode,
  FitOffer,
  FilePages,
  Fitting,
  ImageItem,
  ImageQueue,
  ImageQueueOptions,
  ItemPages,
  ItemSource,
  LinkedItem,
  PreparedItem,
  QueueSnapshot,
  QueueStatus,
  ReadyItem,
  ReadyRequest,
  RejectedItem,
  RetryOptions,
  UploadState,
  WaitingItem,
  WorkingItem,
} from "./queue/types.js";
export type { RelocationMode, UploadFile } from "./queue/relocation-mode.js";
export { estimateTokens } from "./meter/estimate-tokens.js";
export type { TokenEstimate, TokenModel } from "./shared/tokens/types.js";
export { untouchedBox, willBeResampled } from "./shared/tokens/untouched.js";
export type { FetchImageOptions } from "./url/fetch-image.js";
export type {
  UrlCheck,
  UrlCheckOptions,
  UrlMode,
  UrlOk,
  UrlOptions,
  UrlRefused,
  UrlUnknown,
  UrlUnknownReason,
} from "./url/types.js";
export type {
  Advice,
  AdviceCode,
  Box,
  Change,
  ChangeCode,
  ImageHeader,
  ImageLimits,
  AnimationMode,
  ImageOptions,
  ImageSource,
  KnownMediaType,
  LinkedImage,
  MediaType,
  Orientation,
  PreparedDocument,
  PreparedImage,
  PrepareOptions,
  Preset,
  SentImage,
  SentPart,
  SentMediaType,
  Size,
  StoredImage,
} from "./shared/types.js";
