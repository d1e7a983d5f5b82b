/** What is not needed any more goes at once, not when a browser collects its garbage. */
import { expect, test } from "vitest";
import { createByteReader } from "../../src/formats/byte-reader.js";
import { releaseMemory } from "../../src/shared/release-memory.js";
import { prepareWith } from "../../src/pool/prepare.js";
import type { EncodePicture } from "../../src/pixels/encode-job.js";
import { encodeOnPage } from "../../src/pixels/encode-on-page.js";
import { canvasFile, quadrants } from "../fixtures/canvas/files.js";
import { poolOf } from "../fixtures/pool-of.js";

const SIZE = 300_000;

test("releaseMemory: the pieces that a file was walked with", async () => {
  const reader = createByteReader(new Blob([new Uint8Array(SIZE).fill(7)]));
  await reader.read(0, 4);
  let walked = new Uint8Array();
  const sum = await reader.look(100_000, 150_000, (bytes) => {
    walked = bytes as Uint8Array<ArrayBuffer>;
    return bytes.reduce((total, byte) => total + byte, 0);
  });
  expect(sum).toBe(150_000 * 7);
  expect(walked.buffer.byteLength).toBe(0);
  // Memory that the next check needs has not been released.
  expect(await reader.look(10, 20, (bytes) => bytes.length)).toBe(20);
  expect((await reader.read(0, 4))[0]).toBe(7);
});

test("releaseMemory: the pieces of a file that is done", async () => {
  const reader = createByteReader(new Blob([new Uint8Array(SIZE).fill(7)]));
  const [first, latest] = [await reader.read(0, 4), await reader.read(200_000, 4)];
  reader.close();
  expect([first, latest].map(({ buffer }) => buffer.byteLength)).toEqual([0, 0]);
});

test("releaseMemory: the bytes of a picture once its blob and base64 are made", async () => {
  const made: Uint8Array[] = [];
  const encode: EncodePicture = async (job) => {
    const outcome = await encodeOnPage(job);
    if (outcome.status === "encoded" && outcome.width > 64) made.push(outcome.bytes);
    return outcome;
  };
  const image = await prepareWith(poolOf(encode), await canvasFile({ width: 1600, height: 1200 }, quadrants));
  expect(made.map(({ buffer }) => buffer.byteLength)).toEqual([0]);
  expect(image.blob.size).toBe(image.bytes);
  expect(atob(image.base64)).toHaveLength(image.bytes);
  expect(new Uint8Array(await image.blob.arrayBuffer()).subarray(0, 2)).toEqual(Uint8Array.of(0xff, 0xd8));
});

test("releaseMemory: leaves bytes that share a buffer", () => {
  const all = new Uint8Array(8);
  releaseMemory(all.subarray(0, 4));
  expect(all).toHaveLength(8);
  releaseMemory(all);
  expect(all).toHaveLength(0);
});
