/**
 * How each refusal is known: by type and code where the provider gives one, by text only where it gives nothing else
 * (Anthropic has no code for image problems and says its wording may change). First match wins.
 */
import type { ApiErrorFacts, ApiErrorKind, ApiErrorUnit } from "./types.js";

export interface Signature {
  kind: ApiErrorKind;
  /** Every condition given must hold. A type, code or exception name: */
  code?: RegExp;
  /** HTTP status. */
  status?: number;
  /** May hold groups `actual` (and `more`, added to it) and `limit`. */
  text?: RegExp;
  /** The text is unmistakable: it needs no envelope around it. */
  sure?: true;
  unit?: ApiErrorUnit;
  /** Bytes per unit of the groups, where the text counts in MB. */
  unitBytes?: number;
  /** Who speaks like this, where the envelope does not tell. */
  provider?: string;
  ambiguousWith?: ApiErrorKind;
  retryable?: true;
  /** What to do in this very case, before the steps of its kind. */
  step?: string;
}

/**
 * Nothing is wrong with the request, whatever words and status stand beside these: OpenAI says 413 of a request with too many
 * tokens for a minute. A spent quota (`insufficient_quota`) is none of them: waiting does not help.
 */
const BUSY: readonly Signature[] = [
  // Anthropic's type, OpenAI's and OpenRouter's code, Google's status, the exceptions of AWS and of OpenRouter's SDK.
  { kind: "rate-limit", code: /^(?:rate_limit_error|rate_limit_exceeded|RESOURCE_EXHAUSTED|ThrottlingException|TooManyRequestsResponseError)$/, retryable: true },
  { kind: "overloaded", code: /^(?:overloaded_error|provider_overloaded|provider_unavailable|UNAVAILABLE|ServiceUnavailableException|ModelNotReadyException|ProviderOverloadedResponseError|ServiceUnavailableResponseError)$/, retryable: true },
  { kind: "rate-limit", status: 429, retryable: true },
  { kind: "overloaded", status: 503, retryable: true },
  { kind: "overloaded", status: 529, retryable: true },
];

const BY_CODE: readonly Signature[] = [
  { kind: "request-too-large", code: /^request_too_large$/, unit: "bytes" },
  { kind: "request-too-large", code: /^request_body_too_large_after_decoding$/, unit: "bytes", step: "Compressing the body does not help: it is measured after decoding." },
  { kind: "request-too-large", code: /^payload_too_large$/, unit: "bytes" },
  { kind: "request-too-large", code: /^FUNCTION_PAYLOAD_TOO_LARGE$/, provider: "vercel", unit: "bytes" },
  { kind: "request-too-large", code: /^entity\.too\.large$/, provider: "express", unit: "bytes" },
  { kind: "request-encoding", code: /^request_body_encoding_(?:invalid|unsupported)$/ },
  { kind: "image-too-large", code: /^(?:image_size_exceeds_limit|image_too_large|image_file_too_large)$/, unit: "bytes" },
  { kind: "image-too-small", code: /^image_too_small$/ },
  { kind: "media-type-mismatch", code: /^(?:invalid_image_format|unsupported_image_format|unsupported_image_media_type)$/ },
  // The code of old for a type that is not taken; its text names 20 MB as well.
  { kind: "media-type-mismatch", code: /^sanitizer_server_error$/, ambiguousWith: "image-too-large" },
  { kind: "undecodable-image", code: /^(?:invalid_image|image_parse_error|invalid_base64_image|empty_image_file|invalid_image_mode)$/ },
  { kind: "image-url-unreachable", code: /^(?:failed_to_download_image|image_download_failed)$/, retryable: true },
  { kind: "image-url-unreachable", code: /^invalid_image_url$/ },
  { kind: "image-file-missing", code: /^(?:image_file_not_found|image_not_found)$/ },
  { kind: "too-many-tokens", code: /^(?:context_length_exceeded|token_limit_exceeded)$/, unit: "tokens" },
];

/**
 * Tokens stand first: a 413 is not always about bytes, Vertex answers it for a long prompt. No `.*` in the middle: it would
 * cost the square of a text's length where the text repeats the pattern's beginning.
 */
const BY_TEXT: readonly Signature[] = [
  { kind: "too-many-tokens", text: /prompt is too long(?:: (?<actual>[\d,]+) tokens > (?<limit>[\d,]+))?/i, unit: "tokens" },
  { kind: "too-many-tokens", text: /input token count(?: \(?(?<actual>\d[\d,]*)\)?)? exceeds the maximum number of tokens allowed \(?(?<limit>\d[\d,]*)/i, provider: "gemini", unit: "tokens" },
  { kind: "too-many-tokens", text: /maximum context length is (?<limit>\d[\d,]*) tokens(?:[^\d]*(?<actual>\d[\d,]*) tokens)?/i, unit: "tokens" },
  { kind: "too-many-tokens", text: /maximum prompt length is (?<limit>\d+) but the request contains (?<actual>\d+) tokens/i, unit: "tokens" },
  { kind: "too-many-tokens", text: /exceeds the context window/i, unit: "tokens" },

  { kind: "image-too-large", text: /image exceeds [\d.]+ MB maximum: (?<actual>[\d,]+) bytes > (?<limit>[\d,]+) bytes/i, sure: true, unit: "bytes" },
  { kind: "image-too-large", text: /exceeds max allowed file size of (?<limit>\d+) for `?image\//i, provider: "gemini", unit: "bytes" },
  { kind: "image-too-large", text: /total referenced files bytes are too large to be read/i, provider: "gemini", unit: "bytes" },
  { kind: "image-too-large", text: /image content cannot exceed (?<limit>[\d.]+)\s?MB/i, unit: "bytes", unitBytes: 1e6 },

  { kind: "image-dimensions", text: /dimensions exceed max allowed size[^\d]*(?<limit>\d+) pixels/i, sure: true, unit: "pixels" },
  { kind: "image-dimensions", text: /image dimensions (?<actual>\d+x\d+) exceed the maximum image size(?:.*?downsized to (?<limit>\d+x\d+))?/i, sure: true, unit: "pixels" },
  { kind: "image-dimensions", text: /requires (?<actual>\d+) patches after processing, exceeding the limit of (?<limit>\d+)/i, sure: true, provider: "openai", unit: "patches" },

  { kind: "too-many-images", text: /too much media: (?<more>\d+) document pages? \+ (?<actual>\d+) images? > (?<limit>\d+)/i, sure: true, unit: "images" },
  { kind: "too-many-images", text: /too many images(?: and documents)?: (?<actual>\d+)(?: \+ (?<more>\d+))? > (?<limit>\d+)/i, sure: true, unit: "images" },

  { kind: "media-type-mismatch", text: /does not match the provided media type|the image appears to be an? image\//i },
  { kind: "media-type-mismatch", text: /media_type: Input should be/i },
  { kind: "media-type-mismatch", text: /you uploaded an unsupported image|got unsupported MIME type/i },
  { kind: "media-type-mismatch", text: /image .{0,500} has an invalid format\. ?Allowed formats are/i, provider: "mistral" },
  { kind: "media-type-mismatch", text: /Value .{0,200}at 'messages\.\d+\.member\.content\.\d+\.member\.image\.format'/i, sure: true, provider: "bedrock", step: "Converse takes `jpeg`, `png`, `gif` or `webp` in lower case; `jpg` is refused." },

  { kind: "undecodable-image", text: /could not process image/i, ambiguousWith: "image-too-small" },
  { kind: "undecodable-image", text: /does not represent a valid image|unable to process input image|provided image is not valid/i },
  { kind: "undecodable-image", text: /got empty base64-encoded bytes/i, provider: "openai", step: "The data URL holds nothing behind its comma: send the block once the image is ready." },
  { kind: "undecodable-image", text: /failed to sanitize image/i, sure: true, provider: "bedrock", step: "Give the AWS SDK the bytes themselves: base64 text is encoded a second time." },
  { kind: "undecodable-image", text: /illegal base64 data at input byte/i, provider: "ollama", step: "Send plain base64, without the `data:` prefix." },

  { kind: "unsupported-image-source", text: /invalid image input/i, provider: "ollama" },
  { kind: "unsupported-image-source", text: /is not a valid absolute URI/i, provider: "azure", step: "Data URLs above 65,520 characters were refused so for a day in July 2026: try a smaller image, or later." },
  { kind: "image-url-unreachable", text: /unable to download the file\. please verify the URL/i },

  { kind: "request-too-large", text: /total image size is (?<actual>[\d.]+)\s?MB, which exceeds the allowed limit of (?<limit>[\d.]+)\s?MB/i, sure: true, provider: "openai", unit: "bytes", unitBytes: 1e6 },
  { kind: "request-too-large", text: /request payload size exceeds the limit: (?<limit>\d+) bytes/i, sure: true, provider: "gemini", unit: "bytes" },
  // Bedrock says the same of 27 MB of images and of a long text; with images on board the bytes are met first.
  { kind: "request-too-large", text: /input is too long for requested model/i, sure: true, provider: "bedrock", ambiguousWith: "too-many-tokens" },
  { kind: "request-too-large", text: /FUNCTION_PAYLOAD_TOO_LARGE/, sure: true, provider: "vercel", unit: "bytes" },
  { kind: "request-too-large", text: /PayloadTooLargeError: request entity too large/, sure: true, provider: "express", unit: "bytes" },
  { kind: "request-too-large", text: /response is too large to store/i, provider: "xai", unit: "bytes", step: "Send `store: false`: the answer is stored with the images otherwise." },
  { kind: "request-too-large", text: /length limit exceeded/i, provider: "xai", unit: "bytes" },
  { kind: "request-too-large", text: /failed to read request body/i, provider: "ollama", unit: "bytes" },
  { kind: "request-too-large", status: 413, text: /<center>nginx/i, provider: "nginx", unit: "bytes" },
  { kind: "request-too-large", text: /request entity too large|payload too large/i, unit: "bytes" },

  { kind: "too-many-tokens", status: 413, text: /\btokens\b|context (?:length|window)/i, unit: "tokens" },
  { kind: "request-too-large", status: 413, unit: "bytes" },
];

const SIGNATURES: readonly Signature[] = [...BUSY, ...BY_CODE, ...BY_TEXT];

/** Answers that are about something else, whatever words they use. */
const OTHER_STATUSES: ReadonlySet<number> = new Set([401, 402, 403, 407]);
const OTHER_CODES =
  /^(?:AbortError|APIUserAbortError|TimeoutError|ImageError|(?:authentication|permission|billing)_error|insufficient_quota|UNAUTHENTICATED|PERMISSION_DENIED|AccessDeniedException|ServiceQuotaExceededException|.*content_policy.*|content_filter|refusal)$/;

export function signatureOf(facts: ApiErrorFacts): Signature | undefined {
  if (facts.statuses.some((status) => OTHER_STATUSES.has(status)) || facts.codes.some((code) => OTHER_CODES.test(code))) return undefined;
  return SIGNATURES.find((signature) => matches(signature, facts));
}

function matches({ status, code, text, sure }: Signature, { statuses, codes, messages, isApiError }: ApiErrorFacts): boolean {
  if (status !== undefined && !statuses.includes(status)) return false;
  if (code !== undefined && !codes.some((one) => code.test(one))) return false;
  return text === undefined || ((isApiError || sure === true) && messages.some((message) => text.test(message)));
}

/** What the words of a refusal count, as they stand there. */
export interface WrittenFigures {
  actual?: string;
  more?: string;
  limit?: string;
  unit: ApiErrorUnit | undefined;
  unitBytes: number;
}

/** The figures the signature's own text holds; where a code told the kind, those of any text of that kind. */
export function figuresOf({ kind, text }: Signature, { messages }: ApiErrorFacts): WrittenFigures | undefined {
  for (const other of SIGNATURES) {
    if (other.kind !== kind || other.text === undefined || (text !== undefined && other.text !== text)) continue;
    const groups = messages.map((message) => other.text?.exec(message)?.groups).find((found) => found !== undefined);
    if (groups) return { ...groups, unit: other.unit, unitBytes: other.unitBytes ?? 1 };
  }
  return undefined;
}
