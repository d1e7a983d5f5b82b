/** Claude's image block, the same on every platform that speaks the Messages API. */
import type { CapSource } from "../core/endpoint.js";
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

/** 1280x960 is 1610 tokens, above the 1568 of most models, and would be resampled on the server; this is 1564 at most. */
export const CLAUDE_UNTOUCHED_BOX = { width: 1280, height: 952, model: "Claude of the standard tier (up to 4.6)" };

export const CLAUDE_UNTOUCHED_BOX_SOURCE: CapSource = {
  figure: "not resized: up to 1568 tokens of 28x28 px and 1568 px a side (Claude 4.7 and later: 4784 and 2576)",
  url: "https://platform.claude.com/docs/en/build-with-claude/vision-coordinates",
  confidence: "A",
};

export function anthropicBlock({ mediaType, base64 }: PreparedImage): AnthropicImageBlock {
  return { type: "image", source: { type: "base64", media_type: mediaType, data: base64 } };
}
