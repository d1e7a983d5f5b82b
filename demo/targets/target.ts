import type { Endpoint, LinkedItem, PreparedDocument, PreparedImage, UploadFile } from "vision-dropzone/core";
import type {
  AnthropicImageBlock,
  BedrockHttpImageBlock,
  BedrockImageBlock,
  GeminiPart,
  MistralHttpImageChunk,
  MistralImageChunk,
  OpenaiChatImagePart,
  OpenaiResponsesImage,
  OpenRouterImagePart,
} from "vision-dropzone/endpoints";
import type { RefusalId } from "../state/refusals.js";

/** Any block that one of the endpoints takes. */
export type ContentBlock =
  | AnthropicImageBlock
  | BedrockHttpImageBlock
  | BedrockImageBlock
  | GeminiPart
  | MistralHttpImageChunk
  | MistralImageChunk
  | OpenaiChatImagePart
  | OpenaiResponsesImage
  | OpenRouterImagePart
  /** Ollama's images are plain base64. */
  | string;

/** Which images of a message are stored with a provider, by image id. */
export interface StoredImages {
  provider: string;
  fileIds: ReadonlyMap<string, string>;
}

/** An image of a message: its bytes, or its address if the provider fetches it. */
export type MessageImage = PreparedImage | LinkedItem | PreparedDocument;

export const isLinked = (image: MessageImage): image is LinkedItem => "check" in image;
export const isDocument = (image: MessageImage): image is PreparedDocument => "pageCount" in image;

/**
 * A finished message of the conversation. Images are kept prepared, not as blocks, so that the endpoint can be changed midway.
 */
export type ChatMessage =
  | { role: "user"; text: string; images: readonly MessageImage[]; stored?: StoredImages | undefined }
  | { role: "assistant"; text: string };

/** What one request consists of: the earlier messages, and the message being written. */
export interface Draft<B> {
  history: readonly ChatMessage[];
  text: string;
  blocks: readonly B[];
  model: string;
}

export interface CallOptions {
  /** Understood by the demo's local endpoint only; the real APIs ignore them. */
  headers: Readonly<Record<string, string>>;
  signal: AbortSignal;
  /** For APIs that have it in the URL. */
  model: string;
}

export interface Answer {
  text: string;
  /** As the API counts, e.g. "1,613 tokens in, 24 out". */
  usage: string;
}

type Upload = (image: PreparedImage, signal: AbortSignal) => ReturnType<UploadFile>;

/** One entry of the endpoint picker: which body is sent, and how. */
export interface Target {
  id: string;
  label: string;
  provider: string;
  endpoint: Endpoint<ContentBlock>;
  /** What the button does: a conversation goes on, a batch is answered later, a count leaves the draft unchanged. */
  action: "send" | "count" | "batch";
  defaultModel: string;
  /** The body that `call` sends, to the byte. */
  body: (draft: Draft<ContentBlock>) => unknown;
  call: (draft: Draft<ContentBlock>, options: Omit<CallOptions, "model">) => Promise<Answer>;
  /** The kinds of refusal whose words are documented for this API; the local endpoint can be made to give each. */
  refusals: readonly RefusalId[];
  /** Stores an image with the provider, where it has a Files API that this route takes ids of. */
  upload?: Upload | undefined;
}

interface TargetDefinition<B extends ContentBlock, P> {
  endpoint: Endpoint<B>;
  defaultModel: string;
  action?: Target["action"];
  params: (draft: Draft<B>) => P;
  call: (params: P, options: CallOptions) => Promise<Answer>;
  refusals: readonly RefusalId[];
  upload?: Upload;
}

/** Ties body and call together: what is measured is what is sent. */
export function defineTarget<B extends ContentBlock, P>(definition: TargetDefinition<B, P>): Target {
  const { endpoint, params, call, upload, action = "send", defaultModel, refusals } = definition;
  // The picker holds targets of several block types; each only ever gets blocks that its own endpoint made.
  const own = (draft: Draft<ContentBlock>): Draft<B> => draft as Draft<B>;
  return {
    id: endpoint.id,
    label: endpoint.label,
    provider: endpoint.provider,
    endpoint,
    action,
    defaultModel,
    body: (draft) => params(own(draft)),
    call: (draft, options) => call(params(own(draft)), { ...options, model: draft.model }),
    refusals,
    upload,
  };
}

/** The block for an address, or none if the endpoint has no such block; the type only if the endpoint takes it. */
export function linkBlocks<B>({ urlBlock, caps }: Endpoint<B>, { url, mediaType }: LinkedItem["check"]): readonly B[] {
  return urlBlock
    ? [
        urlBlock(
          url,
          caps.mediaTypes.find((type) => type === mediaType),
        ),
      ]
    : [];
}

/** The block of a PDF file that is sent as it is; none where the endpoint takes none. */
export function documentBlocks<B>({ documents }: Endpoint<B>, pdf: PreparedDocument): readonly B[] {
  return documents ? [documents.toBlock(pdf) as B] : [];
}

/** The blocks of an earlier message: by file id if the image is stored with this endpoint's provider, by address, else inline. */
export function messageBlocks<B>(
  endpoint: Endpoint<B>,
  { images, stored }: Extract<ChatMessage, { role: "user" }>,
): readonly B[] {
  const fileIds = stored?.provider === endpoint.provider ? stored.fileIds : undefined;
  return images.flatMap((image) => {
    if (isLinked(image)) return linkBlocks(endpoint, image.check);
    if (isDocument(image)) return documentBlocks(endpoint, image);
    const fileId = fileIds?.get(image.id);
    return [fileId !== undefined && endpoint.fileBlock ? endpoint.fileBlock(fileId, image) : endpoint.toBlock(image)];
  });
}

/** "1,613 tokens in, 24 out". */
export function describeUsage(input: number | undefined, output: number | undefined): string {
  if (input === undefined || output === undefined) return "";
  return `${input.toLocaleString("en-US")} tokens in, ${output.toLocaleString("en-US")} out`;
}
