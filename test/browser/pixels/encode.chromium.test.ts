import { describe, expect, test } from "vitest";
import { PLACES } from "../../fixtures/canvas/encoders.js";
import { busy, canvasFile } from "../../fixtures/canvas/files.js";
import { jobFor } from "../../fixtures/canvas/jobs.js";

// Firefox gives half a picture without a word, and WebKitGTK a blank one: elsewhere the core looks for the file's end.
describe.each(PLACES)("encoding: truncated files in the $place, in Chromium", ({ encode }) => {
  test.each(["image/jpeg", "image/png"])("half a %s is undecodable", async (type) => {
    const source = { width: 800, height: 600 };
    const whole = await canvasFile(source, busy, type);
    const half = whole.slice(0, whole.size / 2, type);
    expect(await encode(jobFor(half, { source }))).toMatchObject({ status: "failed", failure: "undecodable" });
  });
});
