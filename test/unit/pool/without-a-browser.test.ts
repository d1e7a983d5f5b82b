/** In Node there is neither worker nor canvas: the pipeline runs where it is. */
import { expect, test, vi } from "vitest";
import { createImageQueue, prepareImage } from "../../../src/core.js";
import { anthropicMessages } from "../../../src/endpoints.js";
import { createPool } from "../../../src/pool/pool.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import { imageFile } from "../../fixtures/sharp-images.js";

const photo = () => imageFile({ width: 2000, height: 1500 });
const small = () => imageFile({ width: 64, height: 48 });

test("without a browser: a photo is rejected by name, since nothing can draw it, and the pool is not warmed for it", async () => {
  const pool = createPool();
  pool.warm();
  await expect(prepareWith(pool, await photo())).rejects.toMatchObject({
    code: "image-unencodable",
    message: expect.stringContaining("pass `compress`") as string,
  });
});

test("without a browser: files that need no drawing are prepared", async () => {
  const image = await prepareWith(createPool(), await small());
  expect(image).toMatchObject({ width: 64, height: 48, engine: "none" });
});

test("without a browser: an aborted job ends with its reason, before it began and while it waits", async () => {
  const reason = new Error("left");
  await expect(prepareWith(createPool(), await photo(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const controller = new AbortController();
  const waiting = prepareWith(createPool(), await photo(), { signal: controller.signal });
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});

test("without a browser: a missing part of the app is a rejection that says what to do", async () => {
  vi.doMock("../../../src/pool/prepare-on-page.js", () => {
    throw new Error("404");
  });
  try {
    await expect(prepareWith(createPool(), await photo())).rejects.toMatchObject({
      code: "image-unencodable",
      message: expect.stringMatching(/could not be loaded.*Reload the page/) as string,
    });
  } finally {
    vi.doUnmock("../../../src/pool/prepare-on-page.js");
  }
});

test("without a browser: code that cannot be loaded is a rejection, and an abort works meanwhile", async () => {
  vi.doMock("../../../src/pool/on-demand.js", () => {
    throw new Error("404");
  });
  try {
    await expect(prepareImage(await photo())).rejects.toMatchObject({
      code: "image-unencodable",
      message: expect.stringMatching(/could not be loaded.*Reload the page/) as string,
    });
    const queue = createImageQueue({ endpoint: anthropicMessages });
    queue.warm();
    queue.add([await photo()]);
    const { rejected } = await queue.whenReady();
    expect(rejected[0]?.error.message).toMatch(/could not be loaded.*Reload the page/);
    const reason = new Error("left");
    await expect(prepareImage(await photo(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  } finally {
    vi.doUnmock("../../../src/pool/on-demand.js");
  }
});

/** A file whose bytes come when the test lets them. */
async function stalledFile(): Promise<{ file: File; arrive: () => void }> {
  const here = await imageFile({ width: 64, height: 48 });
  const file = new File([here], "stalled.jpg");
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  file.slice = (...range) => {
    const piece = here.slice(...range);
    piece.arrayBuffer = async () => {
      await arrived;
      return new Response(here.slice(...range)).arrayBuffer();
    };
    return piece;
  };
  return { file, arrive };
}

test("without a browser: a file that cannot be read yet lets the others go first", async () => {
  const pool = createPool({ stalledMs: 20 });
  const stalled = [await stalledFile(), await stalledFile()];
  const late = stalled.map(({ file }) => prepareWith(pool, file));
  const others = await Promise.all(Array.from({ length: 3 }, async () => prepareWith(pool, await small())));
  expect(others.map(({ engine }) => engine)).toEqual(["none", "none", "none"]);
  for (const { arrive } of stalled) arrive();
  for (const image of await Promise.all(late)) expect(image).toMatchObject({ width: 64, height: 48, engine: "none" });
});
