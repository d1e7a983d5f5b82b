/** Claude's image block, the same on every platform that speaks the Messages API. */
import type { PreparedImage, SentMediaType } from "../core/types.js";

/** Assignable to `ImageBlockParam` of `@anthropic-ai/sdk`. */
export interface AnthropicImageBlock {
  type: "image";
  source: AnthropicBase64Source | AnthropicUrlSource | AnthropicFileSource;
}
export interface AnthropicBase64Source {
  type: "base64";
  media_type: SentMediaType;
  /** Plain base64, without a `data:` prefix. */
  data: string;
}
export interface AnthropicUrlSource {
  type: "url";
  url: string;
}
export interface AnthropicFileSource {
  type: "file";
  file_id: string;
}

export function anthropicBlock({ mediaType, base64 }: PreparedImage): AnthropicImageBlock {
  return { type: "image", source: { type: "base64", media_type: mediaType, data: base64 } };
}
