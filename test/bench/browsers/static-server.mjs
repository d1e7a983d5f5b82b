/**
 * A loopback server for the measured pages. `startServer({ "/dist/": folder, "/page.html": () => text })` resolves to
 * { origin, close() }. A value is a folder, or a function of the rest of the path that gives a Buffer or text, or undefined.
 */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".bmp": "image/bmp",
  ".gif": "image/gif",
};

/** Cross-origin isolation: shared memory for wasm-vips, and clocks of 5 to 20 microseconds instead of 100 to 1000. */
const ISOLATED = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
};

export function mediaTypeOf(path) {
  return TYPES[extname(path)] ?? "application/octet-stream";
}

export async function startServer(mounts, { isolated = true } = {}) {
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request, response) {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const body = await find(mounts, path);
    const headers = { "content-type": mediaTypeOf(path), "cache-control": "no-store", ...(isolated && ISOLATED) };
    response.writeHead(body === undefined ? 404 : 200, headers).end(body);
  }
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(resolve));
    },
  };
}

/** The longest prefix wins. */
async function find(mounts, path) {
  const prefixes = Object.keys(mounts).filter((prefix) => path.startsWith(prefix));
  const prefix = prefixes.toSorted((one, other) => other.length - one.length)[0];
  if (prefix === undefined) return undefined;
  const source = mounts[prefix];
  const rest = path.slice(prefix.length);
  if (typeof source === "function") return source(rest);
  try {
    return await readFile(join(source, rest));
  } catch (error) {
    if (error.code === "ENOENT" || error.code === "EISDIR") return undefined;
    throw error;
  }
}
