/** Lossless metadata removal from damaged and forged files, and of sound ones full of metadata. */
import fc from "fast-check";
import { createByteReader } from "../../../src/formats/byte-reader.js";
import { inspectImage } from "../../../src/formats/inspect-image.js";
import type { Stripped } from "../../../src/formats/stripped.js";
import { registry } from "../../../src/formats/registry.js";
import type { ImageHeader } from "../../../src/shared/types.js";
import type { Bytes } from "../../fixtures/bytes/write.js";
import { type FuzzTarget, must } from "../fuzz-target.js";
import { anyFile } from "../mutations.js";
import { loaded } from "../loaded-files.js";
import { samePixels } from "../same-pixels.js";

/** The parts of these are kept or removed as a whole; JPEG and WebP have lengths and flags to adjust. */
const ONLY_PARTS = new Set(["image/png", "image/gif"]);

/** The list of what went is shown to people and kept in logs. */
const MAX_REMOVED_CHARS = 2_000;

const SIGNATURE_BYTES = 2;

function isSubsequence(part: Bytes, whole: Bytes): boolean {
  let at = 0;
  for (const byte of part) {
    at = whole.indexOf(byte, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Sides as stored: an upright size is turned by the EXIF that went. */
const stored = ({ width, height, orientation }: ImageHeader) =>
  orientation >= 5 ? `${height}x${width}` : `${width}x${height}`;

async function checkStripped(bytes: Bytes): Promise<Stripped | undefined> {
  const mediaType = registry.sniff(bytes);
  const before = bytes.slice();
  const stripped = mediaType && registry.strip(bytes, mediaType);
  must(Buffer.compare(before, bytes) === 0, () => "the file itself was changed");
  if (!stripped) return undefined;
  const { removed } = stripped;
  must(stripped.bytes.length <= bytes.length, () => `${bytes.length} bytes became ${stripped.bytes.length}`);
  must(
    (removed.length === 0) === (stripped.bytes === bytes),
    () => `removed ${removed.join()}: but the bytes say otherwise`,
  );
  must(removed.join(", ").length <= MAX_REMOVED_CHARS, () => `a list of ${removed.length} removed parts`);
  must(
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    removed.every((label) => !/[\u0000-\u001f\u007f-\u009f]/.test(label)),
    () => `control characters in ${JSON.stringify(removed)}`,
  );
  must(
    Buffer.compare(stripped.bytes.subarray(0, SIGNATURE_BYTES), bytes.subarray(0, SIGNATURE_BYTES)) === 0,
    () => "another beginning",
  );
  must(
    registry.sniff(stripped.bytes) === mediaType,
    () => `it was ${mediaType}, now it is ${String(registry.sniff(stripped.bytes))}`,
  );
  if (ONLY_PARTS.has(mediaType)) must(isSubsequence(stripped.bytes, bytes), () => "holds what was not there");
  const second = registry.strip(stripped.bytes, mediaType);
  must(second?.removed.length === 0, () => `stripping again removes ${String(second?.removed.join())}`);

  const header = await inspectImage(new Blob([bytes]));
  if (!header) return stripped;
  const after = await inspectImage(new Blob([stripped.bytes]));
  must(
    after !== undefined && stored(after) === stored(header),
    () => `${JSON.stringify(header)} became ${JSON.stringify(after)}`,
  );
  must(after.alpha === header.alpha, () => `alpha ${String(header.alpha)} became ${String(after.alpha)}`);
  must(
    header.mediaType === "image/jpeg" || after.frames === header.frames,
    () => `frames ${header.frames} became ${after.frames}`,
  );
  if (!(await registry.isTruncated(createByteReader(new Blob([bytes])), header))) {
    must(
      !(await registry.isTruncated(createByteReader(new Blob([stripped.bytes])), after)),
      () => "truncated by stripping",
    );
  }
  return stripped;
}

export const metadataStrip: FuzzTarget = {
  name: "stripMetadata",
  share: 190,
  property: () => fc.asyncProperty(anyFile, async (bytes) => void (await checkStripped(bytes))),
};

/** Decoded twice by another decoder, so few of them. */
export const soundStrip: FuzzTarget = {
  name: "stripMetadata, decoded",
  share: 2,
  property: () =>
    fc.asyncProperty(loaded, async ({ bytes, secret }) => {
      const stripped = await checkStripped(bytes);
      must(stripped !== undefined, () => "a sound file with metadata was not stripped");
      must(!Buffer.from(stripped.bytes).includes(secret), () => "a secret is left");
      must(await samePixels(bytes, stripped.bytes), () => "other pixels");
    }),
};
