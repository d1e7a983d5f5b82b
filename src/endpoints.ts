/** `vision-dropzone/endpoints`: one constant per endpoint, data plus pure functions, tree-shakable. */
export {
  anthropicBatches,
  anthropicMessages,
  anthropicTokenCounting,
  claudeInFoundry,
} from "./endpoints/anthropic/anthropic.js";
export {
  type AnthropicBase64Source,
  type AnthropicDocumentBlock,
  type AnthropicFileSource,
  type AnthropicImageBlock,
  type AnthropicUrlSource,
} from "./endpoints/anthropic/blocks.js";
export { azureOpenAI } from "./endpoints/openai/azure-openai.js";
export {
  type BedrockDocumentBlock,
  type BedrockHttpDocumentBlock,
  type BedrockHttpImageBlock,
  type BedrockImageBlock,
  type BedrockImageFormat,
  bedrockConverse,
  bedrockConverseSdk,
  bedrockInvokeModel,
} from "./endpoints/bedrock/bedrock.js";
export {
  cohereLimits,
  dashscopeLimits,
  deepinfraLimits,
  deepseekLimits,
  fireworksLimits,
  groqLimits,
  minimaxLimits,
  moonshotLimits,
  nvidiaLimits,
  zaiLimits,
} from "./endpoints/compatible/limits.js";
export {
  gemini,
  type GeminiDocumentPart,
  geminiInteractions,
  type GeminiInteractionsDocument,
  type GeminiInteractionsImage,
  type GeminiPart,
  vertexGemini,
} from "./endpoints/gemini/gemini.js";
export {
  mistral,
  mistralHttp,
  type MistralHttpImageChunk,
  type MistralImageChunk,
} from "./endpoints/mistral/mistral.js";
export { dataUrl } from "./endpoints/data-url.js";
export { ollama } from "./endpoints/ollama/ollama.js";
export { openaiChat, openaiResponses, withDetail } from "./endpoints/openai/openai.js";
export { openaiBatch, openaiBatchChat } from "./endpoints/openai/openai-batch.js";
export { openaiCompatible } from "./endpoints/compatible/openai-compatible.js";
export {
  type OpenaiChatFilePart,
  type OpenaiChatImagePart,
  type OpenaiDetail,
  type OpenaiResponsesFile,
  type OpenaiResponsesImage,
} from "./endpoints/openai/blocks.js";
export { openRouter, openRouterHttp, type OpenRouterImagePart } from "./endpoints/openrouter/open-router.js";
export { vertexClaude } from "./endpoints/anthropic/vertex-claude.js";
export { type BlockMakers, withBlocks } from "./endpoints/with-blocks.js";
export { xai } from "./endpoints/xai/xai.js";
export { claudeHighResolution, claudeStandard } from "./endpoints/anthropic/tokens.js";
export { gemini2, gemini3 } from "./endpoints/gemini/tokens.js";
export { mistral3, pixtral } from "./endpoints/mistral/tokens.js";
export {
  openaiGpt41Mini,
  openaiGpt41Nano,
  openaiGpt52,
  openaiGpt54,
  openaiGpt55,
  openaiGpt56,
  openaiGpt5Mini,
  openaiGpt5Nano,
  openaiGpt6,
  openaiO4Mini,
  openaiPatch,
  type OpenaiPatchOptions,
  type PatchLimits,
} from "./endpoints/openai/patch-tokens.js";
export {
  openaiGpt4o,
  openaiGpt4oMini,
  openaiGpt5,
  openaiO3,
  openaiTile,
  type OpenaiTileOptions,
} from "./endpoints/openai/tile-tokens.js";
