/** Decoders and encoders that return wrong results: the next strategy is tried, or the file is rejected; a wrong picture is never sent. */
import { afterEach, describe, expect, test } from "vitest";
import { prepareImage } from "../../../src/core.js";
import { exchangedPicture, exchangedProfile } from "../../../src/pixels/probes/converts-pictures.js";
import { convertsColours } from "../../../src/pixels/probes/converts-colours.js";
import { anthropicMessages } from "../../../src/endpoints.js";
import { encodeOnPage } from "../../../src/pixels/encode-on-page.js";
import { encoded } from "../../fixtures/canvas/encoders.js";
import { canvasFile, pixelsOf, quadrants, quadrantsOf } from "../../fixtures/canvas/files.js";
import { jobFor } from "../../fixtures/canvas/jobs.js";
import { forTheBrowser } from "../../fixtures/canvas/jpeg-parts.js";
import { forbidden } from "../../fixtures/canvas/workers.js";

const source = { width: 1600, height: 1200 };
const target = { width: 400, height: 300 };
const QUADRANTS = "#f00 #0f0 #00f #ff0";

/** WebKit has none. */
interface Frames {
  decode: (...given: unknown[]) => Promise<{ image: VideoFrame }>;
}
const decoder = (globalThis as { ImageDecoder?: { prototype: Frames } }).ImageDecoder?.prototype;
const decode = decoder?.decode;
const { createImageBitmap } = globalThis;
const { convertToBlob } = OffscreenCanvas.prototype;

afterEach(() => {
  globalThis.createImageBitmap = createImageBitmap;
  OffscreenCanvas.prototype.convertToBlob = convertToBlob;
  if (decoder && decode) decoder.decode = decode;
});

/** The result of this browser's best strategy is replaced; later strategies are left alone. Returns how often that happened. */
function firstStrategyGives(surface: OffscreenCanvas): () => number {
  let lies = 0;
  if (decoder && decode) {
    decoder.decode = async function (this: unknown, ...given) {
      const { image } = await Reflect.apply(decode, this, given);
      image.close();
      lies++;
      return { image: new VideoFrame(surface, { timestamp: 0 }) };
    };
  } else {
    globalThis.createImageBitmap = async (...given: unknown[]) => {
      if (lies++ > 0) return Reflect.apply(createImageBitmap, globalThis, given) as Promise<ImageBitmap>;
      return Reflect.apply(createImageBitmap, globalThis, [surface]) as Promise<ImageBitmap>;
    };
  }
  return () => lies;
}

function surfaceOf(width: number, height: number, colour?: string): OffscreenCanvas {
  const surface = new OffscreenCanvas(width, height);
  const context = surface.getContext("2d")!;
  if (colour) {
    context.fillStyle = colour;
    context.fillRect(0, 0, width, height);
  }
  return surface;
}

describe("wrong answers: a decoder's picture", () => {
  test.each([
    { lie: "a wholly transparent picture of the right size", surface: () => surfaceOf(source.width, source.height) },
    {
      lie: "a wholly transparent picture of half the size",
      surface: () => surfaceOf(source.width / 2, source.height / 2),
    },
    {
      lie: "a picture of another size and shape than the JPEG's header states",
      surface: () => surfaceOf(300, 500, "#f0f"),
    },
  ])("$lie: the next strategy does the work", async ({ surface }) => {
    const file = await forTheBrowser(await canvasFile(source, quadrants));
    await encoded(encodeOnPage, jobFor(file, { source, target }));
    const lies = firstStrategyGives(surface());
    const { blob } = await encoded(encodeOnPage, jobFor(file, { source, target }));
    expect(lies()).toBeGreaterThan(0);
    expect(quadrantsOf(await pixelsOf(blob))).toBe(QUADRANTS);
  });
});

describe("wrong answers: a PNG that should convert colours decodes to nothing", () => {
  test("rejected where it was needed, not noticed where the decoder converts", async () => {
    const mediaType = "image/avif";
    const stated = "by-profile";
    const file = new Blob([exchangedPicture(mediaType)!], { type: mediaType });
    const job = {
      ...jobFor(file, { source: { width: 16, height: 16 }, orientation: 2 }),
      colours: { stated, profile: exchangedProfile() },
    } as const;
    await encoded(encodeOnPage, job);
    const isNeeded = !(await convertsColours(mediaType, stated));
    let pngs = 0;
    globalThis.createImageBitmap = (...given: unknown[]) => {
      const isPng = given[0] instanceof Blob && given[0].type === "image/png";
      if (isPng) pngs++;
      return Reflect.apply(createImageBitmap, globalThis, isPng ? [surfaceOf(16, 16)] : given) as Promise<ImageBitmap>;
    };
    const outcome = await encodeOnPage(job);
    expect(pngs > 0).toBe(isNeeded);
    expect(outcome).toMatchObject(
      isNeeded
        ? {
            status: "failed",
            failure: "unencodable",
            detail: expect.stringContaining("conversion to sRGB returned no picture"),
          }
        : { status: "encoded" },
    );
  });
});

/** From here on a canvas writes JPEG, too, and not our own encoder. */
const quality = 0.95;

describe("wrong answers: an encoder returns PNG bytes labelled as JPEG", () => {
  const lie = () => {
    OffscreenCanvas.prototype.convertToBlob = async function () {
      const png = await convertToBlob.call(this, { type: "image/png" });
      return new Blob([png], { type: "image/jpeg" });
    };
  };

  test("is recognized by its bytes", async () => {
    const file = await canvasFile(source, quadrants);
    lie();
    expect(await encodeOnPage(jobFor(file, { source, target, output: { quality } }))).toMatchObject({
      status: "failed",
      failure: "unencodable",
      detail: "Asked for image/jpeg, the browser gave image/png.",
    });
  });

  test("is rejected, or the original is sent where an endpoint takes it", async () => {
    const file = await canvasFile(source, quadrants);
    lie();
    const options = { createWorker: forbidden, quality };
    await expect(prepareImage(file, options)).rejects.toMatchObject({ code: "image-unencodable" });
    const image = await prepareImage(file, { ...options, endpoint: anthropicMessages });
    expect(image).toMatchObject({ ...source, mediaType: "image/jpeg" });
    expect(image.changes[0]?.code).toBe("kept-original");
    expect(quadrantsOf(await pixelsOf(image.blob))).toBe(QUADRANTS);
  });
});
