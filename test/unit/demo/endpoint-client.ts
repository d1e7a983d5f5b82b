/** Speaks to the local endpoint over real HTTP on the loopback interface, below `fetch`: lengths and pauses are ours to choose. */
import { request } from "node:http";
import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders } from "node:http";
import sharp from "sharp";

export interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  // oxlint-disable-next-line typescript/no-explicit-any -- answers are read by the test that expects their shape
  body: ReturnType<typeof JSON.parse>;
}

interface Call {
  method?: string;
  headers?: OutgoingHttpHeaders;
  /** Sent as one piece with a Content-Length. Left out: the caller writes to `call.request` itself, chunked. */
  body?: string | Buffer;
}

/** Starts a call; `answer` settles when the whole answer has arrived. */
export function open(
  url: string,
  { method = "POST", headers, body }: Call,
): { request: ClientRequest; answer: Promise<Answer> } {
  const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
  const call = request(url, {
    method,
    agent: false,
    headers: { "content-type": "application/json", ...length, ...headers },
  });
  const answer = new Promise<Answer>((resolve, reject) => {
    call.on("error", reject);
    call.on("response", async (response) => {
      const text = Buffer.concat(await response.toArray()).toString();
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: text === "" ? undefined : JSON.parse(text),
      });
    });
  });
  if (body !== undefined) call.end(body);
  else if (method === "GET") call.end();
  return { request: call, answer };
}

export const post = (url: string, body: unknown, headers: OutgoingHttpHeaders = {}): Promise<Answer> =>
  open(url, { body: typeof body === "string" ? body : JSON.stringify(body), headers }).answer;

export const get = (url: string, headers: OutgoingHttpHeaders = {}): Promise<Answer> =>
  open(url, { method: "GET", headers }).answer;

/** A real picture of that size, as base64. */
export async function picture(
  width: number,
  height: number,
  type: "jpeg" | "png" | "webp" | "gif" | "tiff" = "jpeg",
): Promise<string> {
  const image = sharp({ create: { width, height, channels: 3, background: "#48a" } });
  return (await image.toFormat(type).toBuffer()).toString("base64");
}

/** A Messages request holding these blocks. */
export const messages = (blocks: readonly unknown[]) => ({
  model: "claude-sonnet-5-5",
  max_tokens: 64,
  messages: [{ role: "user", content: [...blocks, { type: "text", text: "What is this?" }] }],
});

export const anthropicImage = (data: string, mediaType = "image/jpeg") => ({
  type: "image",
  source: { type: "base64", media_type: mediaType, data },
});

/** A Chat Completions request holding these images. */
export const chat = (urls: readonly string[]) => ({
  model: "gpt-5.6-terra",
  messages: [{ role: "user", content: urls.map((url) => ({ type: "image_url", image_url: { url } })) }],
});

/** A JSON body of exactly that many bytes that asks for nothing bad. */
export function bodyOf(bytes: number): Buffer {
  const [head, tail] = ['{"model":"claude-sonnet-5-5","max_tokens":1,"messages":[{"role":"user","content":"', '"}]}'];
  const body = Buffer.alloc(bytes, "a");
  body.write(head, 0, "latin1");
  body.write(tail, bytes - tail.length, "latin1");
  return body;
}
