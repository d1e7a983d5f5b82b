/** Headers and ends of files: what reads untrusted bytes first, and before anything was checked. */
import fc from "fast-check";
import { FIRST_READ_BYTES } from "../../../src/core/inspect/byte-reader.js";
import { inspectImage } from "../../../src/core/inspect/inspect-image.js";
import { mediaTypeOf } from "../../../src/core/inspect/media-type.js";
import { isTruncated } from "../../../src/core/truncation.js";
import type { ImageHeader } from "../../../src/core/types.js";
import { CountedBlob } from "../counted-blob.js";
import { type FuzzTarget, isCount, must } from "../fuzz-target.js";
import { anyFile } from "../mutations.js";

/** A header costs one read of 64 KiB and jumps; a walk over all of a file reads each byte once, and again where it turns back. */
const READS_PER_BYTE = 4;
/** Jumps are of 4 KiB; smaller steps stay within what is held. */
const BYTES_PER_READ = 1_024;
const READS_TO_BEGIN = 8;
/** Of one EXIF block, one HEIF header or one stretch of pixels. No field of a file decides on more. */
const MAX_HELD_BYTES = 1_048_576 + 4_096;

function checkReadings({ readings, size }: CountedBlob, step: string): void {
  const account = () => `${step}: ${JSON.stringify(readings)} of a file of ${size} bytes`;
  must(!readings.isOutside, account);
  must(readings.bytes <= READS_PER_BYTE * size + FIRST_READ_BYTES, account);
  must(readings.reads <= READS_TO_BEGIN + size / BYTES_PER_READ, account);
  must(readings.largest <= Math.min(size, MAX_HELD_BYTES), account);
}

function checkHeader(header: ImageHeader, size: number): void {
  const said = () => JSON.stringify(header);
  must(isCount(header.width) && isCount(header.height), said);
  must(header.mediaType === "image/svg+xml" || Math.min(header.width, header.height) >= 1, said);
  must(Number.isInteger(header.orientation) && header.orientation >= 1 && header.orientation <= 8, said);
  must(header.frames === "one" || header.frames === "many", said);
  must(header.alpha === undefined || typeof header.alpha === "boolean", said);
  must(header.bytes === size, said);
}

export const pictures: FuzzTarget = {
  name: "inspectImage and isTruncated",
  share: 330,
  property: () =>
    fc.asyncProperty(anyFile, async (bytes) => {
      const blob = new CountedBlob([bytes]);
      const header = await inspectImage(blob);
      checkReadings(blob, "inspectImage");
      if (!header) return;
      checkHeader(header, bytes.length);
      must(header.mediaType === mediaTypeOf(bytes), () => `${header.mediaType} is not what the signature says`);
      const again = new CountedBlob([bytes]);
      must(typeof (await isTruncated(again, header)) === "boolean", () => "isTruncated answers neither yes nor no");
      checkReadings(again, "isTruncated");
    }),
};
