/** Compiled, never run: endpoints as apps write them. */
import type { BlockOf, DocumentMode, Endpoint, PreparedImage } from "../../src/core.js";
import { createImageQueue, estimateRequest, toBlock } from "../../src/core.js";
import {
  anthropicMessages,
  bedrockConverseSdk,
  gemini,
  groqLimits,
  openaiChat,
  openaiCompatible,
  openaiResponses,
  withBlocks,
} from "../../src/endpoints.js";
import type {
  AnthropicDocumentBlock,
  AnthropicImageBlock,
  GeminiPart,
  OpenaiChatImagePart,
  OpenaiResponsesFile,
  OpenaiResponsesImage,
} from "../../src/endpoints.js";
import { useVisionDropzone, VisionDropzone } from "../../src/index.js";

declare const isClaude: boolean;
declare const image: PreparedImage;
type Either = AnthropicImageBlock | OpenaiChatImagePart;

// A provider chosen at run time.
const chosen = isClaude ? anthropicMessages : openaiChat;
export const chosenQueue = () => {
  const queue = createImageQueue({
    endpoint: chosen,
    request: (blocks) => ({ content: blocks satisfies Either[] }),
    onReady: ({ blocks }) => blocks satisfies Either[],
  });
  return queue.whenReady().then(({ blocks }): Either[] => blocks);
};
export const useChosen = () =>
  useVisionDropzone({ endpoint: chosen, request: (blocks) => ({ content: blocks satisfies Either[] }) }).ready
    ?.blocks satisfies Either[] | undefined;
export const ChosenParts = () => <VisionDropzone.Root dropzone={useVisionDropzone({ endpoint: chosen })} />;
export const chosenComponent = () => (
  <VisionDropzone
    endpoint={chosen}
    request={(blocks) => ({ content: blocks satisfies Either[] })}
    onReady={({ blocks }) => blocks satisfies Either[]}
  />
);
export const chosenInline = () => (
  <VisionDropzone
    endpoint={isClaude ? anthropicMessages : gemini}
    onReady={({ blocks }) => blocks satisfies (AnthropicImageBlock | GeminiPart)[]}
  />
);
export const chosenBlock = toBlock(image, chosen) satisfies Either;
export const chosenEstimate = estimateRequest({
  endpoint: chosen,
  images: [image],
  request: (blocks) => blocks satisfies Either[],
});
const providers = { anthropic: anthropicMessages, openai: openaiResponses, google: gemini, aws: bedrockConverseSdk };
export const ofMany = (name: keyof typeof providers) => createImageQueue({ endpoint: providers[name] });
/** An endpoint with unknown blocks. */
export const ofAny = (endpoint: Endpoint<unknown>) => [createImageQueue({ endpoint }), toBlock(image, endpoint)];
/** One provider stays exact, with and without the type argument. */
export const exact: AnthropicImageBlock = toBlock(image, anthropicMessages);
export const named = () =>
  createImageQueue<AnthropicImageBlock>({
    endpoint: anthropicMessages,
    onReady: ({ blocks }) => blocks satisfies AnthropicImageBlock[],
  });
/** And so does an app's own generic function. */
export const wrapped = <B,>(endpoint: Endpoint<B>, onBlocks: (blocks: B[]) => void): B => {
  createImageQueue({ endpoint, onReady: ({ blocks }) => onBlocks(blocks) });
  return toBlock(image, endpoint);
};

// A spread with a block type of its own. With `urlBlock` in it, blocks of that shape may come, too.
type Mine = { my: string };
const spread = { ...openaiChat, toBlock: ({ base64 }: PreparedImage): Mine => ({ my: base64 }) };
export const spreadQueue = () =>
  createImageQueue({ endpoint: spread, onReady: ({ blocks }) => blocks satisfies (Mine | OpenaiChatImagePart)[] });
export const spreadInline = () =>
  createImageQueue({ endpoint: { ...openaiChat, toBlock: (given) => ({ my: given.base64 }) } });
export const useSpread = () =>
  useVisionDropzone({ endpoint: { ...openaiChat, toBlock: (given) => ({ my: given.base64 }) } });
export const spreadComponent = () => (
  <VisionDropzone endpoint={{ ...openaiChat, toBlock: (given) => ({ my: given.base64 }) }} />
);
export const spreadBlock: Mine = toBlock(image, spread);
/** Without them the block is mine alone. */
const mine: Endpoint<Mine> = withBlocks(openaiChat, { toBlock: (given) => ({ my: given.base64 }) });
export const mineQueue = () =>
  createImageQueue({ endpoint: { ...mine, id: "mine" }, onReady: ({ blocks }) => blocks satisfies Mine[] });
const emptied = { ...spread, fileBlock: undefined, urlBlock: undefined };
export type Emptied = BlockOf<typeof emptied> extends Mine ? true : never;

// What LangChain asks of a content block: a type that fits an index signature.
type LangChainBlock = { readonly type: string; [key: string]: unknown };
export const forLangChain: LangChainBlock[] = [
  toBlock(image, anthropicMessages),
  toBlock(image, openaiChat),
  toBlock(image, openaiResponses),
];
export const asRecords: Record<string, unknown>[] = [
  toBlock(image, gemini),
  toBlock(image, bedrockConverseSdk),
  toBlock(image, withBlocks(openaiChat, { toBlock: () => ({ my: "" }) })),
];

// Limits of a provider over a shape.
export const groq: Endpoint<OpenaiChatImagePart> = { ...openaiCompatible, ...groqLimits };
export const groqQueue = () =>
  createImageQueue({
    endpoint: { ...openaiCompatible, ...groqLimits },
    onReady: ({ blocks }) => blocks satisfies OpenaiChatImagePart[],
  });

// PDF files come with the option alone.
type WithPdf = AnthropicImageBlock | AnthropicDocumentBlock;
declare const mode: DocumentMode;
export const pdfQueue = () =>
  createImageQueue({
    endpoint: anthropicMessages,
    documents: mode,
    request: (blocks) => ({ content: blocks satisfies WithPdf[] }),
    onReady: ({ blocks }) => blocks satisfies WithPdf[],
  })
    .whenReady()
    .then(({ blocks }): WithPdf[] => blocks);
export const usePdf = () =>
  useVisionDropzone({ endpoint: anthropicMessages, documents: "auto" }).ready?.blocks satisfies WithPdf[] | undefined;
export const pdfComponent = () => (
  <VisionDropzone endpoint={openaiResponses} documents="native" onReady={({ blocks }) => blocks satisfies WithFile[]} />
);
/** Also where the option may be undefined. A block is compared, since a list of images would satisfy both types. */
declare const perhaps: DocumentMode | undefined;
export const perhapsPdf = () =>
  createImageQueue({ endpoint: anthropicMessages, documents: perhaps })
    .whenReady()
    .then(({ blocks }) => blocks.filter(({ type }) => type === "document"));
export const usePerhapsPdf = () =>
  useVisionDropzone({ endpoint: anthropicMessages, documents: perhaps }).ready?.blocks.filter(
    ({ type }) => type === "document",
  );
type WithFile = OpenaiResponsesImage | OpenaiResponsesFile;
export const withoutPdf = () =>
  createImageQueue({
    endpoint: groq,
    documents: "auto",
    onReady: ({ blocks }) => blocks satisfies OpenaiChatImagePart[],
  });

// The checks above can fail.
// @ts-expect-error the blocks may be of either provider
export const oneOfTwo = (): AnthropicImageBlock => toBlock(image, chosen);
export const useHalf = () =>
  // @ts-expect-error the blocks may be of either provider
  useVisionDropzone({ endpoint: chosen, onReady: ({ blocks }: { blocks: AnthropicImageBlock[] }) => blocks });
// @ts-expect-error an endpoint makes blocks
export const none = () => createImageQueue({ endpoint: { id: "none" } });
