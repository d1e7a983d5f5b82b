import { expect, test } from "vitest";
import { readFile, readsAnswered } from "../../../src/pipeline/read-file.js";

const LONG_MS = 60_000;
const held = () => {
  let answer = () => {};
  const read = new Promise<void>((resolve) => (answer = resolve));
  return { reading: readFile(() => read, undefined), answer };
};

test("there is nothing to wait for while no file is read", async () => {
  expect(readsAnswered(LONG_MS)).toBeUndefined();
  await readFile(() => Promise.resolve(1), undefined);
  expect(readsAnswered(LONG_MS)).toBeUndefined();
});

test("all reads under way are waited for, one that fails like the others", async () => {
  const one = held();
  let fail = (_: unknown) => {};
  const other = readFile(() => new Promise<void>((_, reject) => (fail = reject)), undefined);
  let isOver = false;
  const answered = readsAnswered(LONG_MS)!.then(() => (isOver = true));
  one.answer();
  await one.reading;
  await new Promise((resolve) => void setImmediate(resolve));
  expect(isOver).toBe(false);
  fail(new DOMException("gone", "NotReadableError"));
  await expect(other).rejects.toMatchObject({ code: "file-unreadable" });
  await answered;
  expect(readsAnswered(LONG_MS)).toBeUndefined();
});

test("a read that does not answer is waited for once, and not for long", async () => {
  const silent = held();
  await readsAnswered(5);
  expect(readsAnswered(LONG_MS)).toBeUndefined();
  silent.answer();
  await silent.reading;
});
