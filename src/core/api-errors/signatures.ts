/**
 * How each refusal is known: by type and code where the provider gives one, by text only where it gives nothing else
 * (Anthropic has no code for image problems and says its wording may change). First match wins, so the narrow stand first.
 */
import type { ApiErrorFacts, ApiErrorKind } from "./types.js";

export interface Signature {
  kind: ApiErrorKind;
  /** Every field given must match. */
  status?: number;
  type?: string;
  code?: string | RegExp;
  /** May hold named groups `actual` and `limit`. */
  text?: RegExp;
  /** Bytes per unit of the groups, where the text counts in MB. */
  unitBytes?: number;
}

export const SIGNATURES: readonly Signature[] = [
  // A 413 is not always about bytes: Vertex answers it for a long prompt.
  { kind: "too-many-tokens", text: /prompt is too long(?:: (?<actual>[\d,]+) tokens > (?<limit>[\d,]+))?/i },
  { kind: "too-many-tokens", text: /input token count .*exceeds the maximum number of tokens allowed \(?(?<limit>[\d,]+)/i },
  { kind: "too-many-tokens", code: "context_length_exceeded" },

  { kind: "image-too-large", code: /^(?:image_size_exceeds_limit|image_too_large|image_file_too_large)$/ },
  { kind: "image-too-large", text: /image exceeds [\d.]+ MB maximum: (?<actual>[\d,]+) bytes > (?<limit>[\d,]+) bytes/i },
  { kind: "request-too-large", text: /total image size is (?<actual>[\d.]+)\s?MB, which exceeds the allowed limit of (?<limit>[\d.]+)\s?MB/i, unitBytes: 1e6 },

  { kind: "image-dimensions", text: /dimensions exceed max allowed size[^\d]*(?<limit>\d+) pixels/i },
  { kind: "image-dimensions", text: /requires (?<actual>\d+) patches after processing, exceeding the limit of (?<limit>\d+)/i },
  { kind: "image-dimensions", text: /image dimensions (?<actual>\d+)x\d+ exceed the maximum image size/i },

  { kind: "too-many-images", text: /too much media: .*?(?<actual>\d+) images > (?<limit>\d+)/i },
  { kind: "too-many-images", text: /too many images(?: and documents)?: (?<actual>\d+)(?: \+ \d+)? > (?<limit>\d+)/i },

  { kind: "media-type-mismatch", code: /^(?:invalid_image_format|unsupported_image_media_type|sanitizer_server_error)$/ },
  { kind: "media-type-mismatch", text: /does not match the provided media type|the image appears to be an? image\//i },
  { kind: "media-type-mismatch", text: /media_type: Input should be/i },

  { kind: "undecodable-image", code: /^(?:invalid_image|image_parse_error|invalid_base64_image|empty_image_file)$/ },
  { kind: "undecodable-image", text: /could not process image|does not represent a valid image|got empty base64-encoded bytes/i },

  { kind: "request-too-large", type: "request_too_large" },
  { kind: "request-too-large", code: "request_body_too_large_after_decoding" },
  { kind: "request-too-large", status: 413 },
];

export function matches({ status, type, code, text }: Signature, facts: ApiErrorFacts): RegExpExecArray | boolean {
  if (status !== undefined && status !== facts.status) return false;
  if (type !== undefined && type !== facts.type) return false;
  if (code !== undefined && !(typeof code === "string" ? code === facts.code : code.test(facts.code ?? ""))) return false;
  return text ? (text.exec(facts.message) ?? false) : true;
}
