/** The demo without a server: its requests are answered in the page, by the same stand-ins, and never leave it. */
import { brokenReply, calledBy, createLocalApi } from "../endpoint/create-local-api.js";
import { type Arriving, type Reply, textOf } from "../endpoint/http-types.js";

/** Where the demo asks which real APIs its server can reach: here there are none. */
const NO_KEYS = { status: 200, body: { live: [] } } satisfies Reply;

function arriving(request: Request): Arriving {
  const headers = Object.fromEntries(request.headers);
  return {
    method: request.method,
    origin: location.origin,
    headers,
    async read(capBytes) {
      const bytes = new Uint8Array(await request.arrayBuffer());
      return bytes.length > capBytes
        ? { status: "too-large", bytes: bytes.length }
        : { status: "read", bytes, release: () => undefined };
    },
  };
}

function toResponse(reply: Reply): Response {
  const { text, contentType } = textOf(reply);
  return new Response(text, { status: reply.status, headers: { "content-type": contentType, ...reply.headers } });
}

/**
 * After this call `fetch` asks the stand-ins for everything that the demo's server would answer, and the network for the rest.
 */
export function answerInPage(): void {
  const { fetch: fromNetwork } = globalThis;
  const api = createLocalApi();
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    if (url.origin !== location.origin) return fromNetwork(input, init);
    const called = calledBy(url.pathname);
    if (url.pathname === "/demo/config.json") return toResponse(NO_KEYS);
    if (!called) return fromNetwork(input, init);
    const request = new Request(input, init);
    const reply = await api.answer(arriving(request), called).catch((error: unknown) => brokenReply(called, error));
    request.signal.throwIfAborted();
    return reply ? toResponse(reply) : Response.error();
  };
}
