/**
 * With the first PNG of a worker, or of the page, it is found out whether the browser draws half a PNG. The kernels of a thread have one
 * memory: the two pictures must not meet in it.
 */
import { expect, test } from "vitest";
import { createPool } from "../../../src/pool/pool.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import { patientMs, strategyIn } from "../../fixtures/canvas/encoders.js";
import { busy, canvasFile } from "../../fixtures/canvas/files.js";
import { forbidden } from "../../fixtures/canvas/workers.js";

test.each([
  { place: "worker" as const, pool: () => createPool({ helloTimeoutMs: patientMs }) },
  { place: "page" as const, pool: () => createPool({ createWorker: forbidden }) },
])("first PNG: in the $place it comes out like any later one", async ({ place, pool }) => {
  const own = pool();
  const png = await canvasFile({ width: 2400, height: 1800 }, busy, "image/png");
  const prepared = () => prepareWith(own, png);
  const first = await prepared();
  const second = await prepared();
  expect([first.engine, second.engine]).toEqual([strategyIn(place), first.engine]);
  expect(first.base64 === second.base64, "the same picture").toBe(true);
});
