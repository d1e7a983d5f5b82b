/** The page's side of a decoder's worker, met by every way in which the worker may fail. */
import { expect, test } from "vitest";
import { createDecoderHost } from "../../../src/decoders/create-decoder-host.js";
import type { DecodeContext, DecodeProgress } from "../../../src/shared/app-codecs.js";
import type { ImageHeader } from "../../../src/shared/types.js";
import DecoderWorker from "../../fixtures/canvas/decoder.worker.ts?worker&inline";
import { counted, failing, forbidden, mute } from "../../fixtures/canvas/workers.js";

const sound = () => new DecoderWorker();
const ofPage = new Blob(["of the page"]);
const context: DecodeContext = {
  header: {} as ImageHeader,
  page: 1,
  maxPixels: 1,
  box: { width: 1, height: 1 },
  truncated: "reject",
  signal: new AbortController().signal,
  onProgress: () => {},
  onTruncated: () => {},
};

/** Where the page does the work, it gives a file; the worker gives pixels. */
function hostOf(workers: { create: () => Worker }, setup?: () => unknown) {
  const loadWork = async () => ({ decode: async () => ofPage });
  const host = createDecoderHost({ format: "FOO", createWorker: workers.create, loadWork, setup });
  return {
    async decode(text: string, given: Partial<DecodeContext> = {}): Promise<"by the worker" | "by the page"> {
      const made = await host.decode(new Blob([text]), { ...context, ...given });
      return made === ofPage ? "by the page" : "by the worker";
    },
  };
}

test("decoder: an aborted job does not block the next one until its worker answers", async () => {
  const controller = new AbortController();
  const abortedSoon = () => {
    queueMicrotask(() => controller.abort());
    return mute();
  };
  const workers = counted(abortedSoon, sound);
  const host = hostOf(workers);
  const first = host.decode("a", { signal: controller.signal });
  const second = host.decode("b");
  await expect(first).rejects.toMatchObject({ name: "AbortError" });
  expect(await second).toBe("by the worker");
  expect([workers.started(), workers.running()]).toEqual([2, 1]);
});

test("decoder: a job aborted while it runs lets the next one begin", async () => {
  const workers = counted(sound);
  const host = hostOf(workers);
  const controller = new AbortController();
  let steps = 0;
  // Loading, then decoding in the worker.
  const onProgress = ({ step }: DecodeProgress) => step === "decode" && ++steps === 1 && controller.abort();
  const first = host.decode("hang", { signal: controller.signal, onProgress });
  const second = host.decode("b");
  await expect(first).rejects.toMatchObject({ name: "AbortError" });
  expect(await second).toBe("by the worker");
});

test("decoder: an aborted job that soon ends leaves its worker to the next one", async () => {
  const controller = new AbortController();
  const workers = counted(() => {
    const worker = sound();
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message: unknown) => {
      post(message);
      controller.abort();
    };
    return worker;
  });
  const host = hostOf(workers);
  const first = host.decode("a", { signal: controller.signal });
  const second = host.decode("b");
  await expect(first).rejects.toMatchObject({ name: "AbortError" });
  expect(await second).toBe("by the worker");
  expect([workers.started(), workers.running()]).toEqual([1, 1]);
});

test("decoder: a job aborted while it waits ends at once, and no worker is ended for it", async () => {
  const [atWork, waiting] = [new AbortController(), new AbortController()];
  const workers = counted(sound);
  const host = hostOf(workers);
  const first = host.decode("hang", { signal: atWork.signal });
  const second = host.decode("b", { signal: waiting.signal });
  waiting.abort();
  await expect(second).rejects.toMatchObject({ name: "AbortError" });
  expect([workers.started(), workers.running()]).toEqual([1, 1]);
  atWork.abort();
  await expect(first).rejects.toMatchObject({ name: "AbortError" });
});

test("decoder: a worker that died at its start is tried again for the next file, then never", async () => {
  const workers = counted(failing, sound);
  const host = hostOf(workers);
  expect(await host.decode("a")).toBe("by the page");
  expect(await host.decode("b")).toBe("by the worker");
  const dying = counted(failing);
  const other = hostOf(dying);
  for (const text of ["a", "b", "c"]) expect(await other.decode(text)).toBe("by the page");
  expect(dying.started()).toBe(2);
});

test("decoder: a policy against workers is tried only once", async () => {
  let asked = 0;
  const host = hostOf({
    create() {
      asked++;
      return forbidden();
    },
  });
  for (const text of ["a", "b"]) expect(await host.decode(text)).toBe("by the page");
  expect(asked).toBe(1);
});

test("decoder: a module that trapped is not used again, and the file is not called damaged", async () => {
  const workers = counted(sound);
  const host = hostOf(workers);
  await expect(host.decode("trap")).rejects.toMatchObject({
    code: "image-undecodable",
    message: expect.stringMatching(/^The FOO decoder broke down/) as string,
  });
  expect(workers.running()).toBe(0);
  expect(await host.decode("b")).toBe("by the worker");
  expect(workers.started()).toBe(2);
});

test("decoder: a worker that dies at work is named as the reason, and the next file gets another", async () => {
  const workers = counted(sound);
  const host = hostOf(workers);
  await expect(host.decode("die")).rejects.toThrow("its worker ended");
  expect(await host.decode("b")).toBe("by the worker");
  expect([workers.started(), workers.running()]).toEqual([2, 1]);
});

test("decoder: a job that cannot be posted is done on the page, and leaves no listener", async () => {
  let listening = 0;
  const workers = counted(() => {
    const worker = sound();
    const [add, remove] = [worker.addEventListener.bind(worker), worker.removeEventListener.bind(worker)];
    worker.addEventListener = (...given: [string, EventListener]) => {
      if (given[0] === "message") listening++;
      add(...given);
    };
    worker.removeEventListener = (...given: [string, EventListener]) => {
      if (given[0] === "message") listening--;
      remove(...given);
    };
    return worker;
  });
  expect(await hostOf(workers, () => () => "not cloneable").decode("a")).toBe("by the page");
  expect(listening).toBe(0);
});

test("decoder: jobs that wait for their turn say so, until it comes", async () => {
  const host = hostOf(counted(sound));
  const reports: string[] = [];
  const report = (name: string) => ({ onProgress: ({ step }: DecodeProgress) => void reports.push(`${name} ${step}`) });
  await Promise.all([host.decode("a", report("a")), host.decode("b", report("b"))]);
  expect(reports).toEqual(["a wait", "b wait", "a load", "a decode", "b decode", "b decode"]);
});
