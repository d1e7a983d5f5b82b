/** A file is read by one reader all its way: what one check has read the next one is given. */
import sharp from "sharp";
import { expect, test } from "vitest";
import type { EncodePicture } from "../../../src/pixels/encode-job.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import { CountedBlob } from "../../fuzz/counted-blob.js";
import { poolOf } from "../../fixtures/pool-of.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";

const KIB_4 = 4_096;
const KIB_64 = 65_536;
/** Too large to be kept, and nothing that compresses. */
const noise = new Uint8Array(1400 * 700 * 3);
for (let at = 0, state = 1; at < noise.length; at++)
  noise[at] = (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 26;
const picture = () => sharp(noise, { raw: { width: 1400, height: 700, channels: 3 } });
const FILES = {
  JPEG: async () => picture().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  PNG: async () => picture().png().toBuffer(),
  WebP: async () => picture().webp().toBuffer(),
} as const;
type Format = keyof typeof FILES;

/** Sharp, which answers the small probes like a browser that rejects half pictures or like one that draws them. */
function browserLike(kind: "strict" | "lenient") {
  const { encode } = sharpPool();
  const refused = { status: "failed", failure: "undecodable", detail: "", backend: kind } as const;
  const drawn = {
    status: "encoded",
    bytes: new Uint8Array(1),
    mediaType: "image/jpeg",
    alpha: false,
    width: 8,
    height: 8,
    backend: kind,
  } as const;
  return poolOf(async (job) => (job.file.size > 2_000 ? encode(job) : kind === "strict" ? refused : drawn));
}

test.each<[Format, number, number]>([
  ["JPEG", 2, KIB_64 + KIB_4],
  ["PNG", 2, 2 * KIB_64],
  ["WebP", 1, KIB_64],
])(
  "read once: of a %s that goes to a strict browser, %i pieces, %i bytes of its beginning and its end",
  async (format, reads, bytes) => {
    const file = new CountedBlob([new Uint8Array(await FILES[format]())]);
    expect(file.size).toBeGreaterThan(2 * KIB_64);
    await prepareWith(browserLike("strict"), file);
    expect(file.readings).toMatchObject({ reads, bytes });
  },
);

test.each<Format>(["JPEG", "PNG"])(
  "read once: a %s that goes to a lenient browser is walked over once more",
  async (format) => {
    const file = new CountedBlob([new Uint8Array(await FILES[format]())]);
    await prepareWith(browserLike("lenient"), file);
    expect(file.readings.reads).toBeLessThanOrEqual(3 + file.size / KIB_64);
    expect(file.readings.bytes).toBeGreaterThan(file.size);
    expect(file.readings.bytes).toBeLessThan(file.size + 7 * KIB_64);
  },
);

test("read once: a JPEG that a strict decoder of a lenient browser decoded is not walked over, and its probe is not held", async () => {
  const browser = browserLike("lenient");
  let jobs = 0;
  const encode: EncodePicture = async (job) => {
    jobs++;
    const outcome = await browser.encode(job);
    return outcome.status === "encoded" ? { ...outcome, isComplete: true } : outcome;
  };
  const file = new CountedBlob([new Uint8Array(await FILES.JPEG())]);
  await prepareWith(poolOf(encode), file);
  expect(jobs).toBe(1);
  expect(file.readings).toMatchObject({ reads: 2, bytes: KIB_64 + KIB_4 });
});

test("read once: a PNG that a lenient browser has drawn to its last row is not walked over to its end", async () => {
  const file = new CountedBlob([new Uint8Array(await FILES.PNG())]);
  const encode: EncodePicture = async ({ target, output: { mediaType } }) => ({
    status: "encoded",
    bytes: new Uint8Array(9),
    alpha: false,
    backend: "lenient",
    isLastRowDrawn: true,
    mediaType,
    ...target,
  });
  await prepareWith(poolOf(encode), file);
  expect(file.readings.bytes).toBeLessThan(file.size / 4);
});

/** Its disk goes after so many reads. */
class VanishingBlob extends Blob {
  readsLeft = 0;

  override slice(start?: number, end?: number, type?: string): Blob {
    const slice = super.slice(start, end, type);
    if (this.readsLeft-- <= 0)
      slice.arrayBuffer = () => Promise.reject(new DOMException("The file could not be read.", "NotReadableError"));
    return slice;
  }
}

test.each<Format>(["JPEG", "PNG", "WebP"])(
  "read once: a %s that vanishes is rejected, whenever that is",
  async (format) => {
    const bytes = new Uint8Array(await FILES[format]());
    const browser = browserLike("lenient");
    let refusals = 0;
    for (let readsLeft = 0; ; readsLeft++) {
      const file = Object.assign(new VanishingBlob([bytes]), { readsLeft });
      const outcome: unknown = await prepareWith(browser, file).catch((error: unknown) => error);
      if (!(outcome instanceof Error)) break;
      expect(outcome).toMatchObject({ name: "ImageError", code: "file-unreadable" });
      refusals++;
    }
    expect(refusals).toBeGreaterThanOrEqual(format === "WebP" ? 1 : 3);
  },
);
