/** Who refused, told by the shape of one object of the answer. */
import { asFields, type Fields, has, read, readFields, readHeader, readNumber, readText } from "./safe-read.js";

const HOSTS: readonly [RegExp, string][] = [
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

/** Names the official SDKs write on what they throw. */
const NAMES: readonly [RegExp, string][] = [
  [/^(?:SDKError|HTTPValidationError|MistralError)$/, "mistral"],
  [/^OpenRouter\w*Error$|^\w+ResponseError$/, "openrouter"],
  [/^(?:ValidationException|BedrockRuntimeServiceException)$/, "bedrock"],
  [/^GoogleGenerativeAI\w*Error$/, "gemini"],
];

const HEADERS: readonly [string, string][] = [
  ["x-vercel-error", "vercel"],
  ["x-amzn-errortype", "bedrock"],
  ["apim-request-id", "azure"],
];

export function providerOf(fields: Fields, headers: Fields | undefined): string | undefined {
  return (
    byHost(readText(fields, "url")) ??
    HEADERS.find(([name]) => headers !== undefined && readHeader(headers, name) !== undefined)?.[1] ??
    (has(fields, "stack") ? byThrown(fields) : byBody(fields))
  );
}

function byHost(url: string | undefined): string | undefined {
  const host = url && /^https?:\/\/([^/:?#]+)/.exec(url)?.[1];
  return host ? HOSTS.find(([pattern]) => pattern.test(host))?.[1] : undefined;
}

/** SDKs of compatible APIs throw the same classes as OpenAI's, so that only the names above tell. */
function byThrown(fields: Fields): string | undefined {
  const name = readText(fields, "name") ?? "";
  if (name === "ResponseError" && readNumber(fields, "status_code") !== undefined) return "ollama";
  if (readText(fields, "$fault") !== undefined) return "bedrock";
  return NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? byType(fields);
}

function byBody(fields: Fields): string | undefined {
  const error = readFields(fields, "error");
  const requestId = readText(fields, "request_id");
  // Claude says so in the id when it runs elsewhere. The edge may leave out the outer type, but the id stays.
  if (error && requestId?.startsWith("req_vrtx_")) return "vertex";
  if (error && requestId?.startsWith("req_bdrk_")) return "bedrock";
  // OpenAI's streams have events of the same outer type; Anthropic's errors know neither of these keys.
  const isAnthropic = error && !has(error, "code") && !has(error, "param");
  if (isAnthropic && (requestId !== undefined || readText(fields, "type") === "error")) return "anthropic";
  if (readText(fields, "object") === "error") return "mistral";
  if (readText(fields, "object") === "response") return "openai";
  if (readText(fields, "__type")?.endsWith("Exception")) return "bedrock";
  // {"code": "Client specified an invalid argument", "error": "..."}
  if (readText(fields, "error") !== undefined && /\s|^\d+$/.test(readText(fields, "code") ?? "")) return "xai";

  const metadata = asFields(read(fields, "metadata"));
  if (metadata && ["error_type", "provider_name", "provider_code", "raw"].some((key) => has(metadata, key))) return "openrouter";
  if (readNumber(fields, "code") !== undefined && /^[A-Z_]{4,}$/.test(readText(fields, "status") ?? "")) return "gemini";
  if (has(fields, "innererror")) return "azure";
  // Numbers here are those of compatible APIs.
  if (has(fields, "code") && typeof read(fields, "code") !== "number" && (has(fields, "param") || has(fields, "type"))) return "openai";
  return byType(fields);
}

/** What Express's body parser calls its refusal, thrown or answered. */
function byType(fields: Fields): string | undefined {
  return readText(fields, "type") === "entity.too.large" ? "express" : undefined;
}
