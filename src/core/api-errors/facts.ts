/**
 * Reads an SDK's error object, a body parsed or as text, or any wrapping of them into one flat list of facts. Never throws and
 * always comes back: anything may be thrown at us.
 */
import { providerOf } from "./provider.js";
import { asFields, asList, asText, type Fields, parseJson, read, readFields, readHeader, readNumber, readText } from "./safe-read.js";
import type { ApiErrorFacts } from "./types.js";

/**
 * Where one shape holds another: SDK errors their body, AI SDK and OpenRouter the upstream's answer, OpenAI's events the
 * response, a choice that failed half way. Nothing else is entered: an answer's own text may speak of anything.
 */
const LINKS = [
  "error",
  "body",
  "responseBody",
  "data$",
  "data",
  "response",
  "rawResponse",
  "detail",
  "details",
  "metadata",
  "raw",
  "choices",
  "lastError",
  "cause",
];

/** Below these, an object is the API's error whatever it looks like. */
const ERROR_LINKS: ReadonlySet<string> = new Set(["error", "responseBody", "data$"]);

/** "invalid_request_error", "request_too_large"; not the "message" or "text" of an answer. */
const ERROR_TYPE = /error|invalid|too_large/i;

const BEDROCK_WORDS = /^The model returned the following errors:/;

/** Anthropic names the block; no app writes this of itself. */
const ANTHROPIC_WORDS = /^(?:\d{3} )?messages\.\d+\.content\.\d+\.image\b/;

const CODE_KEYS = ["code", "type", "error_type", "error_code", "provider_code", "__type", "name"];
const REQUEST_ID_HEADERS = ["request-id", "x-request-id", "x-amzn-requestid", "apim-request-id", "x-vercel-id"];

/** Wrappings seen in practice are four or five objects deep; a cyclic or endless thing ends here. */
const MAX_VISITS = 40;

/** Patterns must not chew on a dump of the request. */
const MAX_TEXT_CHARS = 10_000;

export function factsOf(thrown: unknown): ApiErrorFacts {
  const providers: string[] = [];
  const statuses: number[] = [];
  const codes: string[] = [];
  const messages: string[] = [];
  const params: string[] = [];
  // What the body says is the provider's own; a header may be a proxy's.
  const requestIds: { body: string[]; header: string[] } = { body: [], header: [] };
  let isApiError = false;
  const seen = new Set<Fields>();
  const queue: { value: unknown; link: string | undefined }[] = [{ value: thrown, link: undefined }];

  const note = (list: string[], value: unknown) => {
    const text = asText(value);
    if (text !== undefined) list.push(text.slice(0, MAX_TEXT_CHARS));
  };

  const visitText = (text: string, link: string | undefined) => {
    note(messages, text);
    queue.push({ value: parseJson(text), link });
    if (BEDROCK_WORDS.test(text)) providers.push("bedrock");
    isApiError ||= link === "error" || BEDROCK_WORDS.test(text) || ANTHROPIC_WORDS.test(text);
  };

  const visit = (fields: Fields, link: string | undefined) => {
    const headers = headersOf(fields);
    note(providers, providerOf(fields, headers));
    statuses.push(...statusesOf(fields));
    for (const key of CODE_KEYS) note(codes, read(fields, key));
    note(params, read(fields, "param"));
    note(requestIds.body, read(fields, "request_id"));
    note(requestIds.body, read(readFields(fields, "$metadata") ?? {}, "requestId"));
    for (const name of REQUEST_ID_HEADERS) note(requestIds.header, headers && readHeader(headers, name));
    note(requestIds.header, read(fields, "requestID"));
    const isFault = readText(fields, "$fault") !== undefined;
    isApiError ||= isFault || ERROR_LINKS.has(link ?? "") || ERROR_TYPE.test(readText(fields, "type") ?? "");
    for (const message of [readText(fields, "message"), readText(fields, "msg")]) {
      if (message !== undefined) visitText(message, undefined);
    }
    for (const next of LINKS) queue.push({ value: read(fields, next), link: next });
  };

  for (let visits = 0; visits < MAX_VISITS; ) {
    const next = queue.shift();
    if (!next) break;
    const { value, link } = next;
    const list = asList(value);
    const fields = asFields(value);
    if (typeof value === "string") visitText(value, link);
    else if (list) queue.push({ value: read(list, "0"), link });
    else if (fields && !seen.has(fields)) visit(fields, link);
    else continue;
    if (fields) seen.add(fields);
    visits += 1;
  }
  return {
    provider: providers[0],
    statuses,
    codes,
    messages,
    params,
    requestId: requestIds.body[0] ?? requestIds.header[0],
    isApiError: isApiError || statuses.length > 0,
  };
}

function headersOf(fields: Fields): Fields | undefined {
  return readFields(fields, "headers") ?? readFields(fields, "responseHeaders") ?? readFields(readFields(fields, "$response") ?? {}, "headers");
}

/** Statuses of failure only. */
function statusesOf(fields: Fields): number[] {
  const given = [
    readNumber(fields, "status"),
    readNumber(fields, "statusCode"),
    readNumber(fields, "status_code"),
    readNumber(readFields(fields, "$metadata") ?? {}, "httpStatusCode"),
    // Gemini and OpenRouter repeat the status here; other numbers under this name are no status.
    readNumber(fields, "code"),
  ];
  return given.filter((status) => status !== undefined).filter((status) => status >= 400 && status < 600);
}
