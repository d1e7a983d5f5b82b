import { describe, expect, test } from "vitest";
import { registry } from "../../../src/formats/registry.js";
import { isSizeCertain } from "../../../src/pipeline/encode-job-for.js";
import type { EncodeJob } from "../../../src/pixels/encode-job.js";
import type { MediaType, Orientation } from "../../../src/shared/types.js";
import type { Capabilities } from "../../../src/pixels/probes/capabilities.js";
import { eighthsFor } from "../../../src/pixels/decoders/eighths.js";
import { ON_PAGE } from "../../../src/pixels/decoders/on-page.js";

const CHROMIUM: Capabilities = {
  imageDecoder: "eighths",
  frames: "as-stored",
  statesNoColourSpace: false,
  copiedAlpha: "straight",
  returnsWhite: false,
  halvingExcess: undefined,
  rotatesPng: true,
  putsDisplayP3: true,
  offscreen: true,
};
const FIREFOX: Capabilities = {
  imageDecoder: "exact",
  frames: "upright",
  statesNoColourSpace: true,
  copiedAlpha: "premultiplied",
  returnsWhite: false,
  halvingExcess: undefined,
  rotatesPng: true,
  putsDisplayP3: true,
  offscreen: true,
};
const WEBKIT: Capabilities = {
  imageDecoder: "none",
  frames: "upright",
  statesNoColourSpace: false,
  copiedAlpha: "straight",
  returnsWhite: false,
  halvingExcess: 0.375,
  rotatesPng: false,
  putsDisplayP3: true,
  offscreen: true,
};
const OLD_SAFARI: Capabilities = { ...WEBKIT, halvingExcess: undefined, offscreen: false };

interface Case {
  of: string;
  able: Capabilities;
  mediaType?: MediaType;
  source?: [width: number, height: number, orientation?: Orientation];
  target?: [width: number, height: number];
  strategies: string;
}

function job({
  mediaType = "image/jpeg",
  source: [width, height, orientation = 1] = [4032, 3024],
  target: [toWidth, toHeight] = [1280, 960],
}: Case): EncodeJob {
  return {
    file: new Blob(),
    mediaType,
    source: { width, height, orientation },
    isSizeCertain: isSizeCertain({ mediaType, width, orientation }, registry),
    target: { width: toWidth, height: toHeight },
    output: { mediaType: "image/jpeg", quality: 0.85, background: "#fff" },
    timeoutMs: 1,
  };
}

describe("strategies: which are tried, and in which order", () => {
  test.each<Case>([
    {
      of: "a photo in Chromium",
      able: CHROMIUM,
      strategies: "jpeg-decoder, image-decoder-scaled, image-decoder, image-bitmap",
    },
    {
      of: "a photo on its side in Chromium",
      able: CHROMIUM,
      source: [3024, 4032, 6],
      target: [720, 960],
      strategies: "jpeg-decoder, image-decoder-scaled, image-decoder, image-bitmap",
    },
    {
      of: "a photo hardly too large, in Chromium",
      able: CHROMIUM,
      source: [2000, 1500],
      strategies: "jpeg-decoder, image-decoder, image-bitmap",
    },
    { of: "a PNG in Chromium", able: CHROMIUM, mediaType: "image/png", strategies: "image-decoder, image-bitmap" },
    {
      of: "a photo in Firefox",
      able: FIREFOX,
      strategies: "jpeg-decoder, image-decoder-exact, image-decoder, image-bitmap",
    },
    {
      of: "a PNG in Firefox",
      able: FIREFOX,
      mediaType: "image/png",
      strategies: "image-decoder-exact, image-decoder, image-bitmap",
    },
    {
      of: "a screenshot in Firefox, which can be had whole",
      able: FIREFOX,
      mediaType: "image/png",
      source: [2560, 1600],
      target: [1280, 800],
      strategies: "image-decoder, image-bitmap",
    },
    {
      of: "a rotated PNG in Firefox",
      able: FIREFOX,
      mediaType: "image/png",
      source: [3024, 4032, 6],
      target: [720, 960],
      strategies: "image-decoder, image-bitmap",
    },
    {
      of: "a GIF in Firefox, whose size only decoding tells",
      able: FIREFOX,
      mediaType: "image/gif",
      strategies: "image-decoder, image-bitmap",
    },
    {
      of: "a picture of unknown size in Firefox",
      able: FIREFOX,
      source: [0, 0],
      strategies: "jpeg-decoder, image-decoder, image-bitmap",
    },
    { of: "a photo in WebKit", able: WEBKIT, strategies: "jpeg-decoder, image-bitmap-half, image-bitmap" },
    {
      of: "a photo with an odd side in WebKit, which has no exact half",
      able: WEBKIT,
      source: [4032, 3023],
      strategies: "jpeg-decoder, image-bitmap",
    },
    {
      of: "a photo in WebKit of which half is too little",
      able: WEBKIT,
      source: [3264, 2448],
      strategies: "jpeg-decoder, image-bitmap",
    },
    { of: "an AVIF in WebKit", able: WEBKIT, mediaType: "image/avif", strategies: "image-bitmap" },
    {
      of: "a photo where there is no canvas in workers",
      able: OLD_SAFARI,
      strategies: "jpeg-decoder, image-element, compression-library",
    },
  ])("$of", (given) => {
    const tried = ON_PAGE.filter(({ suits }) => suits(job(given), given.able)).map(({ name }) => name);
    expect(tried.join(", ")).toBe(given.strategies);
  });

  test.each([
    { stored: [4032, 3024], target: [1280, 960], bytes: 3_000_000, eighths: 4 },
    { stored: [4032, 3024], target: [1280, 960], bytes: 4_200_000, eighths: 5 },
    { stored: [3120, 4208], target: [712, 960], bytes: 3_400_000, eighths: 3 },
    { stored: [8064, 6048], target: [1280, 960], bytes: 30_000_000, eighths: 3 },
    { stored: [8064, 6048], target: [1280, 960], bytes: 8_700_000, eighths: 2 },
    { stored: [40_000, 30_000], target: [1280, 960], bytes: 1, eighths: 1 },
    { stored: [2432, 1824], target: [1280, 960], bytes: 10_000_000, eighths: 8 },
    { stored: [1280, 960], target: [1280, 960], bytes: 1, eighths: 8 },
    { stored: [0, 0], target: [1280, 960], bytes: 1, eighths: 8 },
  ] as const)(
    "$stored as $target in $bytes bytes is decoded at $eighths eighths",
    ({ stored, target, bytes, eighths }) => {
      expect(eighthsFor({ width: stored[0], height: stored[1] }, { width: target[0], height: target[1] }, bytes)).toBe(
        eighths,
      );
    },
  );
});
