/** `createWorker`: an app's own way to start the worker. Whose workers do whose jobs. */
import { beforeAll, expect, test } from "vitest";
import { prepareImage } from "../../../src/core.js";
import { workersAtOnce } from "../../../src/pool/workers-at-once.js";
import { strategyIn } from "../../fixtures/canvas/encoders.js";
import { busy, canvasFile } from "../../fixtures/canvas/files.js";
import { counted, forbidden } from "../../fixtures/canvas/workers.js";

let photo: Blob;
beforeAll(async () => {
  photo = await canvasFile({ width: 640, height: 480 }, busy);
});

/** Functions of one text, each with a worker of its own behind it. */
const starting = (create: () => Worker) => () => create();
const backendBy = async (createWorker?: () => Worker) =>
  (await prepareImage(photo, { box: { width: 320, height: 240 }, createWorker })).engine;

test("createWorker: functions with the same text and different workers: each job gets a worker of its own function", async () => {
  const [one, other] = [counted(), counted()];
  expect(await backendBy(starting(one.create))).toEqual(strategyIn("worker"));
  expect(await backendBy(starting(other.create))).toEqual(strategyIn("worker"));
  expect([one.started(), other.started()]).toEqual([1, 1]);
});

test("createWorker: one that starts nothing does not affect another with the same text", async () => {
  expect(await backendBy(starting(forbidden))).toEqual(strategyIn("page"));
  expect(await backendBy(starting(counted().create))).toEqual(strategyIn("worker"));
});

test("createWorker: the same function again: its workers are used again", async () => {
  const workers = counted();
  const createWorker = starting(workers.create);
  await backendBy(createWorker);
  await backendBy(createWorker);
  expect(workers.started()).toBe(1);
});

test("createWorker: written inline at each call: never more workers than are worth having", async () => {
  const workers = counted();
  let most = 0;
  const inline = () =>
    backendBy(() => {
      const worker = workers.create();
      most = Math.max(most, workers.running());
      return worker;
    });
  const backends = await Promise.all(Array.from({ length: 12 }, inline));
  expect(backends).toEqual(backends.map(() => strategyIn("worker")));
  expect(most).toBeLessThanOrEqual(workersAtOnce());
  expect(await backendBy()).toEqual(strategyIn("worker"));
});
