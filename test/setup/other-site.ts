/**
 * Another site, for tests in a page: a server on a port of its own, so on another origin. Some of what it has may be read from
 * other sites (`/open/`), some may not (`/closed/`). The tests find it by `inject("otherSite")`.
 */
import { createServer } from "node:http";
import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** `http://127.0.0.1:<port>`; `undefined` where the project does not start it. */
    otherSite: string | undefined;
  }
}

/** The smallest PNG: one transparent pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const pngHeaders = { "content-type": "image/png", "content-length": PNG.length };

const ANSWERS: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
  "photo.png": (response) => response.writeHead(200, pngHeaders).end(PNG),
  "page.html": (response) => response.writeHead(200, { "content-type": "text/html" }).end("<h1>Not a picture"),
  "unsized.png": (response) => response.writeHead(200, { "content-type": "image/png" }).end(PNG),
  "moved.png": (response) => response.writeHead(302, { location: "photo.png" }).end(),
  "moved-to-closed.png": (response) => response.writeHead(302, { location: "../closed/photo.png" }).end(),
  "loop.png": (response) => response.writeHead(302, { location: "loop.png" }).end(),
  "silent.png": () => undefined,
  // Node drops the connection in the middle of the stated length.
  "broken.png": (response) =>
    response.writeHead(200, { ...pngHeaders, "content-length": 1000 }).write(PNG, () => response.destroy()),
  "endless.png": (response) => {
    response.writeHead(200, { "content-type": "image/png" });
    // Node accepts what is written in answer to HEAD endlessly and sends none of it.
    if (response.req.method === "HEAD") return response.end();
    const writeMore = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) continue;
    };
    response.on("drain", writeMore);
    writeMore();
  },
};

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const [, room = "", name = ""] = /^\/(open|closed)\/([^?]*)/.exec(path) ?? [];
    if (room !== "closed") response.setHeader("access-control-allow-origin", "*");
    if (path === "/asked") return void response.end(JSON.stringify(asked));
    asked.push(`${request.method} ${path}`);
    const answer = ANSWERS[name];
    if (answer) answer(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  project.provide("otherSite", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
