/** `vision-dropzone/core`: everything but React. Imports in Node without a window. */
import { prepareWith } from "./pipeline/prepare-image.js";
import type { BlockOf, Endpoint } from "./shared/endpoint.js";
import { createQueue } from "./queue/create-image-queue.js";
import type { ImageQueue, ImageQueueOptions } from "./queue/types.js";
import type { PreparedImage, PrepareOptions } from "./shared/types.js";
import { sharedEngine } from "./pool/shared-engine.js";

/**
 * One file, from its bytes to what is sent: validated, downsized off the main thread, base64. Rejects with `ImageError` for a
 * file that cannot be sent, with the signal's reason (`AbortError`) when aborted, with `TypeError` for options that can never
 * work. Never hangs: every step has a time limit, `timeoutMs`.
 */
export function prepareImage(file: Blob, options: PrepareOptions = {}): Promise<PreparedImage> {
  return prepareWith(sharedEngine(options.createWorker), file, options);
}

/**
 * A list of images being prepared, with a live estimate of the request they make. What the React layer is built on. The second
 * form is for an endpoint that is chosen at run time, or whose `toBlock` was replaced: its blocks are all that it may make.
 */
export function createImageQueue<B>(options: ImageQueueOptions<B>): ImageQueue<B>;
export function createImageQueue<E extends Endpoint<unknown>>(options: ImageQueueOptions<BlockOf<E>> & { endpoint: E }): ImageQueue<BlockOf<E>>;
export function createImageQueue(options: ImageQueueOptions<unknown>): ImageQueue<unknown> {
  return createQueue(sharedEngine(options.createWorker), options);
}

export type { Compress, CompressRequest, Decoder } from "./shared/app-codecs.js";
export { explainApiError } from "./api-errors/explain.js";
export type { ApiErrorKind, ApiErrorUnit, ExplainedError } from "./api-errors/types.js";
export { DEFAULT_BACKGROUND, DEFAULT_BOX, DEFAULT_LIMITS, DEFAULT_QUALITY } from "./shared/defaults.js";
export type { BlockOf, CapSource, Endpoint, EndpointCaps, EndpointLimits } from "./shared/endpoint.js";
export { ImageError, type ImageErrorCode } from "./shared/errors.js";
export { inspectImage } from "./formats/inspect-image.js";
export { estimateRequest } from "./meter/estimate.js";
export { toBlock } from "./meter/image-blocks.js";
export { measureRequest } from "./meter/json-bytes.js";
export type { EstimateInput, PendingImage } from "./meter/request-bytes.js";
export type { Advice, AdviceCode, LimitKind, MeterLevel, RequestEstimate, UploadCounts } from "./meter/types.js";
export type {
  ImageItem,
  ImageQueue,
  ImageQueueOptions,
  ItemSource,
  LinkedItem,
  PreparedItem,
  QueueSnapshot,
  QueueStatus,
  ReadyItem,
  ReadyRequest,
  RejectedItem,
  UploadState,
  WaitingItem,
  WorkingItem,
} from "./queue/types.js";
export type { RelocationMode, UploadFile } from "./queue/relocation-mode.js";
export { estimateTokens } from "./meter/estimate-tokens.js";
export type { TokenEstimate, TokenModel } from "./shared/tokens/types.js";
export { untouchedBox, willBeResampled } from "./shared/tokens/untouched.js";
export { checkImageUrl } from "./url/check-image-url.js";
export { fetchImage, type FetchImageOptions } from "./url/fetch-image.js";
export type { UrlCheck, UrlCheckOptions, UrlMode, UrlOk, UrlOptions, UrlRefused, UrlUnknown, UrlUnknownReason } from "./url/types.js";
export type {
  Box,
  Change,
  ChangeCode,
  ImageHeader,
  ImageLimits,
  ImageSource,
  LinkedImage,
  MediaType,
  Orientation,
  PreparedImage,
  PrepareOptions,
  SentImage,
  SentMediaType,
  Size,
} from "./shared/types.js";
