import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { bench, type Pixels, type Size } from "./bench.js";

const { decode } = await bench("decode");
const { lanczosWeights, resizeChannel } = await bench("lanczos");
const { lumaOf, resizedLuma } = await bench("luma");
const { findPillow, thumbnail } = await bench("pillow");
const { thumbnailSize } = await bench("thumbnail-size");
const { zonePlate, aliasLevels } = await bench("zone-plate");

const python = findPillow();
if (!python) console.log("No Python with Pillow on this machine: the reference is not held against it.");

/** Detail of every size, in middling levels: Pillow cuts overshoot between its passes, the reference only at the end. */
function picture({ width, height }: Size): Pixels {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const [x, y, channel] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width), at % 3];
    return (
      128 + 40 * Math.sin((x * x) / 90 + channel) + 30 * Math.cos((x * y) / 50) + ((x * 7 + y * 13 + channel * 5) % 11)
    );
  });
  return { data, width, height, channels: 3 };
}

const asPng = ({ data, width, height }: Pixels) =>
  sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();

/** Less than four times smaller: from there on `thumbnail` takes a box filter first. */
const SIZES = [
  { from: { width: 97, height: 61 }, box: { width: 40, height: 40 } },
  { from: { width: 60, height: 128 }, box: { width: 40, height: 40 } },
  { from: { width: 150, height: 20 }, box: { width: 149, height: 149 } },
];

describe("the float64 reference", () => {
  test.skipIf(!python).each(SIZES)(
    "is within a level of Pillow's for $from.width x $from.height",
    async ({ from, box }) => {
      const source = picture(from);
      const pillow = await decode(
        thumbnail(python!, { name: "picture.png", file: await asPng(source) }, { box, type: "png" }).file,
      );
      const to = thumbnailSize(from, box);
      expect({ width: pillow.width, height: pillow.height }).toEqual(to);
      for (const channel of [0, 1, 2]) {
        const apart = Array.from(resizeChannel(source, channel, to), (level, pixel) =>
          Math.abs(level - pillow.data[pixel * 3 + channel]!),
        );
        expect(Math.max(...apart)).toBeLessThanOrEqual(1);
      }
    },
  );

  test("has weights that sum to 1, symmetric about the middle", () => {
    for (const [from, to] of [
      [100, 31],
      [7, 7],
      [3, 20],
      [4032, 1280],
    ] as const) {
      const rows = lanczosWeights(from, to).map(({ start, weights }) => {
        const row = new Float64Array(from);
        row.set(weights, start);
        return row;
      });
      expect(rows).toHaveLength(to);
      for (const [target, row] of rows.entries()) {
        expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        const mirror = rows[to - 1 - target]!.toReversed();
        expect(Math.max(...row.map((weight, at) => Math.abs(weight - mirror[at]!)))).toBeLessThan(1e-12);
      }
    }
  });

  test("keeps a picture that keeps its size, and a plain colour at any", () => {
    const source = picture({ width: 20, height: 14 });
    const same = resizedLuma(source, source);
    expect(Math.max(...Array.from(lumaOf(source), (level, at) => Math.abs(level - same[at]!)))).toBeLessThan(1e-4);
    const plain = { ...source, data: new Uint8Array(source.data.length).fill(77) };
    for (const level of resizedLuma(plain, { width: 5, height: 3 })) expect(level).toBeCloseTo(77, 10);
  });

  test("weighs the colours as JPEG does", () => {
    const colours = {
      width: 4,
      height: 1,
      channels: 3,
      data: Uint8Array.of(200, 0, 0, 0, 200, 0, 0, 0, 200, 200, 200, 200),
    };
    for (const luma of [lumaOf(colours), resizedLuma(colours, colours)]) {
      for (const [at, level] of [59.8, 117.4, 22.8, 200].entries()) expect(luma[at]).toBeCloseTo(level, 4);
    }
  });

  test("cuts overshoot at black and white", () => {
    const edge = {
      width: 30,
      height: 1,
      channels: 3,
      data: Uint8Array.from({ length: 90 }, (_, at) => (at < 45 ? 0 : 255)),
    };
    const levels = Array.from(resizedLuma(edge, { width: 11, height: 1 }));
    expect(Math.min(...levels)).toBe(0);
    expect(Math.max(...levels)).toBeCloseTo(255, 10);
  });
});

describe("the target's size", () => {
  const box = { width: 1280, height: 960 };
  test.each([
    [4032, 3024, 1280, 960],
    [3024, 4032, 720, 960],
    [1290, 2796, 443, 960],
    [8640, 4860, 1280, 720],
    [20_000, 1, 1280, 1],
    [640, 480, 640, 480],
  ])("of %i x %i is %i x %i", (width, height, toWidth, toHeight) => {
    expect(thumbnailSize({ width, height }, box)).toEqual({ width: toWidth, height: toHeight });
  });
});

describe("alias on the zone plate", () => {
  const source = { width: 504, height: 378 };
  const to = { width: 160, height: 120 };
  const plate = zonePlate(source);

  test("is nothing in plain grey, and the rms of what is not", () => {
    const grey = new Float64Array(to.width * to.height).fill(127.5);
    expect(aliasLevels(grey, to, source)).toBe(0);
    expect(
      aliasLevels(
        grey.map((level, at) => level + (at % 2 === 0 ? 10 : -10)),
        to,
        source,
      ),
    ).toBeCloseTo(10, 10);
  });

  test("is not counted in the corners", () => {
    const corners = Float64Array.from({ length: to.width * to.height }, (_, at) => {
      const [x, y] = [at % to.width, Math.floor(at / to.width)];
      return 127.5 + (Math.hypot(x + 0.5 - to.width / 2, y + 0.5 - to.height / 2) > to.width / 2 ? 100 : 0);
    });
    expect(aliasLevels(corners, to, source)).toBe(0);
  });

  test("is not counted where the target can hold the rings", () => {
    const ripple = Float64Array.from({ length: to.width * to.height }, (_, at) => {
      const [x, y] = [at % to.width, Math.floor(at / to.width)];
      const radius = Math.hypot(x + 0.5 - to.width / 2, y + 0.5 - to.height / 2) * (source.width / to.width);
      return 127.5 + (radius < source.width / 2 / (source.width / to.width) ? 100 : 0);
    });
    expect(aliasLevels(ripple, to, source)).toBe(0);
  });

  test("is small after Lanczos, and nearly all of the rings after picking every third pixel", () => {
    const picked = Float64Array.from({ length: to.width * to.height }, (_, at) => {
      const [x, y] = [at % to.width, Math.floor(at / to.width)];
      return plate.data[
        (Math.floor(((y + 0.5) * source.height) / to.height) * source.width +
          Math.floor(((x + 0.5) * source.width) / to.width)) *
          3
      ]!;
    });
    expect(aliasLevels(resizedLuma(plate, to), to, source)).toBeLessThan(10);
    expect(aliasLevels(picked, to, source)).toBeGreaterThan(80);
  });
});
