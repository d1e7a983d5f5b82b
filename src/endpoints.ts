/** `vision-dropzone/endpoints`: one constant an endpoint, data plus pure functions, tree-shakable. */
export {
  type AnthropicBase64Source,
  type AnthropicFileSource,
  type AnthropicImageBlock,
  type AnthropicUrlSource,
  anthropicBatches,
  anthropicMessages,
  anthropicTokenCounting,
} from "./endpoints/anthropic.js";
export {
  type OpenaiChatImagePart,
  type OpenaiDetail,
  type OpenaiResponsesImage,
  openaiChat,
  openaiResponses,
  withDetail,
} from "./endpoints/openai.js";
