/** A loopback HTTP server that remembers what arrived and answers as the APIs would. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createServer2, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";
import type { AddressInfo } from "node:net";

interface Arrived {
  /** Without the query. */
  path: string;
  contentLength: number;
  transferEncoding: string | undefined;
  receivedBytes: number;
  text: string;
  /** `undefined` when it is not JSON. */
  body: unknown;
}

export interface RecordingServer {
  baseUrl: string;
  /** Of the last request. */
  last: () => Arrived;
  close: () => Promise<void>;
}

const CHAT = {
  id: "chatcmpl-1",
  object: "chat.completion",
  created: 1,
  model: "m",
  choices: [{ index: 0, message: { role: "assistant", content: "ok" }, finish_reason: "stop" }],
};
const USAGE = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
const SPOKEN = { type: "output_text", text: "ok", annotations: [] };
const OUTPUT = [{ type: "message", id: "msg_1", role: "assistant", status: "completed", content: [SPOKEN] }];
const RESPONSE = { id: "resp_1", object: "response", created_at: 1, model: "m", output: OUTPUT, status: "completed" };
const MESSAGE = {
  id: "msg_1",
  type: "message",
  role: "assistant",
  model: "m",
  content: [{ type: "text", text: "ok" }],
  stop_reason: "end_turn",
  stop_sequence: null,
  usage: { input_tokens: 1, output_tokens: 1 },
};

/** By the end of the path; the longest first. */
const ANSWERS: readonly (readonly [ending: string, answer: unknown])[] = [
  ["/v1/messages/count_tokens", { input_tokens: 1 }],
  ["/v1/messages/batches", { id: "msgbatch_1", type: "message_batch", processing_status: "in_progress" }],
  ["/v1/messages", MESSAGE],
  ["/chat/completions", { ...CHAT, usage: USAGE, system_fingerprint: null }],
  ["/responses", RESPONSE],
  [
    "/files",
    {
      id: "file_1",
      object: "file",
      bytes: 1,
      created_at: 1,
      filename: "batch.jsonl",
      purpose: "batch",
      status: "processed",
    },
  ],
  [":rawPredict", MESSAGE],
  [":generateContent", { candidates: [{ content: { role: "model", parts: [{ text: "ok" }] } }] }],
  ["/invoke", MESSAGE],
  ["/interactions", { id: "1", object: "interaction", status: "completed", steps: [] }],
  [
    "/converse",
    {
      output: { message: { role: "assistant", content: [{ text: "ok" }] } },
      stopReason: "end_turn",
      usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
      metrics: { latencyMs: 1 },
    },
  ],
  ["/api/chat", { model: "m", message: { role: "assistant", content: "ok" }, done: true }],
];

/** Streams are answered with none of their events: the request is what counts here. */
function answerTo({ path, body }: Arrived): { contentType: string; text: string } {
  const streaming = typeof body === "object" && body !== null && "stream" in body && body.stream === true;
  if (path.endsWith("/converse-stream") || path.endsWith("/invoke-with-response-stream"))
    return { contentType: "application/vnd.amazon.eventstream", text: "" };
  if (streaming || path.endsWith(":streamGenerateContent")) {
    return path.endsWith("/api/chat")
      ? { contentType: "application/x-ndjson", text: "" }
      : { contentType: "text/event-stream", text: "" };
  }
  return {
    contentType: "application/json",
    text: JSON.stringify(ANSWERS.find(([ending]) => path.endsWith(ending))?.[1] ?? {}),
  };
}

/** `http2`: in the clear and without asking first, as the AWS SDK speaks to Bedrock. */
export async function startRecordingServer({ http2 = false } = {}): Promise<RecordingServer> {
  let last: Arrived | undefined;
  const record = (request: IncomingMessage | Http2ServerRequest, response: ServerResponse | Http2ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const bytes = Buffer.concat(chunks);
      const text = bytes.toString("utf8");
      const {
        "content-length": contentLength,
        "content-type": contentType = "",
        "transfer-encoding": transferEncoding,
      } = request.headers;
      const body: unknown = contentType.startsWith("application/json") ? JSON.parse(text) : undefined;
      const path = (request.url ?? "").replace(/\?.*/, "");
      last = { path, contentLength: Number(contentLength), transferEncoding, receivedBytes: bytes.length, text, body };
      const answer = answerTo(last);
      response.writeHead(200, { "content-type": answer.contentType });
      response.end(answer.text);
    });
  };
  const server = http2 ? createServer2(record) : createServer(record);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    last: () => {
      if (!last) throw new Error("nothing has arrived");
      return last;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
