/** The photo worker's half of the pipeline: its results equal those of the full one, and it leaves other files untouched. */
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { photoRegistry } from "../../../src/formats/photo-registry.js";
import { EVERYTHING } from "../../../src/pipeline/everything.js";
import { NotAPhoto } from "../../../src/pipeline/not-a-photo.js";
import { PHOTOS_ONLY } from "../../../src/pipeline/photos-only.js";
import { prepareFile } from "../../../src/pipeline/prepare-file.js";
import type { PrepareJob } from "../../../src/pipeline/prepare-job.js";
import type { Repertoire } from "../../../src/pipeline/repertoire.js";
import { mayBePhoto } from "../../../src/pool/may-be-photo.js";
import { resolveSettings } from "../../../src/shared/settings.js";
import type { ImageHeader } from "../../../src/shared/types.js";
import { allFormats } from "../../fixtures/bytes/all-formats.js";
import { actlChunk, pngBytes } from "../../fixtures/bytes/png.js";
import { animatedWebpHeaderBytes } from "../../fixtures/bytes/webp.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";

const jobOf = (file: Blob, app: Partial<PrepareJob["app"]> = {}): PrepareJob => ({
  file,
  settings: resolveSettings({ box: { width: 64, height: 64 } }, 1),
  app: { decodes: [], sniffs: false, compresses: false, ...app },
});

async function outcomeOf(job: PrepareJob, repertoire: Repertoire) {
  const headers: ImageHeader[] = [];
  const { encode, jobs } = sharpPool();
  const result = await prepareFile(job, { ...repertoire, encode, onHeader: (header) => headers.push(header) }).catch(
    (cause: unknown) => cause,
  );
  return { result, headers, encodes: jobs.length };
}

describe("photos only", () => {
  test.each(Object.entries(allFormats()).filter(([type]) => !photoRegistry.mediaTypes.includes(type)))(
    "%s is left to the other worker before anything is reported or decoded",
    async (_, bytes) => {
      // Whatever it says it is.
      const job = jobOf(new File([bytes], "photo.jpg", { type: "image/jpeg" }));
      expect(await outcomeOf(job, PHOTOS_ONLY)).toEqual({ result: new NotAPhoto(), headers: [], encodes: 0 });
    },
  );

  test("what is no image is left to the other worker, which says what it is", async () => {
    const job = jobOf(new File(["%PDF-1.7"], "photo.jpg"));
    expect((await outcomeOf(job, PHOTOS_ONLY)).result).toBeInstanceOf(NotAPhoto);
    expect((await outcomeOf(job, EVERYTHING)).result).toMatchObject({ status: "rejected" });
  });

  test.each([
    ["a WebP", animatedWebpHeaderBytes(90, 90)],
    ["a PNG", pngBytes({ chunks: [actlChunk(3)] })],
  ])("%s that moves is left to the other worker", async (_, bytes) => {
    expect(await outcomeOf(jobOf(new Blob([bytes])), PHOTOS_ONLY)).toEqual({
      result: new NotAPhoto(),
      headers: [],
      encodes: 0,
    });
  });

  test("a WebP whose colours some browsers ignore is left to the other worker undecoded", async () => {
    const webp = sharp({ create: { width: 90, height: 90, channels: 3, background: "#396" } }).webp();
    const job = jobOf(new Blob([new Uint8Array(await webp.withIccProfile("p3").toBuffer())]));
    expect(await outcomeOf(job, EVERYTHING)).toMatchObject({ result: { status: "prepared" } });
    expect(await outcomeOf(job, PHOTOS_ONLY)).toMatchObject({ result: new NotAPhoto(), encodes: 0 });
  });

  test.each(["jpeg", "png", "webp"] as const)("%s comes out as from the whole pipeline", async (format) => {
    const job = jobOf(await imageFile({ width: 160, height: 120, format }));
    const whole = await outcomeOf(job, EVERYTHING);
    expect(whole).toMatchObject({ result: { status: "prepared" }, headers: [{ mediaType: `image/${format}` }] });
    expect(await outcomeOf(job, PHOTOS_ONLY)).toEqual(whole);
  });

  test("the page asks the photo worker by the types that it knows, and never with what came from the app", () => {
    const typed = (type: string, more?: Partial<PrepareJob>) =>
      mayBePhoto({ ...jobOf(new Blob([], { type })), ...more });
    expect(
      Object.keys(allFormats())
        .filter((type) => typed(type))
        .toSorted(),
    ).toEqual(photoRegistry.mediaTypes.toSorted());
    expect(typed("")).toBe(true);
    const photo = new Blob([], { type: "image/jpeg" });
    for (const app of [{ compresses: true }, { decoded: photo }, { sniffed: { mediaType: "image/x-own" } }])
      expect(mayBePhoto(jobOf(photo, app)), JSON.stringify(app)).toBe(false);
    expect(typed("image/jpeg", { pieces: "ask" })).toBe(true);
    expect(typed("image/jpeg", { pieces: { count: 2 } })).toBe(false);
  });
});
