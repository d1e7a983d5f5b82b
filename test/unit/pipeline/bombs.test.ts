/** Files that claim more than anybody can draw, or than they hold, are refused from their header: nothing is decoded, next to nothing is read. */
import { expect, test, vi } from "vitest";
import { prepareWith } from "../../../src/pool/prepare.js";
import { ImageError } from "../../../src/shared/errors.js";
import { ascii, type Bytes } from "../../fixtures/bytes/write.js";
import { hostileFiles } from "../../fixtures/hostile/all.js";
import { bombs } from "../../fixtures/hostile/bombs.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";
import { sharedFolder } from "../../setup/shared-folder.js";

const MEGABYTE = 2 ** 20;

/** Of the slices taken, whether they were read or not. */
async function refusal(bytes: Bytes): Promise<{ error: unknown; read: number; decodes: number }> {
  const pool = sharpPool();
  const blob = new Blob([bytes]);
  const whole = vi.spyOn(blob, "arrayBuffer");
  const slices = vi.spyOn(blob, "slice");
  const error: unknown = await prepareWith(pool, blob, {}).catch((cause: unknown) => cause);
  const read = slices.mock.calls.reduce((total, [start = 0, end = blob.size]) => total + end - start, 0);
  return { error, read: read + (whole.mock.calls.length > 0 ? blob.size : 0), decodes: pool.jobs.length };
}

test.each((await bombs(sharedFolder)).map((bomb) => [bomb.name, bomb] as const))(
  "bombs: %s",
  async (_, { bytes, codes }) => {
    const { error, read, decodes } = await refusal(bytes);
    expect(error).toBeInstanceOf(ImageError);
    expect(codes).toContain((error as ImageError).code);
    expect(decodes).toBe(0);
    // The first 64 KiB, and the last.
    expect(read).toBeLessThanOrEqual(MEGABYTE / 8);
  },
);

test("bombs: no icon, no damaged BMP or GIF, nothing foreign ever reaches a decoder", async () => {
  const hostile = (await hostileFiles()).filter(
    ({ expected, name }) => expected === "refuse" && !/^(jpeg|png|webp|avif)|HEIC|HEIF/.test(name),
  );
  expect(hostile.length).toBeGreaterThan(60);
  for (const { name, bytes } of hostile) {
    const { error, decodes } = await refusal(bytes);
    expect(error, name).toBeInstanceOf(ImageError);
    if (!/^(TIFF|JPEG XL)/.test(name)) expect(decodes, name).toBe(0);
  }
});

test("bombs: an SVG is rejected by name, without a decoder, even if `accept` lists it", async () => {
  const pool = sharpPool();
  const svg = ascii('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script/></svg>');
  const refused = prepareWith(pool, new Blob([svg]), { limits: { accept: ["image/svg+xml"] } });
  await expect(refused).rejects.toMatchObject({ code: "image-format-unsupported", actual: "image/svg+xml" });
  expect(pool.jobs).toHaveLength(0);
});
