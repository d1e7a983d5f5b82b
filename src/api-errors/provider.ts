/** Finds out who refused, by a host, a header, an id, an exception, or words that only they use. */
import { asFields, type Fields, has, read, readFields, readHeader, readNumber, readText } from "./safe-read.js";

type Names = readonly (readonly [RegExp, string])[];

const HOSTS: Names = [
  [/(?:^|\.)anthropic\.com$/, "anthropic"],
  [/(?:^|\.)openai\.azure\.com$|\.services\.ai\.azure\.com$/, "azure"],
  [/(?:^|\.)openai\.com$/, "openai"],
  [/^generativelanguage\.googleapis\.com$/, "gemini"],
  [/aiplatform\.googleapis\.com$/, "vertex"],
  [/^bedrock-runtime\..*\.amazonaws\.com$/, "bedrock"],
  [/(?:^|\.)openrouter\.ai$/, "openrouter"],
  [/(?:^|\.)mistral\.ai$/, "mistral"],
  [/(?:^|\.)x\.ai$/, "xai"],
  [/(?:^|\.)ollama\.com$/, "ollama"],
];

/** Names that the official SDKs give to what they throw; those of compatible APIs throw the same classes as OpenAI's. */
const EXCEPTIONS: Names = [
  [/^(?:SDKError|HTTPValidationError|MistralError)$/, "mistral"],
  [/^OpenRouter\w*Error$|^\w+ResponseError$/, "openrouter"],
  [/^(?:ValidationException|BedrockRuntimeServiceException)$/, "bedrock"],
  [/^GoogleGenerativeAI\w*Error$/, "gemini"],
];

/** `apim-request-id` is not listed: Azure's gateway sends it in front of any service, for example Claude in Foundry. */
const HEADERS: readonly (readonly [string, string])[] = [
  ["x-vercel-error", "vercel"],
  ["x-amzn-errortype", "bedrock"],
  ["openai-organization", "openai"],
  ["openai-processing-ms", "openai"],
  ["anthropic-organization-id", "anthropic"],
];

const WORDS: Names = [
  [/FUNCTION_PAYLOAD_TOO_LARGE/, "vercel"],
  [/PayloadTooLargeError|entity\.too\.large/, "express"],
  // Kubernetes' ingress is nginx, and so is openresty.
  [/<center>(?:nginx|openresty)|\bnginx\/\d/, "nginx"],
  [/<center>cloudflare/, "cloudflare"],
  [/Body exceeded [\d.]+ ?\w+ limit/i, "next"],
  [/FST_ERR_CTP_BODY/, "fastify"],
  [/InvokeFunction operation|RequestResponse invocation/, "lambda"],
  [/(?:code|close|received|sent) 1009\b|WS_ERR_UNSUPPORTED_MESSAGE_LENGTH|^Max payload size exceeded/i, "websocket"],
  [/(?:received|sent) message (?:larger than max|exceeds the maximum configured)|larger than configured max/i, "grpc"],
  [/AnthropicException|"request_id": ?"req_01|docs\.(?:claude|anthropic)\.com/, "anthropic"],
  [/Vertex_?AI\w*Exception|^Unable to submit request because/, "vertex"],
  [/GoogleGenerativeAI|generativelanguage\.googleapis/, "gemini"],
  [
    /^The model returned the following errors:|BedrockException|calling the (?:Converse|Invoke)|failed to sanitize image|^Input is too long for requested model|\.member\.image\./i,
    "bedrock",
  ],
  [/OpenrouterException|^(?:404 )?No endpoints found that support/, "openrouter"],
  [/MistralException|and \d+ draft tokens/, "mistral"],
  [/[Rr]esponse is too large to store/, "xai"],
  [/\(ref: [\da-f]{8}-[\da-f-]{27}\)|illegal base64 data at input byte|^invalid image input$/, "ollama"],
  [/is not a valid absolute URI/, "azure"],
  [
    /platform\.openai\.com|in organization org-|^Total image size is|^You uploaded an unsupported image\. Please make|^The image data you provided does not represent|patches after processing|with an image MIME type|your messages resulted in|^Your input exceeds the context window/,
    "openai",
  ],
];

/** Codes that only OpenAI uses: in its Responses API, and one in its older API. */
const OPENAI_CODES =
  /^(?:invalid_base64_image|image_parse_error|invalid_image_mode|image_file_too_large|unsupported_image_media_type|empty_image_file|failed_to_download_image|image_file_not_found|image_size_exceeds_limit|sanitizer_server_error)$/;

const named = (names: Names, text: string | undefined): string | undefined =>
  text === undefined ? undefined : names.find(([pattern]) => pattern.test(text))?.[1];

export const providerOfWords = (text: string): string | undefined => named(WORDS, text);

export function providerOf(fields: Fields, headers: Fields | undefined): string | undefined {
  return (
    byUrl(readText(fields, "url")) ??
    HEADERS.find(([name]) => headers !== undefined && readHeader(headers, name) !== undefined)?.[1] ??
    byException(fields) ??
    byBody(fields)
  );
}

function byUrl(url: string | undefined): string | undefined {
  const [, host, path = ""] = (url && /^https?:\/\/([^/:?#]+)(?::\d+)?([^?#]*)/.exec(url)) || [];
  const name = named(HOSTS, host);
  // Claude in Foundry: Anthropic's API on Azure's host.
  return name === "azure" && path.startsWith("/anthropic/") ? "anthropic" : name;
}

function byException(fields: Fields): string | undefined {
  if (!has(fields, "stack") && !has(fields, "$fault")) return undefined;
  const name = readText(fields, "name") ?? "";
  if (name === "ResponseError" && readNumber(fields, "status_code") !== undefined) return "ollama";
  if (/RequestEntityTooLargeException/.test(name)) return "lambda";
  return named(EXCEPTIONS, name) ?? (has(fields, "$fault") ? "bedrock" : undefined);
}

function byBody(fields: Fields): string | undefined {
  const error = readFields(fields, "error");
  const requestId = readText(fields, "request_id");
  // Claude's ids tell where it runs. MiniMax and others answer in the same envelope with other ids.
  if (error && requestId?.startsWith("req_"))
    return requestId.startsWith("req_vrtx_") ? "vertex" : requestId.startsWith("req_bdrk_") ? "bedrock" : "anthropic";
  if (error && requestId === undefined && readText(fields, "type") === "error" && isClaudes(error)) return "anthropic";
  const code = readText(fields, "code");
  // vLLM and SGLang copy the envelope, but use exceptions as types and numbers as codes.
  if (readText(fields, "object") === "error" && code !== undefined && /^\d{4}$/.test(code)) return "mistral";
  if (readText(fields, "__type")?.endsWith("Exception")) return "bedrock";
  // {"code": "Client specified an invalid argument", "error": "..."}
  if (readText(fields, "error") !== undefined && code !== undefined && /^[A-Z][a-z]+ \w+ /.test(code)) return "xai";

  const metadata = asFields(read(fields, "metadata"));
  if (metadata && ["error_type", "provider_name", "provider_code", "raw"].some((key) => has(metadata, key)))
    return "openrouter";
  if (readNumber(fields, "code") !== undefined && /^[A-Z_]{4,}$/.test(readText(fields, "status") ?? "")) {
    return readText(fields, "message")?.startsWith("Unable to submit request") ? "vertex" : "gemini";
  }
  if (has(fields, "innererror")) return "azure";
  if (readText(fields, "type") === "entity.too.large") return "express";
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return "fastify";
  if (code === "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH") return "websocket";
  return code !== undefined && OPENAI_CODES.test(code) ? "openai" : undefined;
}

/** Types and paths that only Claude's API uses. */
function isClaudes(error: Fields): boolean {
  return (
    readText(error, "type") === "overloaded_error" || /^messages\.\d+\.content/.test(readText(error, "message") ?? "")
  );
}
