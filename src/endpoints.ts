/** `vision-dropzone/endpoints`: one constant an endpoint, data plus pure functions, tree-shakable. */
export { anthropicBatches, anthropicMessages, anthropicTokenCounting } from "./endpoints/anthropic.js";
export {
  type AnthropicBase64Source,
  type AnthropicFileSource,
  type AnthropicImageBlock,
  type AnthropicUrlSource,
} from "./endpoints/anthropic-block.js";
export { azureOpenAI } from "./endpoints/azure-openai.js";
export {
  type BedrockHttpImageBlock,
  type BedrockImageBlock,
  type BedrockImageFormat,
  bedrockConverse,
  bedrockConverseSdk,
} from "./endpoints/bedrock.js";
export { gemini, type GeminiPart } from "./endpoints/gemini.js";
export { mistral, mistralHttp, type MistralHttpImageChunk, type MistralImageChunk } from "./endpoints/mistral.js";
export { ollama } from "./endpoints/ollama.js";
export { openaiChat, openaiResponses, withDetail } from "./endpoints/openai.js";
export { openaiBatch, openaiBatchChat } from "./endpoints/openai-batch.js";
export { type OpenaiChatImagePart, type OpenaiDetail, type OpenaiResponsesImage } from "./endpoints/openai-parts.js";
export { openRouter, openRouterHttp, type OpenRouterImagePart } from "./endpoints/open-router.js";
export { vertexClaude } from "./endpoints/vertex-claude.js";
export { xai } from "./endpoints/xai.js";
