/** Claude's blocks, the same on every platform that speaks the Messages API. */
import type { PreparedDocument, PreparedImage, SentMediaType } from "../../shared/types.js";

// Blocks are types, not interfaces: only types fit a `Record<string, unknown>`, which frameworks such as LangChain ask for.

/** Assignable to `ImageBlockParam` of `@anthropic-ai/sdk`. */
export type AnthropicImageBlock = {
  type: "image";
  source: AnthropicBase64Source | AnthropicUrlSource | AnthropicFileSource;
};
export type AnthropicBase64Source = {
  type: "base64";
  media_type: SentMediaType;
  /** Plain base64, without a `data:` prefix. */
  data: string;
};
export type AnthropicUrlSource = {
  type: "url";
  url: string;
};
export type AnthropicFileSource = {
  type: "file";
  file_id: string;
};

export function anthropicBlock({ mediaType, base64 }: PreparedImage): AnthropicImageBlock {
  return { type: "image", source: { type: "base64", media_type: mediaType, data: base64 } };
}

export function anthropicFile(fileId: string): AnthropicImageBlock {
  return { type: "image", source: { type: "file", file_id: fileId } };
}

export function anthropicUrl(url: string): AnthropicImageBlock {
  return { type: "image", source: { type: "url", url } };
}

/** Assignable to `DocumentBlockParam` of `@anthropic-ai/sdk`. */
export type AnthropicDocumentBlock = {
  type: "document";
  /** Plain base64, without a `data:` prefix. */
  source: { type: "base64"; media_type: "application/pdf"; data: string };
  /** The file's name. */
  title: string;
};

export function anthropicDocument({ mediaType, base64, name }: PreparedDocument): AnthropicDocumentBlock {
  return { type: "document", source: { type: "base64", media_type: mediaType, data: base64 }, title: name };
}
