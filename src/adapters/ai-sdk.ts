/** Vercel's AI SDK 5 to 7. Only its types are used: no code of it is loaded. */
import type { FilePart, FileUIPart, UIMessage } from "ai";
import { dataUrl } from "../endpoints/data-url.js";
import { withBlocks } from "../endpoints/with-blocks.js";
import type { Endpoint } from "../shared/endpoint.js";
import { checkCall } from "../shared/errors.js";
import { keptEndpoint } from "./kept-endpoint.js";

/** The AI SDK takes a media type without a subtype to mean a picture of unknown type. */
const ANY_IMAGE = "image/*";

const keptFiles = new WeakMap<Endpoint<unknown>, Endpoint<FileUIPart>>();
const keptParts = new WeakMap<Endpoint<unknown>, Endpoint<FilePart>>();

/**
 * Makes `FileUIPart`s, which `sendMessage({ text, files })` of `useChat` takes, within the limits of the model's `provider`:
 * `aiSdkFiles(anthropicMessages)`. The same provider gives the same endpoint, so it may be called at each render.
 */
export function aiSdkFiles(provider: Endpoint<unknown>): Endpoint<FileUIPart> {
  return keptEndpoint(keptFiles, provider, () =>
    withBlocks<FileUIPart>(provider, {
      id: `ai-sdk-files-${provider.id}`,
      toBlock: (image) => ({ type: "file", mediaType: image.mediaType, filename: image.name, url: dataUrl(image) }),
      ...(provider.urlBlock && {
        urlBlock: (url, mediaType) => ({ type: "file", mediaType: mediaType ?? ANY_IMAGE, url }),
      }),
    }),
  );
}

/**
 * Makes `FilePart`s for the `messages` of `generateText`, `streamText` and the like, within the limits of the model's `provider`:
 * `aiSdkParts(openaiResponses)`. The same provider gives the same endpoint.
 */
export function aiSdkParts(provider: Endpoint<unknown>): Endpoint<FilePart> {
  return keptEndpoint(keptParts, provider, () =>
    withBlocks<FilePart>(provider, {
      id: `ai-sdk-parts-${provider.id}`,
      toBlock: ({ mediaType, base64 }) => ({ type: "file", mediaType, data: base64 }),
      ...(provider.urlBlock && {
        urlBlock: (url, mediaType) => ({ type: "file", mediaType: mediaType ?? ANY_IMAGE, data: new URL(url) }),
      }),
    }),
  );
}

/** The part of `useChat`'s result that decides the size of the next request. */
export interface AiSdkChat {
  id: string;
  messages: readonly UIMessage[];
}

export interface AiSdkChatOptions {
  /** Whose limits the pictures must meet: `anthropicMessages`, `openaiResponses`. */
  endpoint: Endpoint<unknown>;
  /** The text in the text box. Without it the message has no text part, as with `sendMessage({ files })`. */
  text?: string | undefined;
  /** What the transport or `sendMessage` adds to the body: `{ model: "..." }`. */
  body?: object | undefined;
  /** The `metadata` of the message. */
  metadata?: unknown;
}

/** As long as the ids that AI SDK's `generateId` makes. */
const MESSAGE_ID = "0".repeat(16);

/**
 * Options for `useVisionDropzone`, `VisionDropzone` and `createImageQueue` in a `useChat` app: the blocks are `FileUIPart`s, and the meter
 * counts to the byte what `DefaultChatTransport` posts to your route with the next `sendMessage({ text, files })`. Call it at each
 * render: only the conversation is measured again.
 */
export function aiSdkChat(
  chat: AiSdkChat,
  options: AiSdkChatOptions,
): { endpoint: Endpoint<FileUIPart>; request: (files: FileUIPart[]) => object } {
  const { endpoint, text, body, metadata } = Object(options) as AiSdkChatOptions;
  checkCall(
    Array.isArray((Object(chat) as AiSdkChat).messages),
    "aiSdkChat needs the chat's messages. Pass what useChat returns.",
  );
  return {
    endpoint: aiSdkFiles(endpoint),
    request: (files) => ({
      ...body,
      id: chat.id,
      messages: [
        ...chat.messages,
        {
          parts: [...files, ...(text === undefined ? [] : [{ type: "text", text }])],
          id: MESSAGE_ID,
          role: "user",
          metadata,
        },
      ],
      trigger: "submit-message",
    }),
  };
}
