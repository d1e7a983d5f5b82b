/**
 * Aborted at every step there is: a walk is repeated, and each time aborted one step later, until it runs to its end. It ends
 * with the signal's own reason, nothing is left behind, and the pool serves the next.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { prepareWith } from "../../../src/pool/prepare.js";
import { createQueue } from "../../../src/queue/create-image-queue.js";
import type { ImageQueue, ImageQueueOptions, PrepareOptions, ReadyRequest } from "../../../src/core.js";
import { type AnthropicImageBlock, anthropicMessages } from "../../../src/endpoints.js";
import { createPool, type Pool } from "../../../src/pool/pool.js";
import { patientMs } from "../../fixtures/canvas/encoders.js";
import { busy, canvasFile } from "../../fixtures/canvas/files.js";
import { type StepWatch, watchSteps } from "../../fixtures/canvas/steps.js";
import { type Held, startTally, type Tally } from "../../fixtures/canvas/tally.js";
import { forbidden } from "../../fixtures/canvas/workers.js";

/** The pool's own upper bound; it keeps idle workers for a while. */
const MOST_WORKERS = 4;

const box = { width: 320, height: 240 };

let photo: File;
let small: File;
let png: File;
let steps: StepWatch;
let tally: Tally;
/** One pool for all; how long a worker may take to say hello is tested by itself. */
let pool: Pool;
/** Than the first attempt at the photo makes of it, as base64. */
let aByteLess: number;
const poolOnPage = createPool({ createWorker: forbidden });

const fileOf = async (blob: Blob, name: string) => new File([await blob.arrayBuffer()], name, { type: blob.type });

beforeAll(async () => {
  const made = (width: number, height: number, type?: string) => canvasFile({ width, height }, busy, type);
  photo = await fileOf(await made(800, 640), "photo.jpg");
  small = await fileOf(await made(160, 120), "small.jpg");
  // Wider than the box, and of few rows: in Firefox each 8 KiB of pixels are steps of their own.
  png = await fileOf(await made(400, 200, "image/png"), "screen.png");
  tally = startTally();
  steps = watchSteps();
  pool = createPool({ createWorker: steps.createWorker, helloTimeoutMs: patientMs });
  aByteLess = (await prepareWith(pool, photo, { box })).base64.length - 1;
});

afterAll(() => {
  steps.stop();
  tally.stop();
});

let before: Held;
/** Inside the test, since the runner, too, listens while it runs. */
const begin = () => void (before = tally.held());
afterEach(() => steps.tell(() => {}));

async function expectNothingKept(where: string): Promise<void> {
  const { workers: _, ...held } = tally.held();
  expect([where, held]).toEqual([where, { objectUrls: before.objectUrls, listeners: before.listeners }]);
  await vi.waitFor(() => expect(tally.held().workers, where).toBeLessThanOrEqual(MOST_WORKERS), { timeout: patientMs });
}

/** "read ends 3": the steps of two things that go on at once come in any order, those of one name in their own. */
function numbering(): (step: string) => string {
  const counts = new Map<string, number>();
  return (step) => {
    const count = (counts.get(step) ?? 0) + 1;
    counts.set(step, count);
    return `${step} ${count}`;
  };
}

/**
 * Runs `walk` once undisturbed, which shows its steps, and then once for each of them that `isWanted`, with `interrupt` at that
 * step. Returns the steps at which it was interrupted.
 */
async function atEachStep(
  walk: (interruptAt: (interrupt: () => void) => void) => Promise<void>,
  isWanted = (_step: string) => true,
): Promise<string[]> {
  begin();
  // The browser is probed only once.
  await walk(() => {});
  const all: string[] = [];
  const numberAll = numbering();
  await walk(() => steps.tell((step) => void all.push(numberAll(step))));
  const wanted = all.filter(isWanted);
  const met: string[] = [];
  for (const here of wanted) {
    const number = numbering();
    await walk((interrupt) =>
      steps.tell((step) => {
        if (number(step) !== here) return;
        met.push(step);
        interrupt();
      }),
    );
  }
  expect(met.length).toBeGreaterThan(wanted.length / 2);
  return met;
}

interface Walk {
  file: () => File;
  options: () => PrepareOptions;
  /** A step without which this would not be the walk it is called, wherever it is taken. */
  goes?: RegExp;
}

const toJpeg = async (file: Blob, { width, height }: { width: number; height: number }) => {
  const bitmap = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")!.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return canvas.convertToBlob({ type: "image/jpeg" });
};

const WALKS: Readonly<Record<string, Walk>> = {
  encoded: { file: () => photo, options: () => ({}) },
  "kept, after it was proven to decode": { file: () => small, options: () => ({}) },
  "encoded again and again for the byte limit": {
    file: () => photo,
    options: () => ({ limits: { maxImageBytes: aByteLess } }),
  },
  "a PNG, whose pixels are counted": { file: () => png, options: () => ({}) },
  "through a decoder of the app": {
    file: () => png,
    options: () => ({
      decoders: [
        {
          mediaTypes: ["image/png"],
          decode: (file) => steps.seen("app", () => toJpeg(file, { width: 400, height: 200 })),
        },
      ],
    }),
    goes: /app ends/,
  },
  "through a compressor of the app": {
    file: () => photo,
    options: () => ({ compress: (file, size) => steps.seen("app", () => toJpeg(file, size)) }),
    goes: /app begins/,
  },
};

/** What ends, or what a worker says that had begun to load, was begun before; nothing may begin. */
const begins = (step: string) => /begins$|^worker is told/.test(step);

/** The steps that begin within a moment from now. */
async function begunAfterwards(): Promise<string[]> {
  const begun: string[] = [];
  steps.tell((step) => {
    if (begins(step)) begun.push(step);
  });
  await new Promise((resolve) => setTimeout(resolve, 10));
  steps.tell(() => {});
  return begun;
}

/** The page knows of a worker's steps only what is said between the two; on the page each read, decoder and encoder is one. */
const PLACES = [
  {
    place: "worker",
    poolThere: () => pool,
    goesThere: /worker is told prepare.*worker says header.*worker is told go.*worker says done/,
  },
  { place: "page", poolThere: () => poolOnPage, goesThere: /read ends/ },
];
const WALKS_IN_PLACES = PLACES.flatMap((place) =>
  Object.entries(WALKS).map(([walk, how]) => ({ walk, ...how, ...place })),
);

describe.each(WALKS_IN_PLACES)(
  "prepareImage in the $place: $walk",
  ({ file, options, goes = /./, place, poolThere, goesThere }) => {
    test("aborted at each step", async () => {
      const met = await atEachStep(async (interruptAt) => {
        const controller = new AbortController();
        const { signal } = controller;
        const reason = new Error("called off");
        let where = "not aborted";
        interruptAt(() => {
          where = "aborted";
          controller.abort(reason);
        });
        const outcome: unknown = await prepareWith(poolThere(), file(), { box, ...options(), signal }).catch(
          (error: unknown) => error,
        );
        if (where === "aborted") expect(outcome).toBe(reason);
        else expect(outcome).toMatchObject({ mediaType: "image/jpeg" });
        expect(tally.on(signal)).toEqual([]);
        await expectNothingKept(where);
      });
      expect(met.join()).toMatch(goesThere);
      expect(met.join()).toMatch(goes);
      // And the pool is as it was.
      steps.tell(() => {});
      expect((await prepareWith(poolThere(), photo, { box })).engine).toMatch(new RegExp(`^${place}:`));
    });
  },
);

test("before it begins: no step is taken", async () => {
  const afterwards = begunAfterwards();
  const reason = new Error("called off");
  await expect(prepareWith(pool, photo, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(await afterwards).toEqual([]);
});

test("after its end: the picture stays, and no step is taken", async () => {
  begin();
  const controller = new AbortController();
  const image = await prepareWith(pool, photo, { box, signal: controller.signal });
  controller.abort();
  expect(await begunAfterwards()).toEqual([]);
  expect(image.base64.length).toBeGreaterThan(100);
  await expectNothingKept("after its end");
});

test("abort: waiting in the pool's queue behind others, which are not affected", async () => {
  let aborted = 0;
  const met = await atEachStep(async (interruptAt) => {
    const controller = new AbortController();
    const { signal } = controller;
    const reason = new Error("called off");
    const others = Array.from({ length: pool.concurrency }, () => prepareWith(pool, photo, { box }));
    const waiting = prepareWith(pool, photo, { box, signal }).catch((error: unknown) => error);
    interruptAt(() => controller.abort(reason));
    for (const image of await Promise.all(others)) expect(image).toMatchObject({ width: 300, height: 240 });
    const outcome = await waiting;
    // Others may still be at a step when this one has its picture already.
    if (outcome === reason) aborted += 1;
    else expect(outcome).toMatchObject({ width: 300, height: 240 });
    expect(tally.on(signal)).toEqual([]);
    await expectNothingKept("in line");
  });
  expect(aborted).toBeGreaterThan(met.length / 2);
});

describe("queue: aborted at each step", () => {
  type Options = Partial<ImageQueueOptions<AnthropicImageBlock>>;

  interface Scene {
    queue: ImageQueue<AnthropicImageBlock>;
    ids: string[];
    /** Names of the images of each `onReady`. */
    readyNames: string[][];
  }

  /** What lies at an address, in two pieces, as the app's own proxy would hand it over. */
  const answer: typeof fetch = async (_, init) => {
    const headers = { "content-type": "image/jpeg", "content-length": String(photo.size) };
    const body = init?.method === "HEAD" ? null : photo.stream();
    return steps.seen("fetch", async () => new Response(body, { headers }));
  };

  const whole: Options = {
    urls: "fetch",
    fetch: answer,
    relocation: "files",
    uploadFile: (image) => steps.seen("upload", async () => ({ fileId: `file-${image.name}` })),
  };

  function stage(): Scene {
    const readyNames: string[][] = [];
    const queue = createQueue<AnthropicImageBlock>(pool, {
      endpoint: anthropicMessages,
      box,
      onReady: ({ items }: ReadyRequest<AnthropicImageBlock>) => readyNames.push(items.map(({ name }) => name)),
      ...whole,
    });
    const ids = [...queue.add([photo]), queue.addUrl("https://pictures.example.com/far.jpg"), ...queue.add([small])];
    return { queue, ids, readyNames };
  }

  const ALL = ["photo.jpg", "far.jpg", "small.jpg"];

  /** `wanted`: asked at the end, when it is known what happened. */
  async function expectSettled({ queue, readyNames }: Scene, wanted: () => readonly string[]): Promise<void> {
    const ready = await queue.whenReady();
    await new Promise((resolve) => setTimeout(resolve));
    const names = wanted();
    expect(ready.items.map(({ name }) => name)).toEqual(names);
    // With the bytes or the file id, and with the end state reported last, once.
    expect(ready.items.map((item) => item.image && item.upload.status)).toEqual(names.map(() => "uploaded"));
    expect(readyNames.at(-1) ?? []).toEqual(names);
    queue.clear();
    expect(await begunAfterwards()).toEqual([]);
    await expectNothingKept("queue");
  }

  test("goes through all steps that can be aborted", async () => {
    begin();
    const met: string[] = [];
    const scene = stage();
    steps.tell((step) => met.push(step));
    await expectSettled(scene, () => ALL);
    expect(met.length).toBeGreaterThan(20);
    expect(met).toEqual(
      expect.arrayContaining([
        "worker is told prepare",
        "worker says header",
        "worker is told go",
        "worker says done",
        "fetch begins",
        "fetch ends",
        "stream ends",
        "upload begins",
        "upload ends",
      ]),
    );
  });

  /** What begins follows at once on what ended. */
  const isEnd = (step: string) => !/^(read|stream) begins/.test(step);

  test("one of them removed at each step: the others are prepared and uploaded, in order", async () => {
    let turn = 0;
    await atEachStep(async (interruptAt) => {
      const scene = stage();
      const index = turn++ % ALL.length;
      let isRemoved = false;
      interruptAt(() => {
        isRemoved = true;
        scene.queue.remove(scene.ids[index]!);
      });
      await expectSettled(scene, () => (isRemoved ? ALL.toSpliced(index, 1) : ALL));
    }, isEnd);
  });

  test("paused and resumed at each step: nothing is lost, nothing twice", async () => {
    await atEachStep(async (interruptAt) => {
      const scene = stage();
      interruptAt(() => {
        scene.queue.pause();
        scene.queue.resume();
      });
      await expectSettled(scene, () => ALL);
      expect(new Set(scene.readyNames.map((names) => names.join())).size).toBeLessThanOrEqual(2);
    }, isEnd);
  });

  test("cleared at each step: it is empty, and takes the next files", async () => {
    await atEachStep(async (interruptAt) => {
      const scene = stage();
      let isCleared = false;
      interruptAt(() => {
        isCleared = true;
        scene.queue.clear();
        scene.queue.add([png]);
      });
      await expectSettled(scene, () => (isCleared ? ["screen.png"] : ALL));
    }, isEnd);
  });

  test("a Send that waits is aborted at each step, and nothing else is", async () => {
    await atEachStep(async (interruptAt) => {
      const scene = stage();
      const controller = new AbortController();
      const reason = new Error("called off");
      const waiting = scene.queue.whenReady({ signal: controller.signal }).then(
        () => "ready",
        (error: unknown) => error,
      );
      interruptAt(() => controller.abort(reason));
      const outcome = await waiting;
      if (controller.signal.aborted) expect([reason, "ready"]).toContain(outcome);
      else expect(outcome).toBe("ready");
      expect(tally.on(controller.signal)).toEqual([]);
      await expectSettled(scene, () => ALL);
    }, isEnd);
  });
});
