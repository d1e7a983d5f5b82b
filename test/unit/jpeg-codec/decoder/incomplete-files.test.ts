import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { type Bytes, join } from "../../../fixtures/bytes/write.js";
import { codedJpeg } from "../../../fixtures/reference/coded-jpeg.js";
import { findSegment, jpegOf, paints, patched } from "../pictures.js";
import { apart, decode } from "./decode.js";

const SIZE = { width: 67, height: 45 };
const photo = () => jpegOf(SIZE, paints.drawing);

const withRestarts = (restartInterval = 2): Bytes =>
  codedJpeg({
    ...SIZE,
    restartInterval,
    components: [1, 2, 3].map((n) => ({
      across: 1,
      down: 1,
      quantization: new Array<number>(64).fill(1),
      blockAt: (column, row) =>
        Array.from({ length: 64 }, (_, at) => (at < 3 ? ((column * 7 + row * 5 + at + n) % 9) - 4 : 0)),
    })),
  });

/** Places of the restart markers' codes. */
const markers = (file: Bytes) =>
  [...file.keys()].filter((at) => file[at - 1] === 0xff && file[at]! >= 0xd0 && file[at]! <= 0xd7);

describe("incomplete files: nothing is decoded", () => {
  test.each<[string, () => Bytes | Promise<Bytes>]>([
    ["without restart markers", photo],
    ["with them", withRestarts],
  ])("truncated anywhere, %s", async (_, make) => {
    const file = await make();
    for (let length = 0; length < file.length; length++) {
      const decoded = await decode(file.slice(0, length)).catch(String);
      expect(decoded ?? "coded data").toContain("coded data");
    }
  });

  test.each<[string, (file: Bytes) => Bytes]>([
    ["a byte too many before the end marker", (file) => join(file.subarray(0, -2), 0, file.subarray(-2))],
    ["another marker in place of the end", (file) => patched(file, file.length - 1, 0xd8)],
    ["a marker among the codes", (file) => patched(file, file.length - 60, 0xff, 0xd9)],
    [
      "a restart marker where there are none",
      (file) => join(file.subarray(0, -20), Uint8Array.of(0xff, 0xd0), file.subarray(-20)),
    ],
  ])("%s", async (_, change) => {
    await expect(decode(change(await photo()))).rejects.toThrow("coded data");
  });

  test("restart markers out of order, missing, moved, or one too many", async () => {
    const file = withRestarts();
    const [first, second] = markers(file) as [number, number];
    await expect(decode(patched(file, first, 0xd3))).rejects.toThrow("damaged");
    await expect(decode(join(file.subarray(0, first - 1), file.subarray(first + 1)))).rejects.toThrow("damaged");
    await expect(
      decode(
        join(
          file.subarray(0, first - 2),
          file.subarray(first - 1, first + 1),
          file.subarray(first - 2, first - 1),
          file.subarray(first + 1),
        ),
      ),
    ).rejects.toThrow("damaged");
    await expect(
      decode(join(file.subarray(0, second - 1), Uint8Array.of(0xff, 0xd1), file.subarray(second - 1))),
    ).rejects.toThrow("damaged");
    expect(await decode(file)).toMatchObject(SIZE);
  });
});

/** What is recoverable is no error to libjpeg unless it is asked to be strict. */
async function libjpegs(file: Bytes): Promise<Uint8Array | undefined> {
  try {
    return await sharp(file, { ignoreIcc: true, failOn: "warning" })
      .toColourspace("srgb")
      .ensureAlpha()
      .raw()
      .toBuffer();
  } catch {
    return undefined;
  }
}

/** Quantization steps of 1, which stay as they are: far out of the range of levels libjpeg's arithmetic wraps around, and shows anything. */
test("whatever byte is changed behind the quantization tables: an error, nothing, or what libjpeg sees", async () => {
  const fine = { quality: 100, chromaSubsampling: "4:4:4" } as const;
  const files = [
    await jpegOf(SIZE, paints.drawing, fine),
    await jpegOf({ width: 40, height: 24 }, paints.drawing, { ...fine, grey: true }),
    withRestarts(5),
  ];
  const change = fc.record({ file: fc.constantFrom(...files), place: fc.nat(999_999), byte: fc.nat(255) });
  const frame = (file: Bytes) => findSegment(file, 0xc0).start;
  let decodings = 0;
  await fc.assert(
    fc.asyncProperty(change, async ({ file, place, byte }) => {
      const changed = patched(file, frame(file) + (place % (file.length - frame(file))), byte);
      const decoded = await decode(changed).catch(() => undefined);
      const expected = decoded && (await libjpegs(changed));
      if (!decoded || !expected) return;
      decodings++;
      expect(expected.length).toBe(decoded.pixels.length);
      expect(apart(decoded.pixels, expected).mean).toBeLessThan(1);
    }),
    { numRuns: 800 },
  );
  // Or else nothing would have been compared.
  expect(decodings).toBeGreaterThan(100);
});

test("incomplete files: bytes of no meaning behind the header end in an error, and the next picture is right", async () => {
  const file = await photo();
  const expected = await decode(file);
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 2), fc.uint8Array({ maxLength: 400 }), async (start, noise) => {
      const changed = join(file.subarray(0, start), noise, Uint8Array.of(0xff, 0xd9));
      for (const eighths of [1, 4, 8])
        await decode(changed, eighths).catch((cause: unknown) => expect(String(cause)).toContain("coded data"));
      expect(await decode(file)).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});
