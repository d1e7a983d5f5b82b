/** A picture that has to have fewer bytes is written from the planes that were kept of it, as it would be from its file. */
import { expect, test } from "vitest";
import type { PrepareJob } from "../../../src/pipeline/prepare-job.js";
import { createPool, type Pool } from "../../../src/pool/pool.js";
import { prepareWith, type Rewritable } from "../../../src/pool/prepare.js";
import type { PrepareOptions } from "../../../src/shared/types.js";
import { patientMs } from "../../fixtures/canvas/encoders.js";
import { busy, canvasFile } from "../../fixtures/canvas/files.js";

const real = createPool({ helloTimeoutMs: patientMs });
const jobs: PrepareJob[] = [];
const pool: Pick<Pool, "run"> = {
  run(job, tools) {
    jobs.push(job);
    return real.run(job, tools);
  },
};
const photo = () => canvasFile({ width: 1500, height: 1100 }, busy, "image/png");

async function prepared(file: Blob, options: PrepareOptions = {}, rewritable?: Rewritable) {
  let kept: Rewritable | undefined;
  const image = await prepareWith(pool, file, options, { id: "a", rewritable, onRewritable: (one) => (kept = one) });
  const { base64, changes, width, height, engine, source } = image;
  return { image: { base64, changes, width, height, engine, source }, kept };
}

const within = (share: number, { base64 }: { base64: string }) => ({
  limits: { maxImageBytes: Math.floor(base64.length * share) },
});

test("rewrite: the file, its size and its changes are those that the original gives, also the second time", async () => {
  const file = await photo();
  const full = await prepared(file);
  const once = await prepared(file, within(0.8, full.image), full.kept);
  const twice = await prepared(file, within(0.6, full.image), once.kept);
  const gone = new Blob(["this file was not read"]);
  expect(once.image).toEqual((await prepared(file, within(0.8, full.image))).image);
  expect(twice.image).toEqual((await prepared(file, within(0.6, full.image))).image);
  expect(twice.image.changes).toContainEqual(expect.objectContaining({ code: "quality-lowered", from: 0.85 }));
  expect((await prepared(gone, within(0.8, full.image), twice.kept)).image.base64).toBe(once.image.base64);
});

test("rewrite: one that has to be made smaller is made from its file", async () => {
  const file = await photo();
  const full = await prepared(file);
  const options = within(0.2, full.image);
  const small = await prepared(file, options, full.kept);
  expect(small.image.width).toBeLessThan(full.image.width);
  expect(small.image).toEqual((await prepared(file, options)).image);
});

test("rewrite: planes that were lost with their worker: the file is read again", async () => {
  const file = await photo();
  const full = await prepared(file);
  const before = full.kept!;
  structuredClone(before.planes, { transfer: [before.planes.buffer] });
  jobs.length = 0;
  const made = await prepared(file, within(0.8, full.image), before);
  expect(jobs.map(({ rewritable }) => rewritable !== undefined)).toEqual([true, false]);
  expect(made.image).toEqual((await prepared(file, within(0.8, full.image))).image);
});

test("rewrite: nothing is kept of a picture that is sent as it is, nor of one that our encoder did not write", async () => {
  const small = await canvasFile({ width: 300, height: 200 }, busy, "image/jpeg");
  expect((await prepared(small)).kept).toBeUndefined();
  expect((await prepared(await photo(), { mediaType: "image/png" })).kept).toBeUndefined();
});
