/** What becomes of animations, by the option `animation`. */
import { expect, test } from "vitest";
import { createImageQueue, prepareImage } from "vision-dropzone/core";
import { anthropicMessages } from "vision-dropzone/endpoints";
import type { AnimationMode, Change, Endpoint } from "../../../src/core.js";
import { animatedGif, animatedPng, animatedWebp, BLACK, plain, square, WHITE } from "../../fixtures/bytes/animation.js";
import { colourAt, pixelsOf } from "../../fixtures/canvas/files.js";
import { forbidden } from "../../fixtures/canvas/workers.js";

const size = { width: 64, height: 48 };
const frames = [square(size), plain(size, BLACK), square(size), plain(size, WHITE)];
const gif = () => new File([animatedGif(size, frames)], "a.gif");
const canStep = "ImageDecoder" in globalThis;

const changeOf = <C extends Change["code"]>(changes: readonly Change[], code: C) =>
  changes.find((change): change is Change & { code: C } => change.code === code);
const prepared = (animation: AnimationMode, endpoint: Endpoint<unknown> = anthropicMessages) =>
  prepareImage(gif(), { animation, endpoint });
const takingGifs = { ...anthropicMessages, caps: { ...anthropicMessages.caps, animatedTypes: ["image/gif"] as const } };

test("animation: a contact sheet has all four frames, each with its time, or it is said why not", async () => {
  const image = await prepared("contact-sheet");
  const sheet = changeOf(image.changes, "contact-sheet");
  if (!canStep) {
    expect(sheet).toBeUndefined();
    const { asked, detail } = changeOf(image.changes, "animation-unavailable")!;
    expect([asked, detail]).toEqual(["contact-sheet", "This browser cannot take single frames out of it."]);
    return expect(changeOf(image.changes, "first-frame")).toBeDefined();
  }
  expect(sheet).toMatchObject({ frameCount: 4 });
  expect(sheet!.timesMs).toHaveLength(4);
  expect(sheet!.timesMs.every((ms, at) => at === 0 || ms > sheet!.timesMs[at - 1]!)).toBe(true);
  // Two by two: 64x48 pixels and 24 for the time each, 8 between all.
  expect([image.width, image.height]).toEqual([152, 168]);
  const pixels = await pixelsOf(image.blob);
  const middleOf = (column: number, row: number) =>
    colourAt(pixels, (8 + column * 72 + 32) / 152, (8 + row * 80 + 24) / 168);
  expect([middleOf(0, 0), middleOf(1, 0), middleOf(0, 1), middleOf(1, 1)]).toEqual(["#f00", "#000", "#f00", "#fff"]);
  expect(changeOf(image.changes, "first-frame")).toBeUndefined();
});

test.runIf(canStep)("animation: WebP and PNG make sheets, too, and no worker is needed", async () => {
  for (const bytes of [animatedWebp(), animatedPng(size, frames)]) {
    const image = await prepareImage(new Blob([bytes]), { animation: "contact-sheet", createWorker: forbidden });
    expect(changeOf(image.changes, "contact-sheet")!.frameCount).toBeGreaterThan(1);
  }
});

test("animation: it is kept, to the byte, only where the endpoint takes it and it is within the limits", async () => {
  const kept = await prepared("keep", takingGifs);
  expect(kept.mediaType).toBe("image/gif");
  expect(new Uint8Array(await kept.blob.arrayBuffer())).toEqual(new Uint8Array(await gif().arrayBuffer()));
  expect(changeOf(kept.changes, "kept-animation")).toMatchObject({ ...size, bytes: gif().size });
  const still = await prepared("keep");
  expect(changeOf(still.changes, "animation-unavailable")?.detail).toBe("The endpoint takes no animated GIF.");
  expect(changeOf(still.changes, "first-frame")).toBeDefined();
  const small = {
    ...takingGifs,
    caps: { mediaTypes: ["image/gif", "image/jpeg"], animatedTypes: ["image/gif"], maxEdgePx: 50 },
  } as const;
  const other = await prepared("keep", small);
  expect(changeOf(other.changes, "animation-unavailable")?.detail).toBe("Its frames are 64 × 48.");
});

test("animation: one that is not wanted is rejected with its type, a still picture is not", async () => {
  await expect(prepared("reject")).rejects.toMatchObject({ code: "image-animated", actual: "image/gif" });
  const still = new Blob([animatedGif(size, [square(size)])]);
  expect((await prepareImage(still, { animation: "reject" })).width).toBe(64);
  await expect(prepareImage(gif(), { animation: "film" as never })).rejects.toThrow(/animation.*first-frame/);
});

test("animation: other options make the picture again", async () => {
  const queue = createImageQueue({ endpoint: takingGifs, animation: "first-frame" });
  const [id] = queue.add([gif()]);
  expect((await queue.settled(id!))?.status).toBe("ready");
  queue.setOptions({ endpoint: takingGifs, animation: "keep" });
  const { images } = await queue.whenReady();
  expect(images.map(({ mediaType }) => mediaType)).toEqual(["image/gif"]);
});
