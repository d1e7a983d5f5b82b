import type { Size } from "../../shared/types.js";
import { type ByteReader, readExactly } from "../byte-reader.js";
import { startsWith, u16be } from "../bytes.js";
import { asOrientation, type ReadStoredHeader } from "../format.js";
import { exifOrientation, ifdEntry, ifdInMemory } from "../tiff/ifd.js";
import { APP1, APP2, headerSegments, isSof, type JpegSegment } from "./markers.js";

export const EXIF_PREFIX_BYTES = 6;
const MPF_IMAGE_COUNT_TAG = 0xb001;

/**
 * Walks from segment to segment up to the first scan. The frame header gives the size. EXIF may come after any other segment, and
 * before a size that is 600 KB into the file (3 of 20 camera files), so the walk jumps and does not scan.
 */
export const readJpeg: ReadStoredHeader = async (reader) => {
  let size: Size | undefined;
  let exif: Uint8Array | undefined;
  let pictures = 1;
  for await (const segment of headerSegments(reader)) {
    if (isSof(segment.marker)) {
      size ??= await readSize(reader, segment);
    } else if (segment.marker === APP1 && !exif) {
      // The first that is not empty, even if it does not state the orientation: as in Chromium, Firefox and Pillow.
      const block = await payloadOf(reader, segment, "Exif\0");
      if (block && block.length > EXIF_PREFIX_BYTES) exif = block.slice(EXIF_PREFIX_BYTES);
    } else if (segment.marker === APP2) {
      const mpf = await payloadOf(reader, segment, "MPF\0");
      if (mpf) pictures = countPictures(mpf.subarray(4));
    }
  }
  return (
    size && {
      ...size,
      orientation: asOrientation(exif && exifOrientation(exif)),
      frames: pictures > 1 ? "many" : "one",
      alpha: false,
    }
  );
};

async function readSize(reader: ByteReader, { start }: JpegSegment): Promise<Size | undefined> {
  const bytes = await reader.read(start, 5);
  return bytes.length < 5 ? undefined : { width: u16be(bytes, 3), height: u16be(bytes, 1) };
}

/** Read only if it is the requested kind: many segments share a marker. */
export async function payloadOf(
  reader: ByteReader,
  { start, end }: JpegSegment,
  prefix: string,
): Promise<Uint8Array | undefined> {
  const head = await reader.read(start, prefix.length);
  if (!startsWith(head, prefix)) return undefined;
  return readExactly(reader, start, end - start);
}

/** Multi-Picture Format (CIPA DC-007): stereo pairs, previews, gain maps, listed in the first picture's header. */
function countPictures(tiff: Uint8Array): number {
  const ifd = ifdInMemory(tiff);
  return (ifd && ifdEntry(ifd, MPF_IMAGE_COUNT_TAG)?.value) ?? 1;
}
