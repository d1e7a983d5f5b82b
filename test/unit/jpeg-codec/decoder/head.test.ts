import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { loadDecoder } from "../../../../src/jpeg-codec/jpeg-codec.js";
import { codedData } from "../../../fixtures/bytes/coded-data.js";
import { jpegSegment } from "../../../fixtures/bytes/jpeg.js";
import { type Bytes, join, zeros } from "../../../fixtures/bytes/write.js";
import { jpegOf, paints, withSegments } from "../pictures.js";
import { decode } from "./decode.js";

const photo = () => jpegOf({ width: 83, height: 61 }, paints.drawing);
const open = async (data: ReturnType<typeof codedData>) => (await loadDecoder()).open(data);
/** Of what is read first, and of what is read on from where a header breaks off. */
const STEP_BYTES = 2 ** 16;

describe("JPEG decoder: reads only the header before decoding", () => {
  const segments = (count: number) => Array.from({ length: count }, () => jpegSegment(0xe2, zeros(60_000)));

  test.each([0, 1, 2, 5, 40])("%i segments of 60 kB in front", async (count) => {
    const sound = await photo();
    const file = join(withSegments(sound, ...segments(count)), zeros(500_000));
    const data = codedData(file);
    expect(await open(data)).toMatchObject({ width: 83, height: 61 });
    // A jump is as long as what is known of the header when it is made.
    expect(data.readBytes).toBeLessThanOrEqual(Math.ceil((count * 60_004 + 1_000) / STEP_BYTES + count) * STEP_BYTES);
    expect(data.readBytes).toBeLessThan(file.length);
    expect(await decode(file)).toEqual(await decode(sound));
  });

  test.each<[string, () => Promise<Bytes>]>([
    [
      "progressive",
      async () =>
        new Uint8Array(
          await sharp(await photo())
            .jpeg({ progressive: true })
            .toBuffer(),
        ),
    ],
    ["no JPEG at all", async () => zeros(1_000)],
    ["what is no segment", async () => withSegments(await photo(), zeros(8))],
  ])("a file that is left to the browser: %s", async (_, make) => {
    const data = codedData(join(await make(), zeros(500_000)));
    expect(await open(data)).toBeUndefined();
    expect(data.readBytes).toBe(STEP_BYTES);
  });

  test("a header that leads out of the file", async () => {
    const truncated = withSegments(await photo(), ...segments(3)).slice(0, 170_000);
    expect(await open(codedData(truncated))).toBeUndefined();
    expect(await open(codedData(new Uint8Array()))).toBeUndefined();
  });
});
