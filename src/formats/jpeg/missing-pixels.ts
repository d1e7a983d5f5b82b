/** Checks that a JPEG's coded data runs from its first scan to EOI. Nothing is decoded: only markers are read. */
import type { Problem } from "../problem.js";
import { type ByteReader, readExactly } from "../byte-reader.js";
import { COM, EOI, isRestart, isSof, jpegSegments, SOI, SOS } from "./markers.js";

/** DHT, DAC, DQT, DNL, DRI, and segments that are allowed anywhere: APPn, comments. */
const isTable = (marker: number): boolean =>
  marker === 0xc4 ||
  marker === 0xcc ||
  (marker >= 0xdb && marker <= 0xdd) ||
  (marker >= 0xe0 && marker <= 0xef) ||
  marker === COM;
/** Baseline and extended: each component comes once and complete. */
const isSequential = (frame: number): boolean => frame === 0xc0 || frame === 0xc1;

/**
 * `undefined`: intact. If a picture stops where another one begins, or at a marker that is not allowed there, Firefox draws what
 * it can and leaves the rest grey; Chromium and WebKit refuse it.
 */
export async function missingJpegPixels(reader: ByteReader): Promise<Problem | undefined> {
  const seen = new Set<number>();
  let frame = 0;
  for await (const segment of jpegSegments(reader)) {
    if (!segment) return { kind: "truncated", why: "it ends between its scans" };
    const { marker, start, end } = segment;
    if (marker === EOI) return undefined;
    if (marker === SOI)
      return seen.size === 0 ? undefined : { kind: "truncated", why: "another picture begins before it ends" };
    if (isSof(marker)) frame = marker;
    // Decoders agree about everything in front of the first scan.
    else if (marker !== SOS && !isTable(marker) && !isRestart(marker) && seen.size > 0)
      return { kind: "damaged", why: "there is a marker in its pixels that cannot stand there" };
    if (marker !== SOS) continue;
    const header = await readExactly(reader, start, end - start);
    if (isSequential(frame) && isTwice(header, seen))
      return { kind: "damaged", why: "a part of its pixels comes twice" };
    for (const id of componentsOf(header)) seen.add(id);
  }
  return undefined;
}

const componentsOf = (header: Uint8Array): number[] =>
  Array.from({ length: header[0] ?? 0 }, (_, n) => header[1 + 2 * n] ?? 0);

const isTwice = (header: Uint8Array, seen: ReadonlySet<number>): boolean =>
  componentsOf(header).some((id) => seen.has(id));
