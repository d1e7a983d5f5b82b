/** Limits and sizes: a header may claim anything, and every figure in a refusal must be true. */
import fc from "fast-check";
import { fitWithin } from "../../../src/shared/fit.js";
import { planImage } from "../../../src/shared/plan.js";
import { resolveSettings } from "../../../src/shared/settings.js";
import type { ImageHeader, MediaType } from "../../../src/shared/types.js";
import { bestOf, nextAttempt, scaleBy, type Tried } from "../../../src/pipeline/byte-search.js";
import { validateFile, validateHeader, validateImageBytes } from "../../../src/shared/validate.js";
import * as endpoints from "../../../src/endpoints.js";
import type { Endpoint } from "../../../src/shared/endpoint.js";
import { type FuzzTarget, isCount, must } from "../fuzz-target.js";

const MEDIA_TYPES = [
  "image/jpeg",
  "image/png",
  "image/gif",
  "image/webp",
  "image/bmp",
  "image/avif",
  "image/heic",
  "image/tiff",
  "image/svg+xml",
  "image/vnd.microsoft.icon",
] as const satisfies MediaType[];

// Its token models are exported next to the endpoints.
export const someEndpoints = Object.values<unknown>({ ...endpoints }).filter(
  (one) => typeof one === "object" && one !== null && "toBlock" in one,
) as Endpoint<unknown>[];

const side = fc.oneof(
  fc.integer({ min: 1, max: 3_000 }),
  fc.integer({ min: 1, max: 0xffff_ffff }),
  fc.constantFrom(1, 959, 960, 961, 1279, 1280, 1281, 65_535, 65_536, 0x7fff_ffff),
);

export const anyHeader: fc.Arbitrary<ImageHeader> = fc
  .record({
    mediaType: fc.constantFrom<MediaType>(...MEDIA_TYPES),
    width: side,
    height: side,
    orientation: fc.constantFrom(1 as const, 1, 2, 3, 6, 8),
    frames: fc.constantFrom("one" as const, "many" as const),
    alpha: fc.constantFrom(undefined, true, false),
    bytes: fc.integer({ min: 0, max: 2 ** 40 }),
  })
  // The one header that states no size.
  .map((header) =>
    header.mediaType === "image/svg+xml" && header.bytes % 2 === 0 ? { ...header, width: 0, height: 0 } : header,
  );

const anyOptions = fc.record(
  {
    box: fc.record({
      width: fc.integer({ min: 1, max: 70_000 }),
      height: fc.integer({ min: 1, max: 70_000 }),
      turn: fc.boolean(),
    }),
    quality: fc.double({ min: 0, max: 1, noNaN: true }),
    endpoint: fc.constantFrom(...someEndpoints),
    limits: fc.record(
      {
        maxFileBytes: fc.nat(2 ** 31 - 1),
        // Also what the sides above multiply to: a limit is met, or missed by one.
        maxPixels: fc.oneof(fc.nat(2 ** 31 - 1), fc.constantFrom(960 * 960, 960 * 1_280, 1_280 * 1_280)),
        minEdge: fc.oneof(fc.nat(2_000), fc.constantFrom(960, 1_280)),
        maxEdge: fc.oneof(fc.nat(100_000), fc.constantFrom(960, 1_280, 65_535)),
        maxImageBytes: fc.nat(2 ** 31 - 1),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

export const plan: FuzzTarget = {
  name: "validate and plan",
  share: 90,
  property: () =>
    fc.property(anyHeader, anyOptions, (header, options) => {
      const settings = resolveSettings(options);
      const { limits } = settings;
      for (const refusal of [
        validateFile(header.bytes, limits),
        validateHeader(header, limits),
        validateImageBytes(header.bytes, limits),
      ]) {
        if (refusal === undefined) continue;
        const { code, actual, limit, message } = refusal;
        must(message.endsWith(".") && !/NaN|undefined|Infinity/.test(message), () => message);
        if (typeof actual !== "number" || typeof limit !== "number") continue;
        const isViolation = code === "file-empty" || code === "image-edge-too-short" ? actual < limit : actual > limit;
        must(isViolation, () => `${code}: ${actual} against ${limit}`);
      }
      const { target, keep } = planImage(header, settings);
      const planned = () => `${header.width}x${header.height} -> ${target.width}x${target.height} (${keep})`;
      must(isCount(target.width) && isCount(target.height) && target.width >= 1 && target.height >= 1, planned);
      const isRotated =
        settings.box.turn &&
        header.width !== header.height &&
        header.height > header.width !== settings.box.height > settings.box.width;
      const box = isRotated ? { width: settings.box.height, height: settings.box.width } : settings.box;
      must(target.width <= Math.max(box.width, 1) && target.height <= Math.max(box.height, 1), planned);
      if (header.width > 0) must(target.width <= header.width && target.height <= header.height, planned);
      if (keep !== "never")
        must(target.width === header.width && target.height === header.height && header.orientation === 1, planned);
      if (header.width > 0) {
        const scale = Math.min(1, settings.box.width / header.width, settings.box.height / header.height);
        const fitted = fitWithin(header, settings.box);
        must(
          Math.abs(fitted.width - header.width * scale) <= 1 && Math.abs(fitted.height - header.height * scale) <= 1,
          () => `${JSON.stringify(fitted)} in ${JSON.stringify(settings.box)}`,
        );
      }
      const { maxImageBytes: maxBytes } = settings.limits;
      const isLossless = settings.mediaType === "image/png";
      const goal = { maxBytes, target, quality: settings.quality, isLossless };
      const tried: Tried[] = [];
      for (let next = nextAttempt(goal, tried); next; next = nextAttempt(goal, tried)) {
        const { quality, scale } = next;
        const smaller = scaleBy(target, scale);
        // Whatever an encoder makes of it.
        tried.push({ ...next, bytes: ((smaller.width * 7919 + smaller.height * 104_729) % 5_000_000) * quality });
        must(
          tried.length <= 6 &&
            quality <= settings.quality &&
            smaller.width >= 1 &&
            smaller.height >= 1 &&
            smaller.width <= target.width &&
            smaller.height <= target.height,
          planned,
        );
      }
      must(tried.every(({ bytes }) => bytes > maxBytes) === (bestOf(goal, tried) === undefined), planned);
    }),
};
