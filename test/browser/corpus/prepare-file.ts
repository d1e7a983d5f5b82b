/** One file through the public function, with everything that may go wrong around it caught and named. */
import { expect, vi } from "vitest";
import { commands, server } from "vitest/browser";
import { ImageError, inspectImage, prepareImage, type PreparedImage, type PrepareOptions } from "vision-dropzone/core";
import type { PictureSource, Verdict } from "../../setup/picture-commands.js";
import { TINY_PX, TINY_TOLERANCE, TOLERANCE, type Difference } from "./known-differences.js";

/** Of one step; a decoder that hangs is ended by it, long before the test's own limit. */
const STEP_TIMEOUT_MS = 10_000;

export const browserName = server.config.browser.name;

/** What the table in docs/robustness.md is made of. */
export interface FileFacts {
  set: "shared" | "made";
  category: string;
  name: string;
  expected: string;
}

export const blobOf = async (base64: string): Promise<Blob> =>
  (await fetch(`data:application/octet-stream;base64,${base64}`)).blob();

/** The journal learns of the file before anything is done with it: a page that dies has said of what. */
export async function prepareFile(
  facts: FileFacts,
  blob: Blob,
  options: PrepareOptions = {},
): Promise<PreparedImage | ImageError> {
  const complaints = vi.spyOn(console, "error");
  await commands.beginFile(browserName, navigator.userAgent, facts.name);
  const startedAt = performance.now();
  const outcome = await prepareImage(blob, { timeoutMs: STEP_TIMEOUT_MS, ...options }).catch((error: unknown) => error);
  const ms = performance.now() - startedAt;
  const code = outcome instanceof ImageError ? outcome.code : undefined;
  const said = outcome instanceof ImageError ? outcome.message : "";
  await commands.endFile({ ...facts, browser: browserName, code, said, ms });
  expect(complaints, "console.error").not.toHaveBeenCalled();
  complaints.mockRestore();
  if (outcome instanceof ImageError) {
    expect(outcome.code, "no file may hang a decoder").not.toBe("decode-timeout");
    expect(outcome.message.length).toBeGreaterThan(15);
    return outcome;
  }
  if (outcome instanceof Error) throw outcome;
  return outcome as PreparedImage;
}

/** The finished file is what it says it is, shows what its source shows, and carries nothing else. */
export async function expectRightPicture(
  image: PreparedImage,
  source: PictureSource,
  known?: Difference,
): Promise<Verdict> {
  const verdict = await commands.judgePicture(source, image.base64);
  const { width, height, mediaType, bytes } = image;
  expect(verdict.sent).toEqual({ width, height, format: mediaType.slice("image/".length) });
  expect(await inspectImage(image.blob)).toMatchObject({ mediaType, width, height, bytes, orientation: 1 });
  expect(image.blob.type).toBe(mediaType);
  expect(verdict.leftovers).toEqual([]);
  const allowed = known ?? (Math.min(width, height) < TINY_PX ? TINY_TOLERANCE : TOLERANCE);
  if (verdict.distance) {
    expect(
      verdict.distance.mean,
      `mean distance to the reference${known ? ` (${known.why})` : ""}`,
    ).toBeLessThanOrEqual(allowed.mean);
    expect(verdict.distance.worstField, "worst field").toBeLessThanOrEqual(allowed.worstField);
  } else if (width * height > 16) {
    // No reference decoder reads it; at least it is no blank sheet.
    expect(verdict.liveliness, "a picture of one colour").toBeGreaterThan(1);
  }
  return verdict;
}
