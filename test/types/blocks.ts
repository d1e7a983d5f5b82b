/** Compiled, never run: our blocks are assignable to the official SDKs' types. */
import type Anthropic from "@anthropic-ai/sdk";
import type { AnthropicVertex } from "@anthropic-ai/vertex-sdk";
import type {
  ContentBlock,
  ConverseCommandInput,
  ConverseStreamCommandInput,
  ImageBlock,
} from "@aws-sdk/client-bedrock-runtime";
import type { GenerateContentParameters, GoogleGenAI, Interactions, Part } from "@google/genai";
import type {
  ChatCompletionRequest,
  ChatCompletionStreamRequest,
  ContentChunk,
  ImageURLChunk,
} from "@mistralai/mistralai/models/components";
import type { ChatContentImage, ChatRequest } from "@openrouter/sdk/models";
import type { ChatRequest as OllamaChatRequest, Message } from "ollama";
import type OpenAI from "openai";
import type { DocumentBlockOf, Endpoint } from "../../src/shared/endpoint.js";
import type { PreparedDocument } from "../../src/shared/types.js";
import type * as endpoints from "../../src/endpoints.js";

type BlockOf<Name extends keyof typeof endpoints> = (typeof endpoints)[Name] extends Endpoint<infer B> ? B : never;
type Assignable<From extends To, To> = From;

export type AnthropicMessages = Assignable<BlockOf<"anthropicMessages">, Anthropic.ImageBlockParam>;
export type AnthropicMessagesContent = Assignable<BlockOf<"anthropicMessages">, Anthropic.ContentBlockParam>;
export type AnthropicTokenCounting = Assignable<BlockOf<"anthropicTokenCounting">, Anthropic.ContentBlockParam>;
export type AnthropicBatches = Assignable<BlockOf<"anthropicBatches">, Anthropic.ContentBlockParam>;
export type VertexClaude = Assignable<BlockOf<"vertexClaude">, Anthropic.ImageBlockParam>;
export type ClaudeInFoundry = Assignable<BlockOf<"claudeInFoundry">, Anthropic.ImageBlockParam>;
export type BedrockInvokeModel = Assignable<BlockOf<"bedrockInvokeModel">, Anthropic.ImageBlockParam>;
export type OpenaiCompatible = Assignable<BlockOf<"openaiCompatible">, OpenAI.ChatCompletionContentPartImage>;
export type OpenaiChat = Assignable<BlockOf<"openaiChat">, OpenAI.ChatCompletionContentPartImage>;
export type OpenaiResponses = Assignable<BlockOf<"openaiResponses">, OpenAI.Responses.ResponseInputImage>;
/** As `openai` 6 declared them, before there was `original`: what npm installs on Node 20. */
type DetailOf6 = "auto" | "high" | "low";
export type OpenaiChatOf6 = Assignable<
  BlockOf<"openaiChat" | "azureOpenAI" | "openRouterHttp" | "openaiCompatible">,
  { type: "image_url"; image_url: { url: string; detail?: DetailOf6 } }
>;
export type OpenaiResponsesOf6 = Assignable<
  BlockOf<"openaiResponses" | "xai">,
  { type: "input_image"; detail: DetailOf6; image_url?: string | null; file_id?: string | null }
>;
export type OpenaiBatch = Assignable<BlockOf<"openaiBatch">, OpenAI.Responses.ResponseInputImage>;
export type OpenaiBatchChat = Assignable<BlockOf<"openaiBatchChat">, OpenAI.ChatCompletionContentPartImage>;
export type AzureOpenai = Assignable<BlockOf<"azureOpenAI">, OpenAI.ChatCompletionContentPartImage>;
export type Xai = Assignable<BlockOf<"xai">, OpenAI.Responses.ResponseInputImage>;
export type Gemini = Assignable<BlockOf<"gemini">, Part>;
export type VertexGemini = Assignable<BlockOf<"vertexGemini">, Part>;
export type GeminiInteractions = Assignable<BlockOf<"geminiInteractions">, Interactions.ImageContent>;
export type BedrockConverseSdk = Assignable<BlockOf<"bedrockConverseSdk">, ContentBlock>;
export type BedrockConverseSdkImage = Assignable<BlockOf<"bedrockConverseSdk">["image"], ImageBlock>;
export type Mistral = Assignable<BlockOf<"mistral">, ImageURLChunk>;
export type MistralContent = Assignable<BlockOf<"mistral">, ContentChunk>;
export type OpenRouter = Assignable<BlockOf<"openRouter">, ChatContentImage>;
export type OpenRouterHttp = Assignable<BlockOf<"openRouterHttp">, OpenAI.ChatCompletionContentPartImage>;
export type Ollama = Assignable<BlockOf<"ollama">[], NonNullable<Message["images"]>>;

type PdfBlockOf<Name extends keyof typeof endpoints> = DocumentBlockOf<(typeof endpoints)[Name]>;
export type AnthropicDocument = Assignable<
  PdfBlockOf<"anthropicMessages" | "vertexClaude">,
  Anthropic.DocumentBlockParam
>;
export type OpenaiChatDocument = Assignable<
  PdfBlockOf<"openaiChat" | "openaiBatchChat">,
  OpenAI.Chat.Completions.ChatCompletionContentPart.File
>;
export type OpenaiDocument = Assignable<
  PdfBlockOf<"openaiResponses" | "openaiBatch">,
  OpenAI.Responses.ResponseInputFile
>;
export type GeminiDocument = Assignable<PdfBlockOf<"gemini" | "vertexGemini">, Part>;
export type InteractionsDocument = Assignable<PdfBlockOf<"geminiInteractions">, Interactions.DocumentContent>;
export type BedrockDocument = Assignable<PdfBlockOf<"bedrockConverseSdk">, ContentBlock>;
/** An endpoint that takes none has none. */
export type NoDocument = Assignable<PdfBlockOf<"mistral" | "ollama" | "azureOpenAI">, never>;
export const detailed = (withDetail: typeof endpoints.withDetail, { openaiResponses }: typeof endpoints) =>
  withDetail(openaiResponses, "high").documents.toBlock satisfies (
    pdf: PreparedDocument,
  ) => PdfBlockOf<"openaiResponses">;

// The two forms of one API are not each other's, and the checks above can fail.
// @ts-expect-error base64 text is for the HTTP API
export type BedrockConverse = Assignable<BlockOf<"bedrockConverse">, ContentBlock>;
// @ts-expect-error the SDK's field is `imageUrl`
export type MistralHttp = Assignable<BlockOf<"mistralHttp">, ImageURLChunk>;
// @ts-expect-error the SDK's field is `imageUrl`
export type OpenRouterHttpSdk = Assignable<BlockOf<"openRouterHttp">, ChatContentImage>;
// @ts-expect-error another provider's shape
export type GeminiAsOpenai = Assignable<BlockOf<"gemini">, OpenAI.ChatCompletionContentPartImage>;

/** The blocks are typed by the detail that was asked for. */
export const original = (
  withDetail: typeof endpoints.withDetail,
  { openaiChat, openaiResponses }: typeof endpoints,
) => ({
  chat: withDetail(openaiChat, "original") satisfies Endpoint<{ image_url: { detail?: "original" } }>,
  responses: withDetail(withDetail(openaiResponses, "high"), "original") satisfies Endpoint<{ detail: "original" }>,
});

/** As an app writes them, with nothing cast. */
export function messageOf(blocks: BlockOf<"anthropicMessages">[]): Anthropic.MessageCreateParams {
  return {
    model: "m",
    max_tokens: 1,
    messages: [{ role: "user", content: [...blocks, { type: "text", text: "What is this?" }] }],
  };
}
export function vertexMessageOf(
  blocks: BlockOf<"vertexClaude">[],
): Parameters<AnthropicVertex["messages"]["create"]>[0] {
  return {
    model: "m",
    max_tokens: 1,
    messages: [{ role: "user", content: [...blocks, { type: "text", text: "What is this?" }] }],
  };
}
export function batchOf(blocks: BlockOf<"anthropicBatches">[]): Anthropic.Messages.BatchCreateParams {
  return {
    requests: [
      { custom_id: "1", params: { model: "m", max_tokens: 1, messages: [{ role: "user", content: blocks }] } },
    ],
  };
}
export function chatOf(
  blocks: BlockOf<"openaiChat" | "azureOpenAI" | "openRouterHttp">[],
): OpenAI.ChatCompletionCreateParams {
  return { model: "m", messages: [{ role: "user", content: [...blocks, { type: "text", text: "What is this?" }] }] };
}
export function responseOf(blocks: BlockOf<"openaiResponses" | "xai">[]): OpenAI.Responses.ResponseCreateParams {
  return { model: "m", input: [{ role: "user", content: [...blocks, { type: "input_text", text: "What is this?" }] }] };
}
export function contentOf(blocks: BlockOf<"gemini" | "vertexGemini">[]): GenerateContentParameters {
  return { model: "m", contents: [{ role: "user", parts: [...blocks, { text: "What is this?" }] }] };
}
export function interactionOf(
  blocks: BlockOf<"geminiInteractions">[],
): Parameters<GoogleGenAI["interactions"]["create"]>[0] {
  return { model: "m", input: [{ type: "user_input", content: [...blocks, { type: "text", text: "What is this?" }] }] };
}
export function shortInteractionOf(
  blocks: BlockOf<"geminiInteractions">[],
): Parameters<GoogleGenAI["interactions"]["create"]>[0] {
  return { model: "m", input: [...blocks, { type: "text", text: "What is this?" }] };
}
export function converseOf(blocks: BlockOf<"bedrockConverseSdk">[]): ConverseCommandInput & ConverseStreamCommandInput {
  return { modelId: "m", messages: [{ role: "user", content: [...blocks, { text: "What is this?" }] }] };
}
export function mistralOf(blocks: BlockOf<"mistral">[]): ChatCompletionRequest & ChatCompletionStreamRequest {
  return { model: "m", messages: [{ role: "user", content: [...blocks, { type: "text", text: "What is this?" }] }] };
}
export function openRouterOf(blocks: BlockOf<"openRouter">[]): ChatRequest {
  return { model: "m", messages: [{ role: "user", content: [...blocks, { type: "text", text: "What is this?" }] }] };
}
export function ollamaOf(blocks: BlockOf<"ollama">[]): OllamaChatRequest {
  return { model: "m", messages: [{ role: "user", content: "What is this?", images: blocks }] };
}
