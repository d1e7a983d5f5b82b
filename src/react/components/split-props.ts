/** Decides which of the component's props are options of the hook, and which belong to its element. */
import type { VisionDropzoneOptions } from "../hooks/use-vision-dropzone.js";

/** Complete by its type: if a new option is missing here, the code does not compile, and the option cannot end up in the DOM. */
const OPTION_NAMES = {
  endpoint: true,
  request: true,
  maxRequestBytes: true,
  maxTokensPerRequest: true,
  conversationTokens: true,
  earlierImageCount: true,
  earlierDocumentCount: true,
  requestBytes: true,
  earlierImages: true,
  uploadFile: true,
  relocation: true,
  uploadTimeoutMs: true,
  maxFiles: true,
  defaultImages: true,
  tall: true,
  maxPieces: true,
  onReady: true,
  onChange: true,
  onReject: true,
  box: true,
  quality: true,
  mediaType: true,
  background: true,
  limits: true,
  compress: true,
  decoders: true,
  timeoutMs: true,
  maxPixelsInFlight: true,
  truncated: true,
  animation: true,
  preset: true,
  fit: true,
  documents: true,
  createWorker: true,
  disabled: true,
  pasteFrom: true,
  dropFrom: true,
  urls: true,
  thumbnails: true,
  allowPrivateHosts: true,
  fetch: true,
  messages: true,
} satisfies Record<keyof VisionDropzoneOptions<unknown>, true>;

/** Splits the props in two; each goes to one of them. */
export function splitProps<B, P extends VisionDropzoneOptions<B>>(
  props: P,
): { options: VisionDropzoneOptions<B>; rest: Omit<P, keyof VisionDropzoneOptions<B>> } {
  const options: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) (Object.hasOwn(OPTION_NAMES, name) ? options : rest)[name] = value;
  // Object.entries loses the types; each prop went to one of the two.
  return {
    options: options as unknown as VisionDropzoneOptions<B>,
    rest: rest as Omit<P, keyof VisionDropzoneOptions<B>>,
  };
}
