import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { anthropicMessages } from "../../../src/endpoints.js";
import type { PrepareJob } from "../../../src/pipeline/prepare-job.js";
import { createQueue } from "../../../src/queue/create-image-queue.js";
import { imageFile } from "../../fixtures/sharp-images.js";
import { sizedBytes, sizedPool } from "../../fixtures/sized-pool.js";
import { poolOf } from "../../fixtures/pool-of.js";

const FULL = 4 * Math.ceil(sizedBytes({ width: 1280, height: 960 }, 0.85) / 3);
/** Of one picture, at 1280x960. */
const PLANES = 1280 * 960 * 1.5;
let photo: File;

beforeAll(async () => {
  photo = await imageFile({ width: 2000, height: 1500, name: "photo.jpg" });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Like the real pool, it returns the planes of what it encodes, and accepts them again. */
function open(limit: number) {
  const sized = sizedPool();
  const jobs: PrepareJob[] = [];
  const encoding = poolOf(async (job) => {
    const outcome = await sized.encode(job);
    const planes = job.keepsPlanes ? new Uint8Array(PLANES) : undefined;
    return outcome.status === "encoded" ? { ...outcome, planes } : outcome;
  });
  const queue = createQueue(
    {
      ...encoding,
      run(job, tools) {
        jobs.push(job);
        return encoding.run(job, tools);
      },
    },
    { endpoint: anthropicMessages, maxRequestBytes: limit },
  );
  const settled = () => vi.waitFor(() => expect(queue.getSnapshot().status).not.toBe("working"));
  return { queue, jobs, settled };
}

it("planes: are kept where more than half of the limit is likely, and used to shrink", async () => {
  const { queue, jobs, settled } = open(3.2 * FULL);
  queue.add([photo, photo, photo, photo]);
  await settled();
  expect(jobs.map(({ keepsPlanes }) => keepsPlanes)).toEqual([true, true, true, true]);
  queue.shrinkToFit();
  await settled();
  expect(queue.getSnapshot().status).toBe("ready");
  expect(jobs.slice(4).map(({ rewritable }) => rewritable?.planes.length)).toEqual([PLANES, PLANES, PLANES, PLANES]);
});

it("planes: are not kept where the request is far from its limit", async () => {
  const { queue, jobs, settled } = open(40 * FULL);
  queue.add([photo, photo]);
  await settled();
  expect(jobs.map(({ keepsPlanes }) => keepsPlanes)).toEqual([undefined, undefined]);
});

it("planes: are not kept above a 32nd of the memory", async () => {
  vi.stubGlobal("navigator", { deviceMemory: (PLANES * 1.5 * 32) / 2 ** 30 });
  const { queue, jobs, settled } = open(3.2 * FULL);
  for (let count = 0; count < 3; count += 1) {
    queue.add([photo]);
    await settled();
  }
  expect(jobs.map(({ keepsPlanes }) => keepsPlanes)).toEqual([true, true, undefined]);
});

it("planes: are given back when nothing was prepared for a minute", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  const { queue, jobs, settled } = open(1.2 * FULL);
  queue.add([photo, photo]);
  await settled();
  vi.advanceTimersByTime(60_000);
  queue.shrinkToFit();
  await settled();
  expect(queue.getSnapshot().status).toBe("ready");
  expect(jobs.slice(2).map(({ rewritable }) => rewritable?.planes.length)).toEqual([0, 0]);
});
