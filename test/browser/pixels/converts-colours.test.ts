/** Probes that cannot run, or prove nothing: nothing is converted or rotated twice. */
import { afterEach, expect, test } from "vitest";
import type * as Probes from "../../../src/pixels/probes/converts-colours.js";

const { createImageBitmap } = globalThis;
afterEach(() => {
  globalThis.createImageBitmap = createImageBitmap;
});

let copies = 0;
/** Verdicts are kept for as long as a module lives. */
const fresh = (): Promise<typeof Probes> =>
  import(/* @vite-ignore */ `/src/pixels/probes/converts-colours.ts?copy=${copies++}`);

test("convertsColours: true for a browser that ignores the probe's profile in a PNG too", async () => {
  const { convertsColours } = await fresh();
  const red = new OffscreenCanvas(1, 1);
  const context = red.getContext("2d")!;
  context.fillStyle = "#f00";
  context.fillRect(0, 0, 1, 1);
  globalThis.createImageBitmap = (...given: unknown[]) => {
    const isPng = given[0] instanceof Blob && given[0].type === "image/png";
    return Reflect.apply(createImageBitmap, globalThis, isPng ? [red] : given) as Promise<ImageBitmap>;
  };
  for (const mediaType of ["image/webp", "image/avif", "image/bmp"] as const)
    expect(await convertsColours(mediaType, "by-profile"), mediaType).toBe(true);
  expect(await convertsColours("image/avif", "by-number")).toBe(true);
});

test("convertsColours and rotatesAvif: true if no probe can be decoded", async () => {
  const { convertsColours, rotatesAvif } = await fresh();
  globalThis.createImageBitmap = () => Promise.reject(new DOMException("no", "InvalidStateError"));
  expect(await convertsColours("image/webp", "by-profile")).toBe(true);
  expect(await rotatesAvif()).toBe(true);
});

test("convertsColours: each probe runs once", async () => {
  const { convertsColours, rotatesAvif } = await fresh();
  let decoded = 0;
  globalThis.createImageBitmap = (...given: unknown[]) => {
    decoded++;
    return Reflect.apply(createImageBitmap, globalThis, given) as Promise<ImageBitmap>;
  };
  const ask = () =>
    Promise.all([
      rotatesAvif(),
      convertsColours("image/webp", "by-profile"),
      convertsColours("image/bmp", "by-profile"),
    ]);
  expect(await ask()).toEqual(await ask());
  expect(decoded).toBe(4);
});
