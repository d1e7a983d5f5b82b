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
export { claudeHighResolution, claudeStandard } from "./endpoints/tokens/claude.js";
export { gemini2, gemini3 } from "./endpoints/tokens/gemini.js";
export {
  openaiGpt41Mini,
  openaiGpt41Nano,
  openaiGpt52,
  openaiGpt54,
  openaiGpt55,
  openaiGpt56,
  openaiGpt5Mini,
  openaiGpt5Nano,
  openaiO4Mini,
  openaiPatch,
  type OpenaiPatchOptions,
  type PatchLimits,
} from "./endpoints/tokens/openai-patch.js";
export { openaiGpt4o, openaiGpt4oMini, openaiGpt5, openaiO3, openaiTile, type OpenaiTileOptions } from "./endpoints/tokens/openai-tile.js";
