/** Every refusal of the fact sheet, as its provider answers it: an HTTP status and a body. */
import type { ExplainedError } from "../../../src/api-errors/types.js";

export interface Sample {
  name: string;
  status: number;
  /** A string is a body that is not JSON. */
  body: object | string;
  headers?: Record<string, string>;
  /** Whose SDK can throw it. */
  sdk?: "anthropic" | "openai" | "azure" | "gemini" | "bedrock" | "openrouter" | "mistral" | "ollama";
  expected: Partial<ExplainedError>;
  /** What holds only where the status or the headers are known. */
  withStatus?: Partial<ExplainedError>;
  /** The body alone does not say enough. */
  needsStatus?: true;
}

const anthropicBody = (type: string, message: string, more: object = {}) => ({
  type: "error",
  error: { type, message, ...more },
  request_id: "req_011CX",
});
const anthropic = (name: string, message: string, expected: Partial<ExplainedError>): Sample => ({
  name: `Anthropic: ${name}`,
  status: 400,
  body: anthropicBody("invalid_request_error", message),
  sdk: "anthropic",
  expected: { provider: "anthropic", requestId: "req_011CX", ...expected },
});

const openai = (
  name: string,
  code: string | null,
  message: string,
  expected: Partial<ExplainedError>,
  more: object = {},
): Sample => ({
  name: `OpenAI: ${name}`,
  status: 400,
  body: { error: { message, type: "invalid_request_error", param: null, code, ...more } },
  headers: { "x-request-id": "req_openai" },
  sdk: "openai",
  expected: { provider: "openai", ...expected },
  withStatus: { requestId: "req_openai" },
});

const gemini = (name: string, message: string, expected: Partial<ExplainedError>): Sample => ({
  name: `Gemini: ${name}`,
  status: 400,
  body: { error: { code: 400, message, status: "INVALID_ARGUMENT" } },
  sdk: "gemini",
  expected: { provider: "gemini", ...expected },
});

const bedrock = (name: string, message: string, expected: Partial<ExplainedError>): Sample => ({
  name: `Bedrock: ${name}`,
  status: 400,
  body: { message },
  headers: { "x-amzn-errortype": "ValidationException:http://internal.amazon.com/coral/", "x-amzn-requestid": "7f1c" },
  sdk: "bedrock",
  expected: { provider: "bedrock", ...expected },
  withStatus: { requestId: "7f1c" },
});

const openrouter = (
  name: string,
  status: number,
  message: string,
  metadata: object,
  expected: Partial<ExplainedError>,
): Sample => ({
  name: `OpenRouter: ${name}`,
  status,
  body: { error: { code: status, message, metadata } },
  sdk: "openrouter",
  expected: { provider: "openrouter", ...expected },
});

const ollama = (name: string, message: string, expected: Partial<ExplainedError>): Sample => ({
  name: `Ollama: ${name}`,
  status: 400,
  body: { error: message },
  sdk: "ollama",
  expected: { provider: "ollama", ...expected },
});

const AT = "messages.0.content.2.image.source.base64";
const PLACE = { messageIndex: 0, imageIndex: 2 };
const NGINX =
  "<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body>\r\n<center><h1>413 Request Entity Too Large</h1></center>\r\n<hr><center>nginx/1.27.0</center>\r\n</body>\r\n</html>\r\n";
const EXPRESS =
  '<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>Error</title>\n</head>\n<body>\n<pre>PayloadTooLargeError: request entity too large<br> &nbsp; at readStream (raw-body/index.js:163:17)</pre>\n</body>\n</html>\n';

export const SAMPLES: readonly Sample[] = [
  // Anthropic
  {
    name: "Anthropic: the body",
    status: 413,
    body: anthropicBody("request_too_large", "Request exceeds the maximum size"),
    sdk: "anthropic",
    expected: { kind: "request-too-large", provider: "anthropic", requestId: "req_011CX" },
  },
  {
    name: "Anthropic: the body, newer words",
    status: 413,
    body: anthropicBody("request_too_large", "Request exceeds the maximum allowed size of 32 MB"),
    sdk: "anthropic",
    expected: { kind: "request-too-large", provider: "anthropic", requestId: "req_011CX" },
  },
  {
    name: "Anthropic: the body, at its edge",
    status: 413,
    body: { error: { type: "request_too_large", message: "Request exceeds the maximum size" } },
    sdk: "anthropic",
    expected: { kind: "request-too-large" },
  },
  {
    name: "Anthropic: the body once decompressed",
    status: 413,
    body: anthropicBody("invalid_request_error", "Request body too large", {
      details: { error_code: "request_body_too_large_after_decoding" },
    }),
    sdk: "anthropic",
    expected: { kind: "request-too-large", provider: "anthropic" },
  },
  {
    name: "Anthropic: a broken compression",
    status: 400,
    body: anthropicBody("invalid_request_error", "Bad body", {
      details: { error_code: "request_body_encoding_invalid" },
    }),
    sdk: "anthropic",
    expected: { kind: "request-encoding", provider: "anthropic" },
  },
  {
    name: "Anthropic: an unknown compression",
    status: 415,
    body: anthropicBody("invalid_request_error", "Bad body", {
      details: { error_code: "request_body_encoding_unsupported" },
    }),
    sdk: "anthropic",
    expected: { kind: "request-encoding", provider: "anthropic" },
  },
  anthropic("the bytes of an image", `${AT}: image exceeds 10 MB maximum: 23045044 bytes > 10485760 bytes`, {
    kind: "image-too-large",
    ...PLACE,
    actual: 23_045_044,
    limit: 10_485_760,
    unit: "bytes",
  }),
  anthropic(
    "the pixels of an image",
    `${AT}.data: At least one of the image dimensions exceed max allowed size: 8000 pixels`,
    { kind: "image-dimensions", ...PLACE, limit: 8000, unit: "pixels" },
  ),
  anthropic(
    "the pixels among many images",
    "messages.19.content.27.image.source.base64.data: At least one of the image dimensions exceed max allowed size for many-image requests: 2000 pixels",
    { kind: "image-dimensions", messageIndex: 19, imageIndex: 27, limit: 2000, unit: "pixels" },
  ),
  anthropic(
    "an image it was told not to downsize",
    'messages.0.content.0: image dimensions 1593x2324 exceed the maximum image size of a model named on this request and would be downsized to 902x1316; scale the image to at most 902x1316 or set the image\'s oversized_image setting to "downsize"',
    { kind: "image-dimensions", messageIndex: 0, imageIndex: 0, actual: 2324, limit: 1316, unit: "pixels" },
  ),
  anthropic("the count", "Too much media: 0 document pages + 107 images > 100", {
    kind: "too-many-images",
    actual: 107,
    limit: 100,
    unit: "images",
  }),
  anthropic("the count, documents included", "Too much media: 10 document pages + 95 images > 100", {
    kind: "too-many-images",
    actual: 105,
    limit: 100,
  }),
  anthropic("the count, other words", "messages.3.content: too many images and documents: 120 + 0 > 100", {
    kind: "too-many-images",
    actual: 120,
    limit: 100,
  }),
  anthropic("a type that disagrees, 2025", `${AT}.data: Image does not match the provided media type image/png`, {
    kind: "media-type-mismatch",
    ...PLACE,
  }),
  anthropic(
    "a type that disagrees, 2026",
    `${AT}.data: The image was specified using the image/png media type, but the image appears to be a image/jpeg image`,
    { kind: "media-type-mismatch", ...PLACE },
  ),
  anthropic(
    "a type it does not take",
    `${AT}.media_type: Input should be 'image/jpeg', 'image/png', 'image/gif' or 'image/webp'`,
    { kind: "media-type-mismatch", ...PLACE },
  ),
  anthropic("a broken or tiny image", "Could not process image", {
    kind: "undecodable-image",
    ambiguousWith: "image-too-small",
  }),
  anthropic("a URL it could not fetch", "Unable to download the file. Please verify the URL and try again.", {
    kind: "image-url-unreachable",
  }),
  anthropic("tokens", "prompt is too long: 215448 tokens > 200000 maximum", {
    kind: "too-many-tokens",
    actual: 215_448,
    limit: 200_000,
    unit: "tokens",
  }),
  {
    name: "Claude on Vertex: tokens, as a 413",
    status: 413,
    body: {
      type: "error",
      error: { type: "invalid_request_error", message: "Prompt is too long" },
      request_id: "req_vrtx_011CX",
    },
    sdk: "anthropic",
    expected: { kind: "too-many-tokens", provider: "vertex", requestId: "req_vrtx_011CX" },
  },

  // OpenAI
  openai(
    "the total",
    null,
    "Total image size is 50.56MB, which exceeds the allowed limit of 50MB.",
    { kind: "request-too-large", actual: 50_560_000, limit: 50_000_000, unit: "bytes" },
    { param: "messages" },
  ),
  openai("one image, by its code", "image_size_exceeds_limit", "Image size exceeds maximum limit", {
    kind: "image-too-large",
  }),
  openai(
    "patches",
    "invalid_value",
    "The image you provided requires 32400 patches after processing, exceeding the limit of 30000. Please resize the image and try again.",
    { kind: "image-dimensions", messageIndex: 0, imageIndex: 1, actual: 32_400, limit: 30_000, unit: "patches" },
    { param: "input[0].content[1].image_url" },
  ),
  openai(
    "a format",
    "invalid_image_format",
    "You uploaded an unsupported image. Please make sure your image has of one the following formats: ['png', 'jpeg', 'gif', 'webp'].",
    { kind: "media-type-mismatch" },
  ),
  openai(
    "a format, without a code",
    null,
    "You uploaded an unsupported image. Please make sure your image has of one the following formats: ['png', 'jpeg', 'gif', 'webp'].",
    { kind: "media-type-mismatch" },
  ),
  openai(
    "a format, the code of old",
    "sanitizer_server_error",
    "You uploaded an unsupported image. Please make sure your image is below 20 MB in size and is of one the following formats: ['png', 'jpeg', 'gif', 'webp'].",
    { kind: "media-type-mismatch", ambiguousWith: "image-too-large" },
  ),
  openai(
    "undecodable",
    "invalid_value",
    "The image data you provided does not represent a valid image. Please check your input and try again with one of the supported image formats: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'].",
    { kind: "undecodable-image" },
    { param: "input" },
  ),
  openai(
    "an empty data URL",
    null,
    "Invalid 'messages[0].content[1].image_url.url'. Expected a base64-encoded data URL with an image MIME type (e.g. 'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU='), but got empty base64-encoded bytes.",
    { kind: "undecodable-image", messageIndex: 0, imageIndex: 1 },
  ),
  openai(
    "a data URL of another type",
    null,
    "Invalid 'input[0].content[1].image_url'. Expected a base64-encoded data URL with an image MIME type (e.g. 'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU='), but got unsupported MIME type 'image/heic'.",
    { kind: "media-type-mismatch", imageIndex: 1 },
  ),
  openai(
    "tokens",
    "context_length_exceeded",
    "This model's maximum context length is 128000 tokens. However, your messages resulted in 131072 tokens.",
    { kind: "too-many-tokens", actual: 131_072, limit: 128_000, unit: "tokens" },
  ),
  openai(
    "tokens, Responses",
    "context_length_exceeded",
    "Your input exceeds the context window of this model. Please adjust your input and try again.",
    { kind: "too-many-tokens" },
    { param: "input" },
  ),

  // Azure
  {
    name: "Azure: a long data URL",
    status: 400,
    body: {
      error: {
        code: "invalid_payload",
        message: "'data:image/jpeg;base64,/9j/4AAQSkZJRgAB...' is not a valid absolute URI",
      },
    },
    headers: { "apim-request-id": "a-1" },
    sdk: "azure",
    expected: { kind: "unsupported-image-source", provider: "azure" },
    withStatus: { requestId: "a-1" },
  },

  // Gemini
  gemini(
    "undecodable",
    "Unable to process input image. Please retry or report in https://developers.generativeai.google/guide/troubleshooting",
    { kind: "undecodable-image" },
  ),
  gemini("undecodable, older words", "Provided image is not valid.", { kind: "undecodable-image" }),
  gemini("tokens", "The input token count exceeds the maximum number of tokens allowed 1048576.", {
    kind: "too-many-tokens",
    limit: 1_048_576,
    unit: "tokens",
  }),
  gemini(
    "tokens, with the count",
    "The input token count (1300000) exceeds the maximum number of tokens allowed (1048575).",
    { kind: "too-many-tokens", actual: 1_300_000, limit: 1_048_575 },
  ),
  gemini("the body", "Request payload size exceeds the limit: 4194304 bytes.", {
    kind: "request-too-large",
    limit: 4_194_304,
    unit: "bytes",
  }),
  gemini(
    "a large file",
    "Request contains an invalid argument: total referenced files bytes are too large to be read",
    { kind: "image-too-large" },
  ),
  gemini(
    "a large file in Cloud Storage",
    "The referenced file exceeds max allowed file size of 31457280 for `image/png`.",
    { kind: "image-too-large", limit: 31_457_280, unit: "bytes" },
  ),

  // Bedrock
  bedrock(
    "a label",
    "1 validation error detected: Value at 'messages.1.member.content.2.member.image.format' failed to satisfy constraint: Member must satisfy enum value set: [gif, jpeg, png, webp]",
    { kind: "media-type-mismatch", messageIndex: 0, imageIndex: 1 },
  ),
  bedrock(
    "a label that disagrees",
    "The model returned the following errors: messages.0.content.1.image.source.base64.data: The image was specified using the image/png media type, but the image appears to be a image/jpeg image",
    { kind: "media-type-mismatch", messageIndex: 0, imageIndex: 1 },
  ),
  bedrock(
    "the bytes of an image",
    "The model returned the following errors: messages.0.content.2.image.source.bytes: image exceeds 5 MB maximum: 7167852 bytes > 5242880 bytes",
    { kind: "image-too-large", imageIndex: 2, actual: 7_167_852, limit: 5_242_880 },
  ),
  bedrock("base64 as bytes", "Failed to sanitize image: Invalid or unsupported image format", {
    kind: "undecodable-image",
  }),
  bedrock("the body", "Input is too long for requested model.", {
    kind: "request-too-large",
    ambiguousWith: "too-many-tokens",
  }),

  // OpenRouter
  openrouter(
    "a large image, by its type",
    400,
    "Image too large",
    { error_type: "image_too_large" },
    { kind: "image-too-large" },
  ),
  openrouter("a small image", 400, "Image too small", { error_type: "image_too_small" }, { kind: "image-too-small" }),
  openrouter(
    "a broken image",
    400,
    "Bad image",
    { error_type: "invalid_image", provider_code: "invalid_value" },
    { kind: "undecodable-image" },
  ),
  openrouter(
    "a format",
    400,
    "Bad format",
    { error_type: "unsupported_image_format" },
    { kind: "media-type-mismatch" },
  ),
  openrouter(
    "an image it could not fetch",
    400,
    "No image",
    { error_type: "image_download_failed" },
    { kind: "image-url-unreachable", retryable: true },
  ),
  openrouter(
    "an image that is not there",
    404,
    "No image",
    { error_type: "image_not_found" },
    { kind: "image-file-missing" },
  ),
  openrouter("the body", 413, "Payload too large", { error_type: "payload_too_large" }, { kind: "request-too-large" }),
  openrouter(
    "tokens, as a 413",
    413,
    "Too long",
    { error_type: "context_length_exceeded" },
    { kind: "too-many-tokens" },
  ),
  openrouter(
    "what it downloads for the model",
    413,
    "Downloaded image content cannot exceed 30MB",
    { provider_name: null },
    { kind: "image-too-large", limit: 30_000_000 },
  ),
  openrouter(
    "the upstream's own words",
    400,
    "Provider returned error",
    {
      provider_name: "Anthropic",
      raw: JSON.stringify(
        anthropicBody("invalid_request_error", `${AT}: image exceeds 5 MB maximum: 6500712 bytes > 5242880 bytes`),
      ),
    },
    { kind: "image-too-large", ...PLACE, actual: 6_500_712, limit: 5_242_880 },
  ),

  // Ollama
  ollama("a data URL", "illegal base64 data at input byte 4", { kind: "undecodable-image" }),
  ollama("a URL", "invalid image input", { kind: "unsupported-image-source" }),
  ollama("the body, in its cloud", "failed to read request body (ref: 13ee9be4-97b8-4fdd-97bf-b9429f3bfb21)", {
    kind: "request-too-large",
  }),

  // Mistral
  {
    name: "Mistral: a format",
    status: 400,
    body: {
      object: "error",
      message: "Image https://static.simonwillison.n has an invalid format.Allowed formats are JPEG,PNG,WEBP,GIF.",
      type: "invalid_request_error",
      param: null,
      code: "3310",
    },
    sdk: "mistral",
    expected: { kind: "media-type-mismatch", provider: "mistral" },
  },
  {
    name: "Mistral: a 413 without a word",
    status: 413,
    body: "",
    sdk: "mistral",
    expected: { kind: "request-too-large" },
    withStatus: {},
    needsStatus: true,
  },

  // xAI
  {
    name: "xAI: the body",
    status: 413,
    body: { error: "Failed to read request body: length limit exceeded" },
    expected: { kind: "request-too-large", provider: "unknown" },
  },
  {
    name: "xAI: the stored answer",
    status: 400,
    body: { code: "Client specified an invalid argument", error: "Response is too large to store" },
    expected: { kind: "request-too-large", provider: "xai" },
  },
  {
    name: "xAI: tokens",
    status: 400,
    body: {
      code: "Client specified an invalid argument",
      error: "This model's maximum prompt length is 131072 but the request contains 537812 tokens.",
    },
    expected: { kind: "too-many-tokens", provider: "xai", actual: 537_812, limit: 131_072 },
  },

  // What stands before the API
  {
    name: "Vercel: the body",
    status: 413,
    body: "Request Entity Too Large\n\nFUNCTION_PAYLOAD_TOO_LARGE\n\nfra1::6xrvb-1704458916273-96897f275fd9\n",
    headers: { "x-vercel-error": "FUNCTION_PAYLOAD_TOO_LARGE", "x-vercel-id": "fra1::6xrvb" },
    expected: { kind: "request-too-large", provider: "vercel" },
    withStatus: { requestId: "fra1::6xrvb" },
  },
  {
    name: "Express: the body, as its page",
    status: 413,
    body: EXPRESS,
    expected: { kind: "request-too-large", provider: "express" },
  },
  {
    name: "Express: the body, as JSON",
    status: 413,
    body: { error: "request entity too large" },
    expected: { kind: "request-too-large" },
  },
  {
    name: "nginx: the body",
    status: 413,
    body: NGINX,
    expected: { kind: "request-too-large", provider: "nginx" },
    needsStatus: true,
  },
  {
    name: "anyone: a 413 that speaks of tokens",
    status: 413,
    body: { message: "Request too large: 300000 tokens in a context window of 200000" },
    expected: { kind: "too-many-tokens", provider: "unknown" },
    needsStatus: true,
  },

  // Nothing is wrong with the request
  {
    name: "Anthropic: its rate",
    status: 429,
    body: anthropicBody("rate_limit_error", "This request would exceed your rate limit."),
    sdk: "anthropic",
    expected: { kind: "rate-limit", provider: "anthropic", retryable: true },
  },
  {
    name: "Anthropic: overload",
    status: 529,
    body: anthropicBody("overloaded_error", "Overloaded"),
    sdk: "anthropic",
    expected: { kind: "overloaded", provider: "anthropic", retryable: true },
  },
  {
    name: "OpenAI: its rate, of images",
    status: 429,
    body: {
      error: {
        message: "Rate limit reached for gpt-6 in organization org-x on images per minute",
        type: "requests",
        param: null,
        code: "rate_limit_exceeded",
      },
    },
    sdk: "openai",
    expected: { kind: "rate-limit", provider: "openai", retryable: true },
  },
  {
    name: "OpenAI: its rate, of tokens",
    status: 429,
    body: {
      error: {
        message:
          "Rate limit reached for gpt-6 in organization org-x on tokens per min (TPM): Limit 30000, Used 29000, Requested 5000. Please try again in 8s.",
        type: "tokens",
        param: null,
        code: "rate_limit_exceeded",
      },
    },
    sdk: "openai",
    expected: { kind: "rate-limit", provider: "openai", retryable: true },
  },
  {
    name: "OpenAI: overload",
    status: 503,
    body: {
      error: {
        message: "The engine is currently overloaded, please try again later",
        type: "server_error",
        param: null,
        code: null,
      },
    },
    sdk: "openai",
    expected: { kind: "overloaded", retryable: true },
    needsStatus: true,
  },
  {
    name: "Gemini: its rate, in words of tokens",
    status: 429,
    body: {
      error: {
        code: 429,
        message:
          "You exceeded your current quota, please check your plan and billing details. Quota exceeded for metric: generate_content_free_tier_input_token_count, limit: 250000. Please retry in 43.1s.",
        status: "RESOURCE_EXHAUSTED",
      },
    },
    sdk: "gemini",
    expected: { kind: "rate-limit", provider: "gemini", retryable: true },
  },
  {
    name: "Gemini: overload",
    status: 503,
    body: { error: { code: 503, message: "The model is overloaded. Please try again later.", status: "UNAVAILABLE" } },
    sdk: "gemini",
    expected: { kind: "overloaded", provider: "gemini", retryable: true },
  },
  {
    name: "Bedrock: its rate",
    status: 429,
    body: { message: "Too many requests, please wait before trying again." },
    headers: { "x-amzn-errortype": "ThrottlingException" },
    sdk: "bedrock",
    expected: { kind: "rate-limit", provider: "bedrock", retryable: true },
    needsStatus: true,
  },
  {
    name: "Bedrock: overload",
    status: 503,
    body: { message: "The service is temporarily unavailable." },
    headers: { "x-amzn-errortype": "ServiceUnavailableException" },
    sdk: "bedrock",
    expected: { kind: "overloaded", provider: "bedrock", retryable: true },
    needsStatus: true,
  },
  openrouter(
    "its rate",
    429,
    "Rate limit exceeded",
    { error_type: "rate_limit_exceeded" },
    { kind: "rate-limit", retryable: true },
  ),
  openrouter(
    "overload",
    503,
    "Provider overloaded",
    { error_type: "provider_overloaded" },
    { kind: "overloaded", retryable: true },
  ),
  {
    name: "Mistral: its rate",
    status: 429,
    body: { object: "error", message: "Rate limit exceeded", type: "rate_limited", param: null, code: "1300" },
    sdk: "mistral",
    expected: { kind: "rate-limit", provider: "mistral", retryable: true },
    needsStatus: true,
  },
  {
    name: "anyone: a 429 without a word",
    status: 429,
    body: "",
    expected: { kind: "rate-limit", provider: "unknown", retryable: true },
    needsStatus: true,
  },
];
