import { expect, test } from "vitest";
import { createEngine } from "../../../src/pool/pool.js";
import { sharedEngine } from "../../../src/pool/shared-engine.js";

const job = {
  file: new Blob([new Uint8Array(10)]),
  mediaType: "image/jpeg",
  source: { width: 2, height: 2, orientation: 1 },
  target: { width: 2, height: 2 },
  output: { mediaType: "image/jpeg", quality: 0.85, background: "#ffffff" },
  timeoutMs: 1000,
} as const;

test("where there is neither worker nor canvas, a job ends as an outcome", async () => {
  const engine = createEngine();
  engine.warm();
  expect(await engine.encode(job)).toMatchObject({ status: "failed", failure: "unencodable" });
});

test("where there is neither worker nor canvas, an aborted job still ends with its reason", async () => {
  const reason = new Error("left");
  await expect(createEngine().encode({ ...job, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test("one engine a worker factory, one for all who bring none", () => {
  const create = () => new Worker("data:,");
  expect(sharedEngine()).toBe(sharedEngine());
  expect(sharedEngine(create)).toBe(sharedEngine(create));
  expect(sharedEngine(create)).not.toBe(sharedEngine());
});
