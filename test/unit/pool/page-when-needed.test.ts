import { afterEach, expect, test, vi } from "vitest";
import type { EncodeJob } from "../../../src/pixels/encode-job.js";
import { encodeOnPage } from "../../../src/pool/page-when-needed.js";

const job: EncodeJob = {
  file: new Blob(["x"]),
  mediaType: "image/jpeg",
  source: { width: 8, height: 8, orientation: 1 },
  target: { width: 8, height: 8 },
  output: { mediaType: "image/jpeg", quality: 0.85, background: "#ffffff" },
  timeoutMs: 1_000,
};

afterEach(() => {
  vi.doUnmock("../../../src/pool/page.js");
});

test("a part of the app that is not there any more is told of as a failure, as any other", async () => {
  vi.doMock("../../../src/pool/page.js", () => {
    throw new Error("404");
  });
  expect(await encodeOnPage(job)).toMatchObject({ status: "failed", failure: "unencodable", detail: expect.stringContaining("could not be loaded") as string });
});

test("once called off, with the signal's reason", async () => {
  vi.doMock("../../../src/pool/page.js", () => {
    throw new Error("404");
  });
  await expect(encodeOnPage({ ...job, signal: AbortSignal.abort("enough") })).rejects.toBe("enough");
});

test("what is there does the work, or says that it cannot here", async () => {
  expect(await encodeOnPage(job)).toMatchObject({ status: "failed", detail: expect.stringContaining("Nothing here can decode") as string });
});
