/** Few files are open at once, in the order in which they came; whoever waits can leave, and nobody waits for ever. */
import { getEventListeners } from "node:events";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createIntake } from "../../../src/pipeline/intake.js";
import { prepareWith } from "../../../src/pipeline/prepare-image.js";
import { heldEngine } from "../../fixtures/held-engine.js";
import { sharpEngine } from "../../fixtures/sharp-engine.js";
import { imageFile } from "../../fixtures/sharp-images.js";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Until all that is waiting to happen has happened. */
const settle = () => new Promise((resolve) => void setImmediate(resolve));

describe("createIntake", () => {
  function visitors(places: number, count: number) {
    const intake = createIntake(places);
    const inside: number[] = [];
    const leaves: (() => void)[] = [];
    const controllers = Array.from({ length: count }, () => new AbortController());
    const entries = controllers.map(({ signal }, index) =>
      intake.enter(signal).then((leave) => {
        inside.push(index);
        leaves[index] = leave;
      }),
    );
    return { inside, leaves, controllers, entries };
  }

  it("lets in as many as there are places, the others as these leave, in order", async () => {
    const { inside, leaves } = visitors(2, 5);
    await settle();
    expect(inside).toEqual([0, 1]);
    leaves[1]!();
    await settle();
    expect(inside).toEqual([0, 1, 2]);
    leaves[0]!();
    leaves[2]!();
    await settle();
    expect(inside).toEqual([0, 1, 2, 3, 4]);
  });

  it("counts a place once, however often it is given back", async () => {
    const { inside, leaves } = visitors(1, 4);
    await settle();
    for (let again = 0; again < 3; again++) leaves[0]!();
    await settle();
    expect(inside).toEqual([0, 1]);
  });

  it("rejects who is aborted in the line at once, with the reason, and lets the next one in", async () => {
    const { inside, leaves, controllers, entries } = visitors(1, 3);
    await settle();
    const reason = new DOMException("Not wanted.", "AbortError");
    controllers[1]!.abort(reason);
    await expect(entries[1]).rejects.toBe(reason);
    leaves[0]!();
    await settle();
    expect(inside).toEqual([0, 2]);
    for (const { signal } of controllers) expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("rejects who comes with a signal that has fired", async () => {
    await expect(createIntake(1).enter(AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
  });

  it("keeps no place for a file that never answers", async () => {
    vi.useFakeTimers();
    const intake = createIntake(1, 2_000);
    await intake.enter(undefined);
    const second = intake.enter(undefined);
    await vi.advanceTimersByTimeAsync(2_000);
    await expect(second).resolves.toBeTypeOf("function");
  });
});

describe("prepareImage, twenty at once", () => {
  const photos = async (count: number) => {
    const photo = await imageFile({ width: 1600, height: 1200 });
    return Array.from({ length: count }, () => photo);
  };

  it("opens one more than the engine works on, and the next when one is done", async () => {
    const slice = vi.spyOn(Blob.prototype, "slice");
    const engine = heldEngine(2);
    const files = await photos(20);
    const opened = () => new Set(slice.mock.contexts).size;
    // The same photo twenty times: each is told by its own object.
    const blobs = files.map((file) => new File([file], "photo.jpg"));
    slice.mockClear();
    const images = blobs.map((file) => prepareWith(engine, file));
    await engine.started(3);
    await settle();
    expect(opened()).toBe(3);
    engine.jobs[0]!.release();
    await engine.started(4);
    await settle();
    expect(opened()).toBe(4);
    for (let at = 1; at < 20; at++) {
      await engine.started(at + 1);
      engine.jobs[at]!.release();
    }
    expect(await Promise.all(images)).toHaveLength(20);
    expect(engine.jobs.map(({ job }) => job.file)).toEqual(blobs);
  });

  it("rejects those that wait when they are aborted, and goes on with the others", async () => {
    const engine = heldEngine(2);
    const controllers = Array.from({ length: 6 }, () => new AbortController());
    const files = await photos(6);
    const images = files.map((file, index) => prepareWith(engine, file, { signal: controllers[index]!.signal }));
    await engine.started(3);
    controllers[4]!.abort();
    await expect(images[4]).rejects.toMatchObject({ name: "AbortError" });
    for (let at = 0; at < 5; at++) {
      await engine.started(at + 1);
      engine.jobs[at]!.release();
    }
    const ends = await Promise.allSettled(images);
    expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "fulfilled", "rejected", "fulfilled"]);
    expect(engine.jobs).toHaveLength(5);
  });

  it("gives a refused file's place to the next", async () => {
    const engine = sharpEngine();
    const texts = Array.from({ length: 8 }, () => new File(["no picture"], "a.jpg"));
    const [photo] = await photos(1);
    const ends = await Promise.allSettled([...texts, photo!].map((file) => prepareWith(engine, file)));
    expect(ends.map(({ status }) => status)).toEqual([...texts.map(() => "rejected"), "fulfilled"]);
  });

  it("lets an app's compressor and decoders prepare images themselves", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const engine = sharpEngine();
    const files = await photos(8);
    const compressed = files.map((file) => prepareWith(engine, file, { compress: async (inner) => (await prepareWith(engine, inner)).blob }));
    expect(await Promise.all(compressed)).toHaveLength(8);
    const tiff = await imageFile({ width: 300, height: 200, format: "tiff" });
    const decoders = [{ mediaTypes: ["image/tiff"] as const, decode: async () => (await prepareWith(engine, files[0]!)).blob }];
    const decoded = Array.from({ length: 8 }, () => prepareWith(engine, tiff, { decoders }));
    expect(await Promise.all(decoded)).toHaveLength(8);
  });
});

it("is empty until a file enters, and again when the last has left", async () => {
  const intake = createIntake(2);
  expect(intake.isEmpty()).toBe(true);
  const [leaveOne, leaveOther] = [await intake.enter(undefined), await intake.enter(undefined)];
  leaveOne();
  expect(intake.isEmpty()).toBe(false);
  leaveOther();
  expect(intake.isEmpty()).toBe(true);
});
