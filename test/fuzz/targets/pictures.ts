/** Headers and ends of files: what reads untrusted bytes first, and before anything was checked. */
import fc from "fast-check";
import { createByteReader, FIRST_READ_BYTES } from "../../../src/formats/byte-reader.js";
import { registry } from "../../../src/formats/registry.js";
import type { ImageHeader } from "../../../src/shared/types.js";
import type { Bytes } from "../../fixtures/bytes/write.js";
import { CountedBlob } from "../counted-blob.js";
import { type FuzzTarget, isCount, must } from "../fuzz-target.js";
import { anyFile, stretched } from "../mutations.js";

/** A header costs one read of 64 KiB and jumps; a walk over the file reads each byte once, and again after going back. */
const READS_PER_BYTE = 4;
/** Jumps are of 4 KiB; smaller steps stay within what is held. */
const BYTES_PER_READ = 1_024;
const READS_TO_BEGIN = 8;
/** Of one EXIF block, one HEIF header or one stretch of pixels. No field of a file decides on more. */
const MAX_HELD_BYTES = 1_048_576 + 4_096;

/** The profile used for Display P3 that is stated by number. */
const MAX_P3_BYTES = 1_024;

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

async function checkFile(parts: readonly (Bytes | Blob)[]): Promise<void> {
  const blob = new CountedBlob([...parts]);
  const reader = createByteReader(blob);
  const header = await registry.inspect(reader);
  checkReadings(blob, "inspectImage");
  if (!header) return;
  checkHeader(header, blob.size);
  // One reader for all, and one account.
  must(
    typeof (await registry.isTruncated(reader, header)) === "boolean",
    () => "isTruncated answers neither yes nor no",
  );
  checkReadings(blob, "isTruncated");
  const colours = await registry.readColours(reader, header.mediaType);
  must((colours?.profile.length ?? 0) <= blob.size + MAX_P3_BYTES, () => `${colours?.profile.length} bytes of profile`);
  checkReadings(blob, "readColours");
  const [start] = parts;
  if (start instanceof Uint8Array && parts.length === 1)
    must(header.mediaType === registry.sniff(start), () => `${header.mediaType} is not what the signature says`);
}

export const pictures: FuzzTarget = {
  name: "inspectImage, isTruncated and readColours",
  share: 320,
  property: () => fc.asyncProperty(anyFile, (bytes) => checkFile([bytes])),
};

/** More than may be held at once, so that a field of the file that decides how much is held shows. Shared by all inputs: nothing is copied. */
const LARGE_BYTES = 3 * MAX_HELD_BYTES;
const fillings = [[0], [0xff], [0xfe, 1], [0x21, 0xfe, 0], [0, 0, 0, 8, 0x66, 0x72, 0x65, 0x65]].map(
  (pattern) => new Blob([Uint8Array.from({ length: LARGE_BYTES }, (_, at) => pattern[at % pattern.length]!)]),
);

export const largePictures: FuzzTarget = {
  name: "the same in large files",
  share: 10,
  property: () =>
    fc.asyncProperty(fc.oneof(stretched, anyFile), fc.constantFrom(...fillings), anyFile, (start, filling, end) =>
      checkFile([start, filling, end]),
    ),
};
