import { expect, test, vi } from "vitest";
import { createByteReader, createEndsReader, FIRST_READ_BYTES } from "../../../../src/core/inspect/byte-reader.js";

const SIZE = 300_000;
const bytes = Uint8Array.from({ length: SIZE }, (_, at) => at % 251);
const open = (create = createByteReader, size = SIZE) => {
  const blob = new Blob([bytes.subarray(0, size)]);
  const slices = vi.spyOn(blob, "slice");
  return { reader: create(blob), slices };
};

test.each([createByteReader, createEndsReader])("gives the bytes from an offset on, wherever it jumps: %o", async (create) => {
  const { reader } = open(create);
  for (const [offset, least] of [
    [0, 10],
    [200_000, 9_000],
    [5, 70_000],
    [299_990, 10],
    [299_990, 50],
    [150_000, 1],
    [65_530, 6],
    [65_530, 7],
    [SIZE - 65_536, 65_536],
    [SIZE - 65_537, 65_537],
  ] as const) {
    const got = await reader.read(offset, least);
    expect(got.length).toBeGreaterThanOrEqual(Math.min(least, SIZE - offset));
    expect([...got.subarray(0, least)]).toEqual([...bytes.subarray(offset, offset + least)]);
  }
});

test.each([createByteReader, createEndsReader])("never reads past the end: %o", async (create) => {
  const { reader, slices } = open(create);
  expect((await reader.read(SIZE, 10)).length).toBe(0);
  expect((await reader.read(SIZE + 5_000, 10)).length).toBe(0);
  expect((await reader.read(SIZE - 3, 10)).length).toBe(3);
  expect(slices.mock.calls.every(([, end = 0]) => end <= SIZE)).toBe(true);
});

test("does not read twice what it holds", async () => {
  const { reader, slices } = open();
  await reader.read(0, 8);
  await reader.read(60_000, FIRST_READ_BYTES - 60_000);
  await reader.read(12, 100);
  expect(slices).toHaveBeenCalledTimes(1);
});

test("reads little where it lands after a jump", async () => {
  const { reader, slices } = open();
  await reader.read(0, 8);
  await reader.read(200_000, 8);
  expect(slices.mock.lastCall).toEqual([200_000, 204_096]);
});

test("reads both ends at once, before it is asked, and never again", async () => {
  const { reader, slices } = open(createEndsReader);
  expect(slices.mock.calls).toEqual([[0, 65_536], [SIZE - 65_536, SIZE]]);
  await reader.read(0, 8);
  await reader.read(SIZE - 8, 8);
  await reader.read(65_000, 500);
  expect(slices).toHaveBeenCalledTimes(2);
  await reader.read(100_000, 8);
  await reader.read(0, 8);
  expect(slices).toHaveBeenCalledTimes(3);
});

test.each([0, 1, 65_536])("a file of %i bytes is read once", async (size) => {
  const { reader, slices } = open(createEndsReader, size);
  expect((await reader.read(0, 8)).length).toBe(Math.min(size, 65_536));
  expect(slices).toHaveBeenCalledTimes(1);
});

test("an abort is told to who reads, before and after it, and to nobody else", async () => {
  const reason = new Error("gone");
  const controller = new AbortController();
  const reader = createEndsReader(new Blob([bytes]), controller.signal);
  const early = reader.read(0, 8);
  controller.abort(reason);
  await expect(early).rejects.toBe(reason);
  await expect(reader.read(0, 8)).rejects.toBe(reason);
});

test("leaves no listener on the signal", async () => {
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, "addEventListener");
  const gone = vi.spyOn(signal, "removeEventListener");
  const reader = createByteReader(new Blob([bytes]), signal);
  await reader.read(0, 8);
  await reader.read(200_000, 8);
  await Promise.resolve();
  expect(added).toHaveBeenCalledTimes(2);
  expect(gone).toHaveBeenCalledTimes(2);
});
