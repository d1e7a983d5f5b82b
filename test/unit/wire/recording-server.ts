/** A loopback HTTP server that remembers what arrived and answers as both APIs would. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface RecordingServer {
  baseUrl: string;
  /** Of the last request. */
  last: () => { contentLength: number; transferEncoding: string | undefined; receivedBytes: number; body: unknown };
  close: () => Promise<void>;
}

const ANSWERS: Readonly<Record<string, unknown>> = {
  "/v1/messages": { id: "msg_1", type: "message", role: "assistant", model: "m", content: [{ type: "text", text: "ok" }], stop_reason: "end_turn", stop_sequence: null, usage: { input_tokens: 1, output_tokens: 1 } },
  "/v1/messages/count_tokens": { input_tokens: 1 },
  "/v1/messages/batches": { id: "msgbatch_1", type: "message_batch", processing_status: "in_progress" },
  "/v1/chat/completions": { id: "chatcmpl-1", object: "chat.completion", created: 1, model: "m", choices: [{ index: 0, message: { role: "assistant", content: "ok" }, finish_reason: "stop" }] },
  "/v1/responses": { id: "resp_1", object: "response", created_at: 1, model: "m", output: [], status: "completed" },
};

export async function startRecordingServer(): Promise<RecordingServer> {
  let last: ReturnType<RecordingServer["last"]> | undefined;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const bytes = Buffer.concat(chunks);
      const body: unknown = JSON.parse(bytes.toString("utf8"));
      const { "content-length": contentLength, "transfer-encoding": transferEncoding } = request.headers;
      last = { contentLength: Number(contentLength), transferEncoding, receivedBytes: bytes.length, body };
      const streaming = typeof body === "object" && body !== null && "stream" in body && body.stream === true;
      response.writeHead(200, { "content-type": streaming ? "text/event-stream" : "application/json" });
      response.end(streaming ? "" : JSON.stringify(ANSWERS[(request.url ?? "").replace(/\?.*/, "")] ?? {}));
    });
  });
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
