/** Images by address in the queue, against a real server: none may leave unchecked, and none may hold anything up. */
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createQueue } from "../../../src/queue/create-image-queue.js";
import type {
  ImageItem,
  ImageQueue,
  ImageQueueOptions,
  QueueSnapshot,
  ReadyRequest,
  RejectedItem,
} from "../../../src/queue/types.js";
import { aiSdkParts } from "../../../src/ai-sdk.js";
import { anthropicMessages, gemini, ollama, openaiChat } from "../../../src/endpoints.js";
import { type HeldPool, heldPool } from "../../fixtures/held-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";
import { PICTURES, type PictureServer, startPictureServer } from "./picture-server.js";
import { someTasks } from "../../fixtures/some-tasks.js";

const PHOTO = `${PICTURES}/photo.jpg`;
const request = (blocks: unknown[]) => ({
  model: "m",
  messages: [{ role: "user", content: [...blocks, { type: "text", text: "Où ? 👩‍👩‍👧" }] }],
});

let small: File;
let large: File;
let server: PictureServer;
let pool: HeldPool;
let queue: ImageQueue<unknown>;
let heard: { ready: ReadyRequest<unknown>[]; rejected: RejectedItem[]; changes: QueueSnapshot<unknown>[] };

beforeAll(async () => {
  [small, large] = await Promise.all([
    imageFile({ width: 400, height: 300, name: "small.jpg" }),
    imageFile({ width: 2000, height: 1500, name: "large.jpg" }),
  ]);
});
beforeEach(async () => {
  server = await startPictureServer();
  pool = heldPool();
});
afterEach(() => server.close());

function options(more: Partial<ImageQueueOptions<unknown>> = {}): ImageQueueOptions<unknown> {
  // A queue of an earlier test may still have something to say.
  const mine = heard;
  return {
    endpoint: anthropicMessages,
    urls: "block",
    request,
    fetch: server.fetch,
    onReady: (ready) => mine.ready.push(ready),
    onReject: (rejected) => mine.rejected.push(...rejected),
    onChange: (snapshot) => mine.changes.push(snapshot),
    ...more,
  };
}
function open(more: Partial<ImageQueueOptions<unknown>> = {}): ImageQueue<unknown> {
  heard = { ready: [], rejected: [], changes: [] };
  queue = createQueue<unknown>(pool, options(more));
  return queue;
}
const list = () => queue.getSnapshot().items;
const states = () =>
  list().map((item) =>
    item.status === "ready"
      ? item.image
        ? "prepared"
        : "linked"
      : item.status === "working"
        ? item.step
        : item.status,
  );
const settled = async () => {
  await vi.waitFor(() => expect(queue.getSnapshot().status).not.toBe("working"));
  await someTasks();
};
const asked = (count: number) => vi.waitFor(() => expect(server.asked).toHaveLength(count));
const wireBytes = (blocks: unknown[]) => new TextEncoder().encode(JSON.stringify(request(blocks))).length;
const urlBlock = (url = PHOTO) => ({ type: "image", source: { type: "url", url } });
const errorOf = (item: ImageItem | undefined) => (item?.status === "rejected" ? item.error : undefined);

describe('urls: "block"', () => {
  it("asks with HEAD alone, and sends the address as the endpoint's block", async () => {
    open();
    const id = queue.addUrl(`${PHOTO}?sig=secret`);
    expect(list()).toMatchObject([
      {
        id,
        name: "pictures.example.com/photo.jpg",
        file: undefined,
        url: `${PHOTO}?sig=secret`,
        status: "working",
        step: "check",
      },
    ]);
    await settled();
    expect(server.asked).toEqual(["HEAD /photo.jpg?sig=secret"]);
    expect(heard.ready).toHaveLength(1);
    const [ready] = heard.ready;
    expect(ready!.blocks).toEqual([urlBlock(`${PHOTO}?sig=secret`)]);
    expect(ready!.images).toEqual([]);
    expect(ready!.items).toMatchObject([
      {
        id,
        status: "ready",
        image: undefined,
        check: { status: "ok", bytes: server.photoBytes, mediaType: "image/jpeg" },
      },
    ]);
  });

  it("keeps the order among files, each block beside its item, and the meter to the byte", async () => {
    open();
    const [first] = queue.add([large]);
    const second = queue.addUrl(PHOTO);
    const [third] = queue.add([small]);
    await pool.started(1);
    await vi.waitFor(() => expect(states()).toEqual(["prepare", "linked", "prepared"]));
    pool.jobs[0]!.release();
    await settled();
    const { blocks, items, images, estimate } = queue.getSnapshot().ready!;
    expect(items.map(({ id }) => id)).toEqual([first, second, third]);
    expect(blocks).toEqual([anthropicMessages.toBlock(images[0]!), urlBlock(), anthropicMessages.toBlock(images[1]!)]);
    expect(images.map(({ id }) => id)).toEqual([first, third]);
    expect(estimate).toMatchObject({
      bytes: wireBytes(blocks),
      exact: true,
      tokens: { uncounted: 1, perImage: [expect.any(Number), expect.any(Number)] },
    });
  });

  it("counts the address to the byte already while it is checked, and calls it no photo", async () => {
    open();
    server.hold("HEAD");
    queue.addUrl(PHOTO);
    await asked(1);
    const before = queue.getSnapshot().estimate;
    expect(before).toMatchObject({
      exact: false,
      bytes: wireBytes([urlBlock()]),
      parts: { pending: JSON.stringify(urlBlock()).length },
    });
    server.release();
    await settled();
    const { estimate } = queue.getSnapshot();
    expect([estimate.exact, estimate.bytes]).toEqual([true, before.bytes]);
    expect(estimate.imagesThatStillFit).toBe(before.imagesThatStillFit);
    expect(estimate.imagesThatStillFit).toBeLessThan(600);
  });

  it("says what could not be found out, and checks again on retry", async () => {
    open();
    const id = queue.addUrl(`${PICTURES}/unsized.jpg`);
    await settled();
    expect(list()).toMatchObject([
      {
        status: "ready",
        check: {
          status: "unknown",
          reason: "length",
          message: "Size unknown: the server does not state it.",
          mediaType: "image/jpeg",
        },
      },
    ]);
    queue.retry(id);
    await settled();
    expect(server.asked).toEqual(["HEAD /unsized.jpg", "HEAD /unsized.jpg"]);
    expect(heard.ready).toHaveLength(2);
  });

  it("hands the media type to an endpoint that wants it", async () => {
    open({ endpoint: gemini });
    queue.addUrl(`${PICTURES}/photo.png`);
    await settled();
    expect(queue.getSnapshot().ready!.blocks).toEqual([
      { fileData: { fileUri: `${PICTURES}/photo.png`, mimeType: "image/png" } },
    ]);
  });

  it.each([
    ["no address", "photo.jpg", "url-invalid"],
    ["http:", "http://pictures.example.com/photo.jpg", "url-scheme"],
    ["data:", "data:image/png;base64,AAAA", "url-scheme"],
    ["a secret in it", "https://me:pass@pictures.example.com/a.jpg", "url-credentials"],
    ["a private host", "https://192.168.0.1/a.jpg", "url-private-host"],
  ])("rejects %s without a request", async (_, url, code) => {
    open();
    queue.addUrl(url);
    await settled();
    expect([errorOf(list()[0])?.code, server.asked, queue.getSnapshot().status]).toEqual([code, [], "empty"]);
    expect(list()[0]!.name).not.toContain("pass@");
    expect(heard.rejected).toMatchObject([{ file: undefined, url, error: { code } }]);
  });

  it("rejects what is no address also where a block is a URL object", async () => {
    open({ endpoint: aiSdkParts(anthropicMessages) });
    queue.addUrl("cat.jpg");
    queue.addUrl(PHOTO);
    expect(queue.getSnapshot()).toMatchObject({ status: "working", estimate: { exact: false } });
    const { items, blocks, rejected } = await queue.whenReady();
    expect(rejected).toMatchObject([{ url: "cat.jpg", error: { code: "url-invalid" } }]);
    expect([items.length, blocks]).toEqual([1, [{ type: "file", mediaType: "image/jpeg", data: new URL(PHOTO) }]]);
  });

  it.each([
    ["nothing there", "/gone.jpg", "url-not-found"],
    ["a page", "/page.html", "url-media-type"],
    ["a format the endpoint does not take", "/photo.bmp", "url-media-type"],
  ])("rejects %s, and sends the rest", async (_, path, code) => {
    open();
    queue.addUrl(PICTURES + path);
    queue.add([small]);
    await settled();
    expect([states(), errorOf(list()[0])?.code]).toEqual([["rejected", "prepared"], code]);
    expect(heard.ready.at(-1)).toMatchObject({ images: [{ name: "small.jpg" }], rejected: [{ url: PICTURES + path }] });
  });

  it("rejects what the endpoint would refuse as too large, with figures", async () => {
    const endpoint = {
      ...anthropicMessages,
      caps: { ...anthropicMessages.caps, maxImageBytes: { bytes: 1000, counted: "raw" as const } },
    };
    open({ endpoint });
    queue.addUrl(PHOTO);
    await settled();
    expect(errorOf(list()[0])).toMatchObject({ code: "url-too-large", actual: server.photoBytes, limit: 1000 });
  });

  it("rejects every address where the endpoint takes none", async () => {
    open({ endpoint: ollama });
    queue.addUrl(PHOTO);
    await settled();
    expect(errorOf(list()[0])).toMatchObject({
      code: "url-unsupported",
      message: expect.stringContaining("Ollama doesn't accept image links"),
    });
    expect(server.asked).toEqual([]);
  });

  it("leaves linked images out of the uploads", async () => {
    const uploaded: string[] = [];
    open({ relocation: "files", uploadFile: async ({ name }) => ({ fileId: `file-${uploaded.push(name)}` }) });
    queue.addUrl(PHOTO);
    queue.add([small]);
    await settled();
    expect(uploaded).toEqual(["small.jpg"]);
    expect(queue.getSnapshot().ready!.blocks).toEqual([
      urlBlock(),
      { type: "image", source: { type: "file", file_id: "file-1" } },
    ]);
  });
});

describe('urls: "fetch"', () => {
  it("asks, downloads, and the image is prepared like a file, in its place", async () => {
    open({ urls: "fetch" });
    const id = queue.addUrl(PHOTO);
    queue.add([small]);
    await settled();
    expect(server.asked).toEqual(["HEAD /photo.jpg", "GET /photo.jpg"]);
    expect(list()).toMatchObject([
      { id, name: "photo.jpg", url: PHOTO, file: expect.any(File), status: "ready", image: { id } },
      { name: "small.jpg" },
    ]);
    expect(heard.ready.at(-1)!.images.map(({ name }) => name)).toEqual(["photo.jpg", "small.jpg"]);
  });

  it("prepares a fetched file again without fetching it again", async () => {
    open({ urls: "fetch" });
    const id = queue.addUrl(`${PICTURES}/words.jpg`);
    await settled();
    expect(errorOf(list()[0])?.code).toBe("not-an-image");
    queue.retry(id);
    await settled();
    queue.setOptions(options({ urls: "fetch", quality: 0.5 }));
    await settled();
    expect(server.asked).toHaveLength(2);
  });

  it("stops at the largest file", async () => {
    open({ urls: "fetch", limits: { maxFileBytes: 1000 } });
    queue.addUrl(PHOTO);
    await settled();
    expect(errorOf(list()[0])).toMatchObject({ code: "url-too-large", limit: 1000 });
  });
});

describe('urls: "auto"', () => {
  const tiny = {
    ...anthropicMessages,
    caps: { ...anthropicMessages.caps, maxImageBytes: { bytes: 1000, counted: "raw" as const } },
  };

  it.each([
    ["sends the address where the endpoint takes it", {}, "/photo.jpg", "linked", ["HEAD"]],
    ["sends the address where the server does not say all", {}, "/unsized.jpg", "linked", ["HEAD"]],
    ["fetches where the endpoint takes no addresses", { endpoint: ollama }, "/photo.jpg", "prepared", ["HEAD", "GET"]],
    [
      "fetches what would be too large",
      { endpoint: { ...tiny, caps: { ...tiny.caps, maxImageBytes: { bytes: 5000, counted: "raw" } } } },
      "/photo.jpg",
      "prepare",
      ["HEAD", "GET"],
    ],
    ["fetches a format the endpoint does not take", {}, "/photo.bmp", "prepared", ["HEAD", "GET"]],
    ["does not fetch what is no image", {}, "/page.html", "rejected", ["HEAD"]],
    ["does not fetch what is not there", {}, "/gone.jpg", "rejected", ["HEAD"]],
  ] as [string, Partial<ImageQueueOptions<unknown>>, string, string, string[]][])(
    "%s",
    async (_, more, path, state, methods) => {
      open({ urls: "auto", ...more });
      queue.addUrl(PICTURES + path);
      await vi.waitFor(() => expect(states()).toEqual([state]));
      expect(server.asked).toEqual(methods.map((method) => `${method} ${path}`));
    },
  );

  it("gives both reasons when the download fails as well", async () => {
    open({ urls: "auto" });
    queue.addUrl(`${PICTURES}/locked.bmp`);
    await settled();
    const { code, message } = errorOf(list()[0])!;
    expect([code, message]).toEqual([
      "url-unreadable",
      expect.stringMatching(
        /is BMP, which isn't accepted here\. .+ The image can't be downloaded: .+ answered with HTTP 403\./,
      ),
    ]);
  });

  it("fetches what only this network reaches, and never sends its address", async () => {
    open({ urls: "auto", allowPrivateHosts: true, fetch: undefined });
    queue.addUrl(`${server.url}/photo.jpg`);
    await settled();
    expect(states()).toEqual(["prepared"]);
  });

  it("rejects what only this network reaches unless that is allowed", async () => {
    open({ urls: "auto", fetch: undefined });
    queue.addUrl(`${server.url}/photo.jpg`);
    await settled();
    expect([errorOf(list()[0])?.code, server.asked]).toEqual(["url-private-host", []]);
  });
});

describe("addUrl: an address under way", () => {
  it.each([
    ["block", "HEAD"],
    ["fetch", "HEAD"],
    ["fetch", "GET"],
    ["auto", "HEAD"],
  ] as const)("%s: nothing is ready while %s is unanswered (T15)", async (urls, method) => {
    open({ urls });
    queue.add([small]);
    await settled();
    heard.changes.length = 0;
    server.hold(method);
    queue.addUrl(PHOTO);
    expect(queue.getSnapshot()).toMatchObject({ status: "working", ready: undefined });
    const sent = vi.fn();
    const sending = queue.whenReady().then(sent);
    await asked(method === "GET" ? 2 : 1);
    await someTasks();
    expect(states()).toEqual(["prepared", method === "GET" ? "fetch" : "check"]);
    expect([sent.mock.calls.length, heard.ready.length]).toEqual([0, 1]);
    server.release();
    await sending;
    expect(sent.mock.calls[0]![0].items).toHaveLength(2);
    await someTasks();
    // From the moment it was added to the end there is no moment without it.
    expect(heard.changes.map(({ status }) => status)).toEqual([
      ...heard.changes.slice(1).map(() => "working"),
      "ready",
    ]);
    expect(heard.ready.map(({ items }) => items.length)).toEqual([1, 2]);
  });

  it("stops waiting with the signal of whenReady", async () => {
    open();
    server.hold("HEAD");
    queue.addUrl(PHOTO);
    const controller = new AbortController();
    const waiting = queue.whenReady({ signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  });

  it("is aborted by its removal, and by clear", async () => {
    open();
    server.hold("HEAD");
    const id = queue.addUrl(PHOTO);
    queue.addUrl(`${PICTURES}/second.jpg`);
    await asked(2);
    queue.remove(id);
    await vi.waitFor(() => expect(server.givenUp()).toBe(1));
    queue.clear();
    await vi.waitFor(() => expect(server.givenUp()).toBe(2));
    server.release();
    await someTasks();
    expect([list(), queue.getSnapshot().status, heard.ready, heard.rejected]).toEqual([[], "empty", [], []]);
  });

  it("waits while the queue is paused, and is asked again after", async () => {
    open();
    server.hold("HEAD");
    queue.addUrl(PHOTO);
    await asked(1);
    queue.pause();
    expect([states(), queue.getSnapshot().status]).toEqual([["waiting"], "working"]);
    server.release();
    await someTasks();
    queue.resume();
    await settled();
    expect([states(), server.asked.length]).toEqual([["linked"], 2]);
  });

  it("delays no file, however slow its server", async () => {
    open();
    server.hold("HEAD");
    for (let index = 0; index < 6; index += 1) queue.addUrl(PHOTO);
    queue.add([small]);
    await vi.waitFor(() => expect(states().at(-1)).toBe("prepared"));
    // Its code is loaded when the first address is asked for.
    await vi.waitFor(() => expect(server.asked).toHaveLength(4));
    await someTasks();
    expect(server.asked).toHaveLength(4);
    server.release();
    await settled();
    expect(heard.ready.at(-1)!.items).toHaveLength(7);
  });
});

describe("addUrl: places", () => {
  it.each([
    ["maxFiles", { maxFiles: 2 }],
    [
      "the endpoint's count, earlier messages included",
      { endpoint: { ...anthropicMessages, caps: { ...anthropicMessages.caps, maxImages: 5 } }, earlierImageCount: 3 },
    ],
  ])("addresses take them as files do: %s", async (_, more) => {
    open(more);
    queue.addUrl(PHOTO);
    queue.add([small]);
    queue.addUrl(`${PICTURES}/second.jpg`);
    queue.add([small]);
    await settled();
    expect(states()).toEqual(["linked", "prepared", "rejected", "rejected"]);
    expect(errorOf(list()[2])?.code).toBe("too-many-files");
    expect(server.asked).toEqual(["HEAD /photo.jpg"]);
    expect(queue.getSnapshot().estimate.imagesThatStillFit).toBe(0);
  });

  it("move, and onReady gets the new order", async () => {
    open();
    const first = queue.addUrl(PHOTO);
    const second = queue.addUrl(`${PICTURES}/second.jpg`);
    await settled();
    queue.move(second, 0);
    await someTasks();
    expect(heard.ready.map(({ items }) => items.map(({ id }) => id))).toEqual([
      [first, second],
      [second, first],
    ]);
    expect(heard.ready.at(-1)!.blocks).toEqual([urlBlock(`${PICTURES}/second.jpg`), urlBlock()]);
  });
});

describe("addUrl: changed options", () => {
  it("another endpoint checks again what is linked, and makes its own blocks", async () => {
    open();
    queue.addUrl(PHOTO);
    await settled();
    queue.setOptions(options({ endpoint: openaiChat }));
    expect(queue.getSnapshot()).toMatchObject({ status: "working", ready: undefined });
    await settled();
    expect(server.asked).toHaveLength(2);
    expect(heard.ready.at(-1)!.blocks).toEqual([{ type: "image_url", image_url: { url: PHOTO } }]);
  });

  it("another endpoint in the middle of a check starts it anew, by its own rules", async () => {
    open();
    server.hold("HEAD");
    queue.addUrl(PHOTO);
    await asked(1);
    queue.setOptions(options({ endpoint: ollama }));
    await vi.waitFor(() => expect(server.givenUp()).toBe(1));
    await settled();
    expect(errorOf(list()[0])?.code).toBe("url-unsupported");
    server.release();
    queue.setOptions(options());
    await settled();
    expect(states()).toEqual(["linked"]);
  });

  it("the same endpoint without its block for addresses rejects what is linked", async () => {
    open();
    queue.addUrl(PHOTO);
    await settled();
    const { urlBlock: _, ...without } = anthropicMessages;
    queue.setOptions(options({ endpoint: without }));
    await settled();
    expect(errorOf(list()[0])?.code).toBe("url-unsupported");
  });

  it("inline callbacks, another box or the same rules again make no request", async () => {
    open();
    queue.addUrl(PHOTO);
    await settled();
    const before = queue.getSnapshot();
    queue.setOptions(options({ onReady: () => {}, fetch: (...how) => server.fetch(...how) }));
    expect(queue.getSnapshot()).toBe(before);
    queue.setOptions(options({ box: { width: 640, height: 480 }, quality: 0.5 }));
    await settled();
    expect([server.asked.length, heard.ready.length]).toEqual([1, 1]);
  });

  it("a download is not restarted for an endpoint or a box that does not affect it", async () => {
    open({ urls: "fetch" });
    server.hold("GET");
    queue.addUrl(PHOTO);
    await asked(2);
    queue.setOptions(options({ urls: "fetch", endpoint: openaiChat, quality: 0.5 }));
    server.release();
    await settled();
    expect([states(), server.asked.length, server.givenUp()]).toEqual([["prepared"], 2, 0]);
  });

  it("from fetch to block keeps downloaded images, and links new ones", async () => {
    open({ urls: "fetch" });
    queue.addUrl(PHOTO);
    await settled();
    queue.setOptions(options());
    queue.addUrl(`${PICTURES}/second.jpg`);
    await settled();
    expect(states()).toEqual(["prepared", "linked"]);
  });

  it("turned off, makes no more requests and sends no address", async () => {
    open();
    queue.addUrl(PHOTO);
    await settled();
    queue.setOptions(options({ urls: "off" }));
    await settled();
    expect([errorOf(list()[0])?.code, server.asked.length]).toEqual(["url-unsupported", 1]);
    expect(heard.ready.at(-1)).toMatchObject({ blocks: [], items: [] });
  });

  it("off by default: says how to turn it on, and makes no request", () => {
    open({ urls: undefined });
    expect(() => queue.addUrl(PHOTO)).toThrow(/addUrl.*urls: "fetch", "block" or "auto"/);
    expect(() => open({ urls: "on" as never })).toThrow(/urls is "on"\. Pass "off" or "fetch" or "block" or "auto"\./);
    expect([list(), server.asked]).toEqual([[], []]);
  });
});
