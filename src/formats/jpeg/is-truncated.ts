import { type ByteReader, readExactly } from "../byte-reader.js";
import { EOI, headerSegments, SOS } from "./markers.js";

/** EOI is nearly always at the very end; otherwise it is followed by some kilobytes, or megabytes. */
const LEAST_BYTES = 4_096;
const MOST_BYTES = 1_048_576;
const GROWTH = 16;

/**
 * A complete JPEG has an EOI after its first scan. The search begins at the end of the file, where it nearly always is. The two
 * bytes cannot occur inside coded data, and if they belong to something after the picture (a second picture of an MPO, a Samsung
 * trailer, a video), then the picture itself is complete. A JPEG that lacks only this marker counts as truncated: Chromium
 * refuses it.
 */
export async function isJpegTruncated(reader: ByteReader): Promise<boolean> {
  const scanStart = await firstScan(reader);
  if (scanStart === undefined) return true;
  let end = reader.size;
  for (let bytes = LEAST_BYTES; end > scanStart; bytes = Math.min(MOST_BYTES, bytes * GROWTH)) {
    const start = Math.max(scanStart, end - bytes);
    if (holdsEnd(await readExactly(reader, start, end - start))) return false;
    if (start === scanStart) return true;
    // One byte is read twice, so that a marker across the border is found.
    end = start + 1;
  }
  return true;
}

async function firstScan(reader: ByteReader): Promise<number | undefined> {
  for await (const { marker, start } of headerSegments(reader)) if (marker === SOS) return start;
  return undefined;
}

function holdsEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.lastIndexOf(EOI); at > 0; at = bytes.lastIndexOf(EOI, at - 1)) {
    if (bytes[at - 1] === 0xff) return true;
  }
  return false;
}
