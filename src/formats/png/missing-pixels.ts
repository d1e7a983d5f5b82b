/** Checks that a PNG is complete by unpacking and counting its pixels, and checking each row's filter. */
import type { Problem } from "../problem.js";
import { type ByteReader, readExactly } from "../byte-reader.js";
import { CHECKSUM_BYTES, CHUNK_HEAD_BYTES, PIXELS_READ_BYTES, pngChunks } from "./chunks.js";
import { filterCheck, pngLayout, type PngRows, pngRows, totalBytes } from "./rows.js";

/** Passed on in pieces, so that the main thread stays responsive if it has to unpack. */
const PIECE_BYTES = 65_536;

/**
 * `undefined`: none is missing, or it is unknown (a browser without `DecompressionStream`). Unpacks at most as much as the header
 * asks for, and keeps none of it. Once the last row is `drawn`, all rows above it are known to be there, since decoders go from
 * top to bottom; the rest is not unpacked, because that takes longer than decoding. An interlaced picture has a last row long
 * before it is complete.
 */
export async function missingPngPixels(reader: ByteReader, drawn?: AbortSignal): Promise<Problem | undefined> {
  if (typeof DecompressionStream === "undefined") return undefined;
  const layout = pngLayout(await reader.read(16, 13));
  const passes = pngRows(layout);
  if (passes === undefined) return undefined;
  const wanted = totalBytes(passes);
  const isKnown = () => !layout.isInterlaced && drawn?.aborted === true;
  const { bytes, isBroken, isFiltered } = await unpackedBytes(reader, passes, isKnown);
  if (!isFiltered) return { kind: "damaged", why: "a row of its pixels has a filter that there is not" };
  // Data after the end of the stream is an error too, but no pixel is missing.
  if (bytes >= wanted) return undefined;
  if (!isBroken && isKnown()) return undefined;
  if (!isBroken) return { kind: "truncated", why: `it holds ${Math.floor((100 * bytes) / wanted)} % of its pixels` };
  return { kind: "damaged", why: "its pixels cannot be unpacked" };
}

async function unpackedBytes(
  reader: ByteReader,
  passes: readonly PngRows[],
  isKnown: () => boolean,
): Promise<{ bytes: number; isBroken: boolean; isFiltered: boolean }> {
  const wanted = totalBytes(passes);
  const areFilters = filterCheck(passes);
  const stream = new DecompressionStream("deflate");
  const unpacked = stream.readable.getReader();
  const fed = feed(stream.writable.getWriter(), reader);
  // Awaited below; this prevents an unhandled rejection meanwhile.
  fed.catch(() => undefined);
  let bytes = 0;
  let isBroken = false;
  let isFiltered = true;
  try {
    while (bytes < wanted && isFiltered && !isKnown()) {
      const { done, value } = await unpacked.read();
      if (done) break;
      bytes += value.length;
      isFiltered = areFilters(value);
    }
  } catch {
    // Broken data, or an abort, for which `fed` rejects below.
    isBroken = true;
  }
  // Cancelling the reader makes the writer fail, so that nothing more of the file is read.
  await unpacked.cancel().catch(() => undefined);
  await fed;
  return { bytes, isBroken, isFiltered };
}

/** The content of the IDAT chunks, one after another. Rejects only if the file cannot be read, or on abort. */
async function feed(writer: WritableStreamDefaultWriter<BufferSource>, reader: ByteReader): Promise<void> {
  try {
    for await (const piece of pixelPieces(reader)) {
      const isWanted = await writer.write(piece).then(
        () => true,
        () => false,
      );
      if (!isWanted) return;
    }
    await writer.close().catch(() => undefined);
  } catch (cause) {
    // Otherwise the reading end would wait forever.
    await writer.abort(cause).catch(() => undefined);
    throw cause;
  }
}

async function* pixelPieces(reader: ByteReader): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const { type, from, to } of pngChunks(reader, { readBytes: PIXELS_READ_BYTES })) {
    if (type === "IEND") return;
    const end = type === "IDAT" ? Math.min(to - CHECKSUM_BYTES, reader.size) : from;
    for (let at = from + CHUNK_HEAD_BYTES; at < end; at += PIECE_BYTES) {
      const length = Math.min(PIECE_BYTES, end - at);
      yield (await readExactly(reader, at, length)).slice();
    }
  }
}
