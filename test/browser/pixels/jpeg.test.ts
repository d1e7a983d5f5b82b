import { expect, test, vi } from "vitest";
import type { SentMediaType } from "../../../src/shared/types.js";
import { type JpegWriter, writePicture } from "../../../src/pixels/encoders/write-picture.js";

interface Written {
  what: string;
  isOurs: boolean;
  quality?: number;
  translucent?: boolean;
  colourSpace?: PredefinedColorSpace;
  mediaType?: SentMediaType;
}

test.each<Written>([
  { what: "an opaque picture", isOurs: true },
  { what: "one of a quality at which a canvas may leave colours at full resolution", quality: 0.9, isOurs: false },
  { what: "one with transparent pixels, to be laid on something", translucent: true, isOurs: true },
  { what: "one of other colours, to be converted", colourSpace: "display-p3", isOurs: true },
  { what: "another format", mediaType: "image/png", isOurs: false },
])(
  "JPEG encoder: $what, by our own: $isOurs",
  async ({ isOurs, quality = 0.89, translucent = false, colourSpace = "srgb", mediaType = "image/jpeg" }) => {
    const own = Uint8Array.of(1, 2, 3);
    const write = vi.fn<JpegWriter>(async () => own);
    const picture = { width: 4, height: 4, pixels: new Uint8ClampedArray(64).fill(255) };
    const output = { mediaType, quality, background: "#ffffff" };
    const bytes = await writePicture(picture, { output, translucent, colourSpace, reuse: false }, write);
    expect(write).toHaveBeenCalledTimes(isOurs ? 1 : 0);
    expect(bytes === own).toBe(isOurs);
  },
);

test("JPEG encoder: where our own cannot run, a canvas encodes", async () => {
  const picture = { width: 4, height: 4, pixels: new Uint8ClampedArray(64).fill(255) };
  const output = { mediaType: "image/jpeg", quality: 0.85, background: "#ffffff" } as const;
  const bytes = await writePicture(
    picture,
    { output, translucent: false, colourSpace: "srgb", reuse: false },
    async () => undefined,
  );
  expect([...bytes.subarray(0, 2), ...bytes.subarray(-2)]).toEqual([0xff, 0xd8, 0xff, 0xd9]);
});
