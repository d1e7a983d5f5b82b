/** An app's own tests: jsdom has no workers, no canvas, no object URLs, and its files cannot be read as elsewhere. */
import { render, waitFor } from "@testing-library/react";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReadyRequest } from "../../src/queue/types.js";
import { prepareImage } from "../../src/core.js";
import { openaiChat, type OpenaiChatImagePart } from "../../src/endpoints.js";
import { VisionDropzone } from "../../src/react/components/vision-dropzone.js";
import { exifSegment } from "../fixtures/bytes/jpeg.js";
import { join } from "../fixtures/bytes/write.js";
import { doing, notImage, pick, statuses } from "./harness.js";
import { imageFile } from "../fixtures/sharp-images.js";

/** As in README. */
const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const dot = () => new File([Uint8Array.from(atob(DOT), (c) => c.charCodeAt(0))], "dot.png", { type: "image/png" });
/** In a file of the page's own kind, as an app's test makes it. */
async function photo(width: number, height: number): Promise<File> {
  const jpeg = new Uint8Array(await (await imageFile({ width, height })).arrayBuffer());
  return new File([join(jpeg.subarray(0, 2), exifSegment({ gps: "position" }), jpeg.subarray(2))], "photo.jpg", {
    type: "image/jpeg",
  });
}
const codes = ({ changes }: { changes: readonly { code: string }[] }) => changes.map(({ code }) => code);

type Lack = readonly [owner: object, name: string];
/** jsdom 20 to 27; MessageChannel is missing with Jest only. */
const LACKS: readonly Lack[] = [
  ...(["arrayBuffer", "stream", "text", "bytes"] as const).map((name): Lack => [Blob.prototype, name]),
  [globalThis, "MessageChannel"],
  [globalThis, "Worker"],
  [globalThis, "OffscreenCanvas"],
  [globalThis, "createImageBitmap"],
  [globalThis, "ResizeObserver"],
  [globalThis, "IntersectionObserver"],
  [URL, "createObjectURL"],
  [URL, "revokeObjectURL"],
];
let back: (() => void)[] = [];

let small: File;
let large: File;

beforeAll(async () => {
  [small, large] = [await photo(40, 30), await photo(1600, 1200)];
  back = LACKS.flatMap(([owner, name]) => withoutIt(owner, name));
  HTMLCanvasElement.prototype.getContext = () => null;
});
afterAll(() => {
  for (const restore of back) restore();
});

/** Takes it away, also where it is inherited: happy-dom's URL is Node's. */
function withoutIt(owner: object, name: string): (() => void)[] {
  const above: object | null = Object.getPrototypeOf(owner);
  const given = Object.getOwnPropertyDescriptor(owner, name);
  if (given) Reflect.deleteProperty(owner, name);
  const restore = given ? [() => void Object.defineProperty(owner, name, given)] : [];
  return above && above !== Object.prototype ? [...restore, ...withoutIt(above, name)] : restore;
}

async function readyWith(file: File): Promise<ReadyRequest<OpenaiChatImagePart>> {
  let tell: (ready: ReadyRequest<OpenaiChatImagePart>) => void = () => {};
  const ready = new Promise<ReadyRequest<OpenaiChatImagePart>>((resolve) => (tell = resolve));
  render(<VisionDropzone endpoint={openaiChat} onReady={tell} />);
  await pick(file);
  return ready;
}

test("in your tests: the globals that were removed are missing", () => {
  for (const [owner, name] of LACKS) expect(name in owner, name).toBe(false);
});

test("in your tests: the component renders, and prepares README's picture of one pixel", async () => {
  const { blocks, images } = await readyWith(dot());
  expect(images[0]).toMatchObject({ mediaType: "image/png", width: 1, height: 1, base64: DOT });
  expect(blocks).toHaveLength(1);
  await waitFor(() => expect(statuses()).toEqual(["ready"]));
});

test.each(["rows", "tiles"] as const)(
  "in your tests: a file that is rejected is shown with the others, and the preview opens: %s",
  async (layout) => {
    const { unmount } = render(<VisionDropzone endpoint={openaiChat} layout={layout} />);
    await pick(dot(), notImage);
    await waitFor(() => expect(statuses()).toEqual(["ready", "rejected"]));
    await doing(() => document.querySelector<HTMLElement>("[data-vd-item-open]")!.click());
    await waitFor(() => expect(document.querySelector("[data-vd-compare]")).not.toBeNull());
    unmount();
  },
);

test("in your tests: a JPEG that fits is kept, without its metadata", async () => {
  const { images } = await readyWith(small);
  expect(images[0]).toMatchObject({ mediaType: "image/jpeg", width: 40, height: 30, engine: "none" });
  expect(codes(images[0]!)).toEqual(expect.arrayContaining(["kept-original", "metadata-stripped"]));
});

test("in your tests: a photo is read, and even made smaller, since ours needs no canvas", async () => {
  const image = await prepareImage(large);
  expect(image).toMatchObject({ width: 1280, height: 960, engine: "page:jpeg-decoder" });
});

test("in your tests: with a compressor that hands back what it gets, nothing of a browser is needed", async () => {
  expect(await prepareImage(dot(), { compress: async (file) => file })).toMatchObject({
    engine: "app",
    mediaType: "image/png",
    base64: DOT,
  });
});

test("in your tests: a file that cannot be read is rejected as such", async () => {
  const gone = dot();
  const { readAsArrayBuffer } = FileReader.prototype;
  FileReader.prototype.readAsArrayBuffer = function (this: FileReader) {
    this.dispatchEvent(new Event("error"));
  };
  await expect(prepareImage(gone)).rejects.toMatchObject({ code: "file-unreadable" });
  FileReader.prototype.readAsArrayBuffer = readAsArrayBuffer;
});
