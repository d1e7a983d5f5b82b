/** `vision-dropzone`: the React layer, and everything of `vision-dropzone/core`. */
export { type DropzoneAreaProps } from "./react/dropzone-area.js";
export { type DropzoneContextValue, useDropzoneContext } from "./react/dropzone-context.js";
export { type DropzoneRootProps } from "./react/dropzone-root.js";
export { type ImageItemProps } from "./react/image-item.js";
export { type DropzoneRefusalsProps } from "./react/refusal-count.js";
export { type ImageListProps } from "./react/image-list.js";
export { defaultMessages } from "./react/default-messages.js";
export { type DropzoneMessages } from "./react/messages.js";
export { RequestMeter, type RequestMeterProps } from "./react/request-meter.js";
export type { InputProps, RootAttributes, RootProps } from "./react/use-drop-target.js";
export type { PasteFrom } from "./react/use-paste.js";
export { useVisionDropzone, type VisionDropzoneOptions, type VisionDropzoneState } from "./react/use-vision-dropzone.js";
export { VisionDropzone, type VisionDropzoneHandle, type VisionDropzoneProps } from "./react/vision-dropzone.js";

export {
  checkImageUrl,
  createImageQueue,
  DEFAULT_BACKGROUND,
  DEFAULT_BOX,
  DEFAULT_LIMITS,
  DEFAULT_QUALITY,
  estimateRequest,
  estimateTokens,
  explainApiError,
  fetchImage,
  ImageError,
  inspectImage,
  measureRequest,
  prepareImage,
  toBlock,
  untouchedBox,
  willBeResampled,
} from "./core.js";
export type {
  Advice,
  AdviceCode,
  ApiErrorKind,
  ApiErrorUnit,
  BlockOf,
  Box,
  CapSource,
  Change,
  ChangeCode,
  Compress,
  CompressRequest,
  Decoder,
  Endpoint,
  EndpointCaps,
  EndpointLimits,
  EstimateInput,
  ExplainedError,
  FetchImageOptions,
  ImageErrorCode,
  ImageHeader,
  ImageItem,
  ImageLimits,
  ImageQueue,
  ImageQueueOptions,
  ImageSource,
  ItemSource,
  LimitKind,
  LinkedImage,
  LinkedItem,
  MediaType,
  MeterLevel,
  Orientation,
  PendingImage,
  PreparedImage,
  PreparedItem,
  PrepareOptions,
  QueueSnapshot,
  QueueStatus,
  ReadyItem,
  ReadyRequest,
  RejectedItem,
  RelocationMode,
  RequestEstimate,
  SentImage,
  SentMediaType,
  Size,
  TokenEstimate,
  TokenModel,
  UploadCounts,
  UploadFile,
  UploadState,
  UrlCheck,
  UrlCheckOptions,
  UrlMode,
  UrlOk,
  UrlOptions,
  UrlRefused,
  UrlUnknown,
  UrlUnknownReason,
  WaitingItem,
  WorkingItem,
} from "./core.js";
