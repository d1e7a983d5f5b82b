import type { ServerResponse } from "node:http";
import { textOf } from "./http-types.js";
import type { Reply } from "./http-types.js";

/** Answers a request over a socket. */
export function sendReply(response: ServerResponse, reply: Reply): void {
  if (response.headersSent || response.destroyed) return;
  const { text, contentType } = textOf(reply);
  response.writeHead(reply.status, {
    "content-type": contentType,
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    ...reply.headers,
  });
  response.end(text);
}
