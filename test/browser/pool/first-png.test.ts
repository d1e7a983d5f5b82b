/**
 * With the first PNG of a worker, or of the page, it is found out whether the browser draws half a PNG. The kernels of a thread have one
 * memory: the two pictures must not meet in it.
 */
import { expect, test } from "vitest";
import type { PrepareResult } from "../../../src/pipeline/prepare-job.js";
import { prepareFile } from "../../../src/pipeline/prepare-image.js";
import type { EncodePicture } from "../../../src/pixels/encode-job.js";
import { encodeOnPage } from "../../../src/pixels/encode-on-page.js";
import { createPool } from "../../../src/pool/pool.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import { resolveSettings } from "../../../src/shared/settings.js";
import { patientMs, strategyIn } from "../../fixtures/canvas/encoders.js";
import { busy, canvasFile } from "../../fixtures/canvas/files.js";
import { forbidden } from "../../fixtures/canvas/workers.js";

test.each([
  { place: "worker" as const, pool: () => createPool({ helloTimeoutMs: patientMs }) },
  { place: "page" as const, pool: () => createPool({ createWorker: forbidden }) },
])("in the $place: it comes out as any later one", async ({ place, pool }) => {
  const own = pool();
  const png = await canvasFile({ width: 2400, height: 1800 }, busy, "image/png");
  const prepared = () => prepareWith(own, png);
  const first = await prepared();
  const second = await prepared();
  expect([first.engine, second.engine]).toEqual([strategyIn(place), first.engine]);
  expect(first.base64 === second.base64, "the same picture").toBe(true);
});

test("of any size, at any moment: the trial may come before it, between its rows, or after it", async () => {
  const sides = [70, 90, 130, 200, 330, 500, 800, 1300, 2000];
  const apart: number[] = [];
  for (const side of sides) {
    const file = await canvasFile({ width: side, height: side }, busy, "image/png");
    const job = { file, settings: resolveSettings({ box: { width: 64, height: 64 } }), app: { decodes: [], compresses: false } };
    // Another function at each size: each is tried anew.
    const encode: EncodePicture = (one) => encodeOnPage(one);
    const [first, second] = [await prepareFile(job, { encode }), await prepareFile(job, { encode })];
    const bytesOf = (result: PrepareResult) => (result.status === "prepared" ? result.image.bytes.join() : JSON.stringify(result));
    if (bytesOf(first) !== bytesOf(second)) apart.push(side);
  }
  expect(apart).toEqual([]);
});
