import { expect, test, vi } from "vitest";
import { createByteReader, FIRST_READ_BYTES } from "../../../src/formats/byte-reader.js";

const SIZE = 300_000;
const bytes = Uint8Array.from({ length: SIZE }, (_, at) => at % 251);
const open = () => {
  const blob = new Blob([bytes]);
  return { reader: createByteReader(blob), slices: vi.spyOn(blob, "slice") };
};

test("byte reader: gives the bytes from an offset on, wherever it jumps", async () => {
  const { reader } = open();
  for (const [offset, least] of [
    [0, 10],
    [200_000, 9_000],
    [5, 70_000],
    [299_990, 10],
    [299_990, 50],
    [150_000, 1],
  ] as const) {
    const got = await reader.read(offset, least);
    expect(got.length).toBeGreaterThanOrEqual(Math.min(least, SIZE - offset));
    expect([...got.subarray(0, least)]).toEqual([...bytes.subarray(offset, offset + least)]);
  }
});

test("byte reader: never reads past the end", async () => {
  const { reader, slices } = open();
  expect((await reader.read(SIZE, 10)).length).toBe(0);
  expect((await reader.read(SIZE + 5_000, 10)).length).toBe(0);
  expect((await reader.read(SIZE - 3, 10)).length).toBe(3);
  expect(slices.mock.calls.every(([, end = 0]) => end <= SIZE)).toBe(true);
});

test("byte reader: does not read twice what it holds", async () => {
  const { reader, slices } = open();
  await reader.read(0, 8);
  await reader.read(60_000, FIRST_READ_BYTES - 60_000);
  await reader.read(12, 100);
  expect(slices).toHaveBeenCalledTimes(1);
});

test("byte reader: keeps the beginning while it reads elsewhere", async () => {
  const { reader, slices } = open();
  await reader.read(0, 8);
  await reader.read(200_000, 8);
  await reader.read(60_000, 8);
  await reader.read(200_000, 100);
  expect(slices).toHaveBeenCalledTimes(2);
});

test("byte reader: does not hold long pieces: nothing of a complete file stays in memory", async () => {
  const { reader, slices } = open();
  await reader.read(0, 8);
  await reader.read(10, 290_000);
  await reader.read(30_000, 8);
  expect(slices).toHaveBeenCalledTimes(2);
  await reader.read(250_000, 8);
  expect(slices).toHaveBeenCalledTimes(3);
});

test("byte reader: reads little where it lands after a jump", async () => {
  const { reader, slices } = open();
  await reader.read(0, 8);
  await reader.read(200_000, 8);
  expect(slices.mock.lastCall).toEqual([200_000, 204_096]);
});

test("byte reader: leaves no listener on the signal", async () => {
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

test("byte reader: a signal that fires as a read begins has no listener left", async () => {
  const controller = new AbortController();
  const listened = vi.spyOn(controller.signal, "addEventListener");
  const blob = new Blob([bytes]);
  const slice = blob.slice.bind(blob);
  vi.spyOn(blob, "slice").mockImplementation((...where) => {
    controller.abort("called off");
    return slice(...where);
  });
  const reader = createByteReader(blob, controller.signal);
  await expect(reader.read(0, 8)).rejects.toBe("called off");
  expect(listened).not.toHaveBeenCalled();
});
