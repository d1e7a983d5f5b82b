import { i32le, u16le, u32le } from "../bytes.js";
import type { ByteReader } from "../byte-reader.js";
import type { ReadStoredHeader } from "../format.js";

const CORE_HEADER_BYTES = 12;
/** From this size on (Windows V3) the header has a mask for alpha. */
const ALPHA_MASK_HEADER_BYTES = 56;

/** The fields that give a BMP's size and the length of its pixels. */
export interface BmpHeader {
  width: number;
  height: number;
  headerBytes: number;
  bitsPerPixel: number;
  /** 0 none, 1 and 2 RLE, 3 and 6 masks; in OS/2 files 3 is Huffman and 4 RLE24. */
  compression: number;
  pixelsStart: number;
  alphaMask: number;
}

/** Windows has sizes 12, 40, 52, 56, 108 and 124; OS/2 v2 has anything from 16 to 64. */
export const isBmpHeaderSize = (bytes: number): boolean =>
  bytes === CORE_HEADER_BYTES || (bytes >= 16 && bytes <= 64) || bytes === 108 || bytes === 124;

export async function readBmpHeader(reader: ByteReader): Promise<BmpHeader | undefined> {
  const bytes = await reader.read(0, 70);
  const headerBytes = u32le(bytes, 14);
  if (bytes.length < 26 || !isBmpHeaderSize(headerBytes)) return undefined;
  const pixelsStart = u32le(bytes, 10);
  if (headerBytes === CORE_HEADER_BYTES) {
    const size = { width: u16le(bytes, 18), height: u16le(bytes, 20) };
    return { ...size, headerBytes, bitsPerPixel: u16le(bytes, 24), compression: 0, pixelsStart, alphaMask: 0 };
  }
  return {
    width: Math.max(0, i32le(bytes, 18)),
    // Negative: the first row is the top one.
    height: Math.abs(i32le(bytes, 22)),
    headerBytes,
    bitsPerPixel: u16le(bytes, 28),
    compression: headerBytes >= 20 ? u32le(bytes, 30) : 0,
    pixelsStart,
    alphaMask: headerBytes === 64 || headerBytes < ALPHA_MASK_HEADER_BYTES ? 0 : u32le(bytes, 66),
  };
}

export const readBmp: ReadStoredHeader = async (reader) => {
  const header = await readBmpHeader(reader);
  return (
    header && { width: header.width, height: header.height, orientation: 1, frames: "one", alpha: alphaOf(header) }
  );
};

/** Only its pixels tell whether a 32-bit BMP has alpha, or whether an RLE one skips pixels, which are then transparent. */
function alphaOf({ alphaMask, bitsPerPixel, compression }: BmpHeader): boolean | undefined {
  if (alphaMask !== 0) return true;
  const isRunLength = compression === 1 || compression === 2 || compression === 4;
  return bitsPerPixel === 32 || isRunLength ? undefined : false;
}
