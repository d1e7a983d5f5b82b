/** A real HTTP server on the loopback interface whose answers each test writes itself, down to the socket. */
import { createServer } from "node:http";
import type { RequestListener } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createServer as createSocketServer } from "node:net";

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>`. */
  url: string;
  /** "HEAD /photo.jpg" for every request that came in. */
  asked: string[];
  close: () => Promise<void>;
}

export async function startServer(answer: RequestListener): Promise<LoopbackServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close };
}

/** Below HTTP, for answers that Node's own server is too well-behaved to give. `answer` runs when a request's head is in. */
export async function startSocketServer(answer: (socket: Socket) => void): Promise<LoopbackServer> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    sockets.add(socket);
    // The client hangs up in the middle of an answer; that is what these tests are about.
    socket.on("error", () => socket.destroy());
    socket.once("data", (head: Buffer) => {
      asked.push(head.toString("latin1").split(" ", 2).join(" "));
      answer(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close };
}

/**
 * A `fetch` for which `https://pictures.example.com` is that server: the rules for public addresses hold, and the answers are
 * real. What it is asked for elsewhere ends up in `strayed` and fails.
 */
export function publicFetch(server: LoopbackServer): { fetch: typeof fetch; strayed: string[] } {
  const strayed: string[] = [];
  const asPublic: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.host !== "pictures.example.com") {
      strayed.push(url.href);
      throw new TypeError("fetch failed", { cause: new Error(`asked for ${url.href}`) });
    }
    const { body, status, headers } = await fetch(server.url + url.pathname + url.search, init);
    return new Response(body, { status, headers });
  };
  return { fetch: asPublic, strayed };
}
