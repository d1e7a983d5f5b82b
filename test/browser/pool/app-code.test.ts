/** What the app does while its own code is called: nothing of the pool is held meanwhile. */
import { beforeAll, expect, test } from "vitest";
import { type Compress, ImageError, prepareImage } from "vision-dropzone/core";
import { createPool } from "../../../src/pool/pool.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import { patientMs, strategyIn } from "../../fixtures/canvas/encoders.js";
import { busy, canvasFile } from "../../fixtures/canvas/files.js";
import { watchSteps } from "../../fixtures/canvas/steps.js";
import { forbidden } from "../../fixtures/canvas/workers.js";

let photo: File;
beforeAll(async () => {
  photo = new File([await canvasFile({ width: 1600, height: 1200 }, busy)], "photo.jpg", { type: "image/jpeg" });
});

/** Two pictures of this size are more than may be under way at once. */
const maxPixelsInFlight = 2_000_000;

test("app code: eight images whose compress prepares an image itself all settle, though few pixels may be in flight", async () => {
  const inner: string[] = [];
  const compress: Compress = async (file, { width, height }) => {
    const { blob, engine } = await prepareImage(file, { box: { width, height }, maxPixelsInFlight });
    inner.push(engine);
    return blob;
  };
  const images = await Promise.all(
    Array.from({ length: 8 }, () =>
      prepareImage(photo, { compress, box: { width: 320, height: 240 }, maxPixelsInFlight }),
    ),
  );
  expect(images.map(({ width, engine }) => [width, engine])).toEqual(images.map(() => [320, "app"]));
  expect(inner).toEqual(images.map(() => strategyIn("worker")));
});

test("app code: on the page as well, where one picture is prepared at a time", async () => {
  const pool = createPool({ createWorker: forbidden });
  const compress: Compress = async (file, { width, height }) =>
    (await prepareWith(pool, file, { box: { width, height } })).blob;
  const images = await Promise.all(
    Array.from({ length: 3 }, () => prepareWith(pool, photo, { compress, box: { width: 320, height: 240 } })),
  );
  expect(images.map(({ width, engine }) => [width, engine])).toEqual(images.map(() => [320, "app"]));
});

test("app code: compress gets the very File, not a worker's copy of it, and what it throws is the cause, the very object", async () => {
  const file = Object.assign(photo, { path: "C:\\photo.jpg" });
  const given: Blob[] = [];
  const thrown = { quota: 0 };
  const refused: unknown = await prepareWith(createPool({ helloTimeoutMs: patientMs }), file, {
    compress: (original) => {
      given.push(original);
      return Promise.reject(thrown);
    },
  }).catch((error: unknown) => error);
  expect(given).toHaveLength(1);
  expect(given[0]).toBe(file);
  expect(refused).toBeInstanceOf(ImageError);
  expect((refused as ImageError).cause).toBe(thrown);
});

test("app code: no worker has a job while the app's code runs", async () => {
  const steps = watchSteps();
  const said: string[] = [];
  steps.tell((step) => said.push(step));
  let saidBefore: string[] = [];
  const compress: Compress = async () => {
    saidBefore = [...said];
    return canvasFile({ width: 20, height: 15 }, busy);
  };
  try {
    await prepareWith(createPool({ createWorker: steps.createWorker, helloTimeoutMs: patientMs }), photo, { compress });
  } finally {
    steps.stop();
  }
  expect(saidBefore.at(-1)).toBe("worker says done");
});
