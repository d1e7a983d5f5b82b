/** Pictures that hold nothing, and animations that begin with one. */
import { describe, expect, test } from "vitest";
import { prepareImage } from "vision-dropzone/core";
import { anthropicMessages } from "vision-dropzone/endpoints";
import {
  animatedGif,
  animatedPng,
  animatedWebp,
  BLACK,
  CLEAR,
  plain,
  square,
  WHITE,
} from "../../fixtures/bytes/animation.js";
import type { Bytes } from "../../fixtures/bytes/write.js";
import { forbidden } from "../../fixtures/canvas/workers.js";
import { canvasFile, colourAt, pixelsOf, quadrants } from "../../fixtures/canvas/files.js";

const size = { width: 64, height: 48 };
const empty = (count: number, colour = WHITE) => Array.from({ length: count }, () => plain(size, colour));
const codes = ({ changes }: { changes: readonly { code: string }[] }) => changes.map(({ code }) => code);

/** Where nothing can step through frames, the first one goes, and it is said that there is nothing in it. */
const canStep = "ImageDecoder" in globalThis;

const animations: [name: string, file: Bytes, frame: number][] = [
  [
    "a GIF of 12 frames, the first one white",
    animatedGif(size, [...empty(1), ...Array.from({ length: 11 }, () => square(size))]),
    2,
  ],
  ["a GIF that shows something in its last of 12", animatedGif(size, [...empty(11), square(size)]), 12],
  ["a GIF, first white, then black", animatedGif(size, [...empty(2), ...empty(2, BLACK), square(size)]), 5],
  ["an animated PNG", animatedPng(size, [...empty(3), square(size)]), 4],
  ["an animated WebP", animatedWebp(), 2],
];

describe.each([
  ["in a worker", {}],
  ["on the page", { createWorker: forbidden }],
])("empty frames: the first that shows something is sent, %s", (_where, place) => {
  test.each(animations)("%s", async (_name, bytes, frame) => {
    const image = await prepareImage(new File([bytes], "a.gif"), place);
    const middle = colourAt(await pixelsOf(image.blob), 0.5, 0.5);
    const said = image.changes.find(({ code }) => code === "first-frame")!.reason;
    if (canStep) {
      expect(middle).toBe("#f00");
      expect(said).toContain(`frame ${frame},`);
      expect(codes(image)).not.toContain("one-colour");
    } else {
      expect(middle).toBe("#fff");
      expect(codes(image)).toContain("one-colour");
    }
  });

  test.skipIf(!canStep)("a first frame that is nothing but transparent counts as empty", async () => {
    const image = await prepareImage(new Blob([animatedGif(size, [...empty(2, CLEAR), square(size)])]), place);
    expect(colourAt(await pixelsOf(image.blob), 0.5, 0.5)).toBe("#f00");
  });

  test("an animation that begins with a picture is sent as it begins", async () => {
    const image = await prepareImage(new Blob([animatedGif(size, [square(size), ...empty(3, BLACK)])]), place);
    expect(colourAt(await pixelsOf(image.blob), 0.5, 0.5)).toBe("#f00");
    expect(image.changes.find(({ code }) => code === "first-frame")!.reason).toContain("the first one is sent");
  });

  test("an animation of one colour is sent with a change", async () => {
    const image = await prepareImage(new Blob([animatedGif(size, empty(4))]), place);
    expect(codes(image)).toEqual(expect.arrayContaining(["first-frame", "one-colour"]));
  });
});

describe("empty frames: a still picture of one colour is sent with a change", () => {
  const oneColour = (type: string) =>
    canvasFile(
      { width: 200, height: 150 },
      (context, { width, height }) => {
        context.fillStyle = "#369";
        context.fillRect(0, 0, width, height);
      },
      type,
    );

  test.each([
    ["encoded", "image/png", {}],
    ["kept as it is", "image/jpeg", {}],
    ["kept since it is smaller", "image/png", { endpoint: anthropicMessages }],
  ])("%s", async (_how, type, options) => {
    expect(codes(await prepareImage(await oneColour(type), options))).toContain("one-colour");
  });

  test("other pictures get no change", async () => {
    for (const type of ["image/png", "image/jpeg"])
      expect(codes(await prepareImage(await canvasFile(size, quadrants, type)))).not.toContain("one-colour");
  });
});
