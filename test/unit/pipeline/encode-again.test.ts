import { describe, expect, it } from "vitest";
import type { EncodeJob, EncodeOutcome, WriteAgain } from "../../../src/pixels/encode-job.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import { poolOf } from "../../fixtures/pool-of.js";
import { imageFile } from "../../fixtures/sharp-images.js";
import { sizedBytes } from "../../fixtures/sized-pool.js";

/** Keeps the pixels and writes from them again; with `failsAgain` that fails. */
function keepingPool({ failsAgain = false } = {}) {
  const [jobs, requests]: [EncodeJob[], Parameters<WriteAgain>[0][]] = [[], []];
  const write = (target: EncodeJob["target"], quality: number): EncodeOutcome => ({
    status: "encoded",
    bytes: new Uint8Array(sizedBytes(target, quality)),
    mediaType: "image/jpeg",
    alpha: false,
    backend: "keeping",
    ...target,
  });
  const again: WriteAgain = async (request) => {
    requests.push(request);
    if (failsAgain) return { status: "failed", failure: "timeout", detail: "too slow", backend: "keeping" };
    return write(request.target, request.quality);
  };
  const pool = poolOf(async (job) => {
    // What decoders do with half a picture is found out with a small one.
    if (job.target.width > 64) jobs.push(job);
    const made = write(job.target, job.output.quality);
    return made.status === "encoded" && made.bytes.length > (job.maxBytes ?? Infinity) ? { ...made, again } : made;
  });
  return { pool, jobs, requests };
}

const photo = () => imageFile({ width: 2000, height: 1500 });

describe("encode again: a picture over its byte limit", () => {
  it("is decoded once and written again from the pixels that were kept", async () => {
    const { pool, jobs, requests } = keepingPool();
    const image = await prepareWith(pool, await photo(), { limits: { maxImageBytes: 60_000 } });
    expect(jobs).toHaveLength(1);
    expect(jobs[0]!.maxBytes).toBe(45_000);
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.length).toBeLessThanOrEqual(5);
    expect(image.base64.length).toBeLessThanOrEqual(60_000);
    expect(image.base64.length).toBeGreaterThanOrEqual(54_000);
  });

  it("is said to be made smaller for its bytes, with the figures of what is sent", async () => {
    const { pool } = keepingPool();
    const { changes, width, height } = await prepareWith(pool, await photo(), { limits: { maxImageBytes: 40_000 } });
    expect(changes).toContainEqual(expect.objectContaining({ code: "quality-lowered", from: 0.85 }));
    expect(changes).toContainEqual(
      expect.objectContaining({ code: "resized", because: "bytes", to: { width, height } }),
    );
  });

  it("is rejected when writing it again fails, and not decoded anew", async () => {
    const { pool, jobs } = keepingPool({ failsAgain: true });
    const work = prepareWith(pool, await photo(), { limits: { maxImageBytes: 60_000 } });
    await expect(work).rejects.toMatchObject({ code: "decode-timeout" });
    expect(jobs).toHaveLength(1);
  });
});
