/** In Node there is neither worker nor canvas: the pipeline runs where it is. */
import { expect, test, vi } from "vitest";
import { createPool } from "../../../src/pool/pool.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import { sharedPool } from "../../../src/pool/shared-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";

const photo = () => imageFile({ width: 2000, height: 1500 });

test("a photo is refused by name, since nothing can draw it, and the pool is not warmed for it", async () => {
  const pool = createPool();
  pool.warm();
  await expect(prepareWith(pool, await photo())).rejects.toMatchObject({
    code: "image-unencodable",
    message: expect.stringContaining("pass `compress`") as string,
  });
});

test("what needs no drawing is prepared", async () => {
  const image = await prepareWith(createPool(), await imageFile({ width: 64, height: 48 }));
  expect(image).toMatchObject({ width: 64, height: 48, engine: "none" });
});

test("an aborted job ends with its reason, before it began and while it waits", async () => {
  const reason = new Error("left");
  await expect(prepareWith(createPool(), await photo(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const controller = new AbortController();
  const waiting = prepareWith(createPool(), await photo(), { signal: controller.signal });
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});

test("a part of the app that is not there any more is told of as a refusal, as any other, and what to do", async () => {
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

test("one pool a worker factory, also one that is written inline, and one for all who bring none", () => {
  const inline = () => sharedPool(() => new Worker("data:,"));
  expect(sharedPool()).toBe(sharedPool());
  expect(inline()).toBe(inline());
  expect(inline()).not.toBe(sharedPool());
  expect(sharedPool(() => new Worker("data:,other"))).not.toBe(inline());
});
