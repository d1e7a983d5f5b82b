import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { anthropicMessages } from "../../../src/endpoints.js";
import { createQueue, type OwnedQueue } from "../../../src/queue/create-image-queue.js";
import type { ImageQueueOptions } from "../../../src/queue/types.js";
import { base64ToBytes } from "../../../src/shared/base64-to-bytes.js";
import type { PreparedImage, StoredImage } from "../../../src/shared/types.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";

type Pool = ReturnType<typeof sharpPool>;

let pool: Pool;
let queue: OwnedQueue<unknown>;
let made: PreparedImage;

function open(defaultImages: readonly StoredImage[], options: Partial<ImageQueueOptions<unknown>> = {}) {
  pool = sharpPool();
  queue = createQueue<unknown>(pool, { endpoint: anthropicMessages, defaultImages, ...options });
  queue.resume();
}
const settled = () => vi.waitFor(() => expect(queue.getSnapshot().status).not.toBe("working"));
const items = () => queue.getSnapshot().items;
const image = () => queue.getSnapshot().ready!.images[0]!;
const codes = ({ changes }: PreparedImage) => changes.map(({ code }) => code);
/** As JSON and IndexedDB give it back. */
const plain = ({ blob: _blob, ...rest }: PreparedImage): StoredImage => JSON.parse(JSON.stringify(rest));

beforeAll(async () => {
  open([]);
  queue.add([await imageFile({ width: 800, height: 600, name: "holiday.png", format: "png" })]);
  made = (await queue.whenReady()).images[0]!;
});
beforeEach(() => open([]));

describe("restored images: prepared before", () => {
  it.each<[string, () => StoredImage]>([
    ["itself", () => made],
    ["as plain data with base64", () => plain(made)],
    [
      "as a data URL with line breaks",
      () => ({
        ...plain(made),
        base64: `data:image/jpeg;base64,${made.base64.replace(/.{76}/g, "$&\r\n")}`,
      }),
    ],
  ])("is ready as it was, and nothing is prepared: %s", async (_how, stored) => {
    open([stored()]);
    expect(items()).toMatchObject([{ name: "holiday.png", status: "working" }]);
    await settled();
    expect(pool.jobs).toHaveLength(0);
    const { name, base64, width, height, bytes, mediaType, source, changes } = made;
    expect(image()).toMatchObject({ name, base64, width, height, bytes, mediaType, source, changes });
    expect(image().id).toBe(items()[0]!.id);
    expect(image().blob.type).toBe("image/jpeg");
    expect(queue.getSnapshot().estimate.parts.images).toBeGreaterThan(base64.length);
  });

  it("is its own original where nothing but its bytes are known", async () => {
    open([{ blob: made.blob }, { base64: made.base64, source: { bytes: 1 }, changes: [{ code: "resized" }] } as never]);
    await settled();
    const { width, height, bytes } = made;
    const own = { name: "image", mediaType: "image/jpeg", width, height, orientation: 1, bytes };
    expect(queue.getSnapshot().ready!.images).toMatchObject([
      { name: "image.jpg", source: own, changes: [] },
      { name: "image.jpg", source: own, changes: [] },
    ]);
  });

  it.each<[string, unknown, string]>([
    ["nothing at all", undefined, "not-an-image"],
    ["neither Blob nor base64", { name: "a.jpg", blob: {} }, "not-an-image"],
    ["no base64", { base64: "?!" }, "not-an-image"],
    ["words", { blob: new Blob(["just words"]) }, "not-an-image"],
    ["no bytes", { base64: "" }, "file-empty"],
    ["half of its bytes", { blob: new Blob(["\xff\xd8\xff"]), bytes: 500 }, "image-truncated"],
  ])("is rejected, and the others are not: %s", async (_what, bad, code) => {
    const onReject = vi.fn();
    open([bad as StoredImage, made], { onReject });
    await settled();
    expect(items()).toMatchObject([{ status: "rejected", error: { code } }, { status: "ready" }]);
    await vi.waitFor(() => expect(onReject).toHaveBeenCalledTimes(1));
  });

  it("keeps its size whatever the box, and is made again where the endpoint does not take it", async () => {
    open([made], { box: { width: 300, height: 300 } });
    await settled();
    expect(image()).toMatchObject({ width: 800, height: 600 });
    const small = { ...anthropicMessages, caps: { ...anthropicMessages.caps, maxEdgePx: 640, manyImages: undefined } };
    open([made], { endpoint: small });
    await settled();
    expect(image()).toMatchObject({ width: 640, height: 480, source: made.source });
    expect(codes(image())).toEqual([...codes(made), "from-prepared", "resized", "reencoded"]);
  });

  it("is made smaller for other options and for a request that must fit, from the restored picture", async () => {
    open([made, made]);
    await settled();
    queue.setOptions({ endpoint: anthropicMessages, box: { width: 320, height: 320 } });
    await settled();
    expect(image()).toMatchObject({ width: 320, height: 240, source: made.source });
    open([made, made], { fit: "request", maxRequestBytes: Math.round(made.base64.length * 1.5) });
    await settled();
    expect(queue.getSnapshot()).toMatchObject({ status: "ready", fitting: { status: "shrunk", imageCount: 2 } });
    expect(image().source).toEqual(made.source);
    expect(codes(image())).toContain("from-prepared");
  });

  it("can be removed, brought back and moved, and is added to a list that is there", async () => {
    queue.add([await imageFile({ width: 400, height: 300, name: "new.jpg" })]);
    const [first, second] = queue.restore([made, plain(made)]) as [string, string];
    await settled();
    queue.remove(first);
    queue.undoRemove();
    queue.move(second, 0);
    expect(items().map(({ label }) => label)).toEqual(["holiday.png (2)", "new.jpg", "holiday.png"]);
    expect(queue.getSnapshot().status).toBe("ready");
  });

  it("waits until the list has an owner, and is not compared with the images of the next render", () => {
    pool = sharpPool();
    queue = createQueue<unknown>(pool, { endpoint: anthropicMessages, defaultImages: [made] });
    expect(queue.getSnapshot().status).toBe("working");
    queue.setOptions({ endpoint: anthropicMessages, defaultImages: [made, made] });
    expect(items()).toMatchObject([{ status: "waiting" }]);
  });

  it("comes with 59 others in their order", async () => {
    open(
      Array.from({ length: 60 }, (_, at) => ({ ...plain(made), name: "", source: { ...made.source, name: `${at}` } })),
    );
    await settled();
    expect(queue.getSnapshot().ready!.images.map(({ source }) => source.name)).toEqual(
      Array.from({ length: 60 }, (_, at) => `${at}`),
    );
  });
});

describe("base64ToBytes", () => {
  it("reads a text in pieces where the browser has no decoder for all of it", async () => {
    const bytes = Uint8Array.from({ length: 700_001 }, (_, at) => at % 251);
    const text = Buffer.from(bytes).toString("base64");
    expect(Buffer.compare(await base64ToBytes(text), bytes)).toBe(0);
    await expect(base64ToBytes(`${text}?`)).rejects.toThrow(/correctly encoded|invalid|base64/i);
  });
});
