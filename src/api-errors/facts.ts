/**
 * Reads an SDK's error object, a body parsed or as text, a WebSocket's close, or any wrapping of them into one flat list of facts.
 * Never throws and always terminates, whatever value was thrown.
 */
import { printedValues } from "./printed-values.js";
import { providerOf, providerOfWords } from "./provider.js";
import { asFields, asList, type Fields, has, read, readFields, readHeader, readNumber, readText } from "./safe-read.js";
import type { ApiErrorFacts } from "./types.js";

/**
 * Keys that lead from one shape into another: SDK errors hold their body, AI SDK and OpenRouter the upstream's answer, OpenAI's
 * events the response, tRPC its data, a choice that failed half way its error. Other keys are not followed, since an answer's own
 * text may be about anything.
 */
const LINKS = [
  "error",
  "errors",
  "body",
  "responseBody",
  "data$",
  "data",
  "json",
  "shape",
  "response",
  "rawResponse",
  "detail",
  "details",
  "metadata",
  "raw",
  "choices",
  "base_resp",
  "fault",
  "lastError",
  "reason",
  "cause",
];

/** An object under one of these keys is the API's error, whatever its shape. */
const ERROR_LINKS: ReadonlySet<string | undefined> = new Set(["error", "responseBody", "data$"]);

/** "invalid_request_error", "request_too_large"; not the "message" or "text" of an answer. */
const ERROR_TYPE = /error|invalid|too_large/i;

const TEXT_KEYS = ["message", "msg", "Message", "error_msg", "status_msg", "errorMessage", "faultstring", "reason"];
const CODE_KEYS = [
  "code",
  "type",
  "error_type",
  "error_code",
  "errorCode",
  "provider_code",
  "__type",
  "name",
  "status",
];
const STATUS_KEYS = ["status", "statusCode", "status_code", "httpStatus", "httpStatusCode", "http_code", "code"];
const REQUEST_ID_HEADERS = ["request-id", "x-request-id", "x-amzn-requestid", "apim-request-id", "x-vercel-id"];

/** Anthropic's `image_dimensions_too_large`, llama.cpp's `exceed_context_size_error`, body-parser's `entity.too.large`. */
const FIGURE_KEYS: Readonly<Record<string, string>> = {
  max_side_length_pixels: "limit",
  n_prompt_tokens: "actual",
  n_ctx: "limit",
  length: "actual",
  limit: "limit",
};

/** The name of an exception, a status, or a platform's phrase: a text that has one is an API's error. */
const API_WORDS =
  /^The model returned the following errors:|\blitellm\.|\b\w*(?:BadRequest|RateLimit|APIStatus|APICall|RequestTooLarge|PayloadTooLarge|ContentTooLarge|ContextWindowExceeded|Validation|UnprocessableEntity|ResourceExhausted)(?:Error|Exception)\b|RESOURCE_EXHAUSTED|^(?:\d{3} )?messages\.\d+\.content\.\d+\.image\b/;
/**
 * "Error code: 413", "status code 413", "API Error: 400", "413 Payload Too Large", "429 {...". No other text begins with such a
 * number.
 */
const STATUS_WORDS =
  /\b(?:code|status|http|\w*error|failed)\b["']?[:=\s]{1,3}([45]\d\d)\b|(?:^\W{0,3}|<h1>|<title>|\[)([45]\d\d)\b(?=\W{1,4}(?:\{\}|<(?:!|html)|status code|(?:payload|content|entity|request(?: entity)?) too|too many|service un|bad |unproc|internal|not found|rate limit|overload|max|no endp|this model|\w+ do(?:es)? not))/gi;

/** Wrappings seen in practice are four or five objects deep; the limit ends cyclic and endless objects. */
const MAX_VISITS = 60;
const MAX_LIST_ITEMS = 8;
/** Error bodies are small; a longer text is a web page or a dump. */
const MAX_JSON_CHARS = 200_000;
/** The cause is at the beginning of a page and at the end of a stack trace. Patterns run on no more than this. */
const MAX_TEXT_CHARS = 3000;
/** For all texts together. */
const MAX_ALL_CHARS = 6000;

export function factsOf(thrown: unknown): ApiErrorFacts {
  const providers: string[] = [];
  const statuses: number[] = [];
  const codes: string[] = [];
  const messages: string[] = [];
  const params: string[] = [];
  const figures: string[] = [];
  // The body comes from the provider, while a header may come from a proxy.
  const requestIds: { body: string[]; header: string[] } = { body: [], header: [] };
  let isApiError = false;
  let chars = 0;
  const seen = new Set<unknown>();
  const queue: { value: unknown; link: string | undefined }[] = [{ value: thrown, link: undefined }];

  const note = (list: string[], text: string | undefined) => {
    if (text !== undefined) list.push(text.slice(0, 300));
  };

  const visitText = (given: string, link: string | undefined) => {
    const text = clipped(given);
    // Only the clipped text is hashed, never the long one.
    if (seen.has(text) || chars > MAX_ALL_CHARS) return;
    seen.add(text);
    isApiError ||= link === "error";
    const json = jsonOf(given);
    if (json !== undefined) return void queue.push({ value: json, link });
    chars += text.length;
    const { values, rest } = printedValues(text);
    for (const value of values) queue.push({ value, link });
    messages.push(rest);
    note(providers, providerOfWords(text));
    statuses.push(...[...rest.matchAll(STATUS_WORDS)].map((match) => Number(match[1] ?? match[2])));
    isApiError ||= API_WORDS.test(rest);
  };

  const visit = (fields: Fields, link: string | undefined) => {
    const headers = headersOf(fields);
    note(providers, providerOf(fields, headers));
    statuses.push(...statusesOf(fields));
    for (const key of CODE_KEYS) note(codes, readText(fields, key));
    note(params, readText(fields, "param"));
    const paths = asList(read(fields, "paths"));
    if (paths) note(params, readText(paths, "0"));
    for (const [key, role] of Object.entries(FIGURE_KEYS)) {
      const value = readNumber(fields, key);
      if (value !== undefined) figures.push(`${role} ${value}`);
    }
    note(requestIds.body, readText(fields, "request_id"));
    note(requestIds.body, readText(readFields(fields, "$metadata") ?? {}, "requestId"));
    for (const name of REQUEST_ID_HEADERS) note(requestIds.header, headers && readHeader(headers, name));
    note(requestIds.header, readText(fields, "requestID"));
    isApiError ||=
      readText(fields, "$fault") !== undefined ||
      ERROR_LINKS.has(link) ||
      ERROR_TYPE.test(readText(fields, "type") ?? "");
    if (isClosedForSize(fields)) {
      isApiError = true;
      providers.push("websocket");
      messages.push("message too big");
    }
    for (const key of TEXT_KEYS) {
      const text = readText(fields, key);
      if (text !== undefined) visitText(text, undefined);
    }
    for (const next of LINKS) queue.push({ value: read(fields, next), link: next });
  };

  for (let visits = 0; visits < MAX_VISITS;) {
    const next = queue.shift();
    if (!next) break;
    const { value, link } = next;
    const list = asList(value);
    const fields = asFields(value);
    if (typeof value === "string" && value !== "") visitText(value, link);
    else if (list && !seen.has(list))
      for (let index = 0; index < MAX_LIST_ITEMS; index += 1) queue.push({ value: read(list, String(index)), link });
    else if (fields && !seen.has(fields)) visit(fields, link);
    else continue;
    if (typeof value === "object") seen.add(value);
    visits += 1;
  }
  return {
    provider: providers[0],
    statuses,
    codes,
    messages,
    params,
    figures,
    requestId: requestIds.body[0] ?? requestIds.header[0],
    isApiError: isApiError || statuses.length > 0,
  };
}

/**
 * The value of a text that is JSON from end to end. The text itself is then not searched for words, since an answer may quote
 * anything.
 */
function jsonOf(text: string): unknown {
  if (text.length > MAX_JSON_CHARS || !/^\s*[[{"]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Truncated, or not JSON: a page's script, or Python's print.
  }
}

function clipped(text: string): string {
  if (text.length <= MAX_TEXT_CHARS) return text;
  const half = MAX_TEXT_CHARS / 2;
  return `${text.slice(0, half)} ${text.slice(-half)}`;
}

/**
 * A WebSocket was closed because a message was too big for the other side (RFC 6455, 7.4.1). Other objects with that code are not
 * closings.
 */
function isClosedForSize(fields: Fields): boolean {
  return read(fields, "code") === 1009 && (has(fields, "wasClean") || has(fields, "reason"));
}

function headersOf(fields: Fields): Fields | undefined {
  return (
    readFields(fields, "headers") ??
    readFields(fields, "responseHeaders") ??
    readFields(readFields(fields, "$response") ?? {}, "headers")
  );
}

/** Only statuses of failure; these keys may hold other numbers too. */
function statusesOf(fields: Fields): number[] {
  const given = [
    ...STATUS_KEYS.map((key) => read(fields, key)),
    read(readFields(fields, "$metadata") ?? {}, "httpStatusCode"),
  ];
  return given
    .filter((status) => typeof status === "number" || (typeof status === "string" && /^\d{3}$/.test(status)))
    .map(Number)
    .filter((status) => status >= 400 && status < 600);
}
