/** A real server of pictures that can be made to wait. Through its `fetch` it is `pictures.example.com`. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { imageFile } from "../../fixtures/sharp-images.js";
import { type LoopbackServer, publicFetch, startServer } from "../url/loopback-server.js";

export const PICTURES = "https://pictures.example.com";

export interface PictureServer extends LoopbackServer {
  /** For the queue's option of that name. */
  fetch: typeof fetch;
  /** Questions of this method wait until `release`. */
  hold: (method: "HEAD" | "GET") => void;
  release: () => void;
  /** Held requests that the client has aborted. */
  givenUp: () => number;
  /** Bytes of /photo.jpg. */
  photoBytes: number;
}

export async function startPictureServer(): Promise<PictureServer> {
  const file = await imageFile({ width: 400, height: 300, name: "photo.jpg" });
  const photo = Buffer.from(await file.arrayBuffer());
  const withType = (type: string) => (response: ServerResponse) =>
    response.writeHead(200, { "content-type": type, "content-length": photo.length }).end(photo);
  const answers: Record<string, (response: ServerResponse) => unknown> = {
    "/photo.jpg": withType("image/jpeg"),
    "/second.jpg": withType("image/jpeg"),
    // What is in it is read by content, so a JPEG will do.
    "/photo.png": withType("image/png"),
    "/photo.bmp": withType("image/bmp"),
    "/page.html": withType("text/html"),
    "/unsized.jpg": (response) => response.writeHead(200, { "content-type": "image/jpeg" }).end(),
    "/locked.bmp": (response) =>
      response.req.method === "HEAD" ? withType("image/bmp")(response) : response.writeHead(403).end(),
    "/words.jpg": (response) => response.writeHead(200, { "content-type": "image/jpeg" }).end("just words"),
  };
  const held = new Set<string>();
  let waiting: (() => void)[] = [];
  let givenUp = 0;
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const send = () =>
      (answers[(request.url ?? "").replace(/\?.*/, "")] ?? ((other) => other.writeHead(404).end()))(response);
    if (!held.has(request.method ?? "")) return void send();
    response.on("close", () => {
      if (!response.writableEnded) givenUp += 1;
    });
    waiting.push(send);
  };
  const server = await startServer(answer);
  return {
    ...server,
    fetch: publicFetch(server).fetch,
    photoBytes: photo.length,
    hold: (method) => void held.add(method),
    release() {
      held.clear();
      for (const send of waiting) send();
      waiting = [];
    },
    givenUp: () => givenUp,
  };
}
