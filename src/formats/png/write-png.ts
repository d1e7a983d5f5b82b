/** Pixels as a PNG without compression, for small pictures only. */
import { concat } from "../../shared/concat.js";
import { bytesOf } from "../bytes.js";
import { crc32 } from "./crc32.js";
import { PNG_SIGNATURE } from "./chunks.js";

/** Largest stored block of deflate. */
const BLOCK_BYTES = 65_535;

export interface PngOptions {
  /** The height that the header states, which a probe may set wrong. @default the height */
  statedHeight?: number;
  /** An ICC profile. @default none, which means sRGB */
  profile?: Uint8Array | undefined;
}

/** `rgba`: straight alpha, top row first. */
export function writePng(
  rgba: Uint8Array,
  width: number,
  height: number,
  { statedHeight = height, profile }: PngOptions = {},
): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(height * (width * 4 + 1));
  for (let y = 0; y < height; y++) rows.set(rgba.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1);
  // Eight bits, RGBA, the one compression, the one filter method, not interlaced.
  const header = Uint8Array.from([...u32(width), ...u32(statedHeight), 8, 6, 0, 0, 0]);
  // A name of one letter, the end of the name, and the only compression method.
  const colours = profile ? [pngChunk("iCCP", concat([Uint8Array.of(0x70, 0, 0), stored(profile)]))] : [];
  return concat([
    Uint8Array.from(PNG_SIGNATURE),
    pngChunk("IHDR", header),
    ...colours,
    pngChunk("IDAT", stored(rows)),
    pngChunk("IEND", new Uint8Array(0)),
  ]);
}

/** Length, type and content, and the checksum after it. */
export function pngChunk(type: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const body = concat([bytesOf(type), content]);
  return concat([u32(content.length), body, u32(crc32(body))]);
}

function stored(data: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let at = 0; at < data.length; at += BLOCK_BYTES) {
    const block = data.subarray(at, at + BLOCK_BYTES);
    const isLast = at + BLOCK_BYTES >= data.length ? 1 : 0;
    const { length } = block;
    parts.push(Uint8Array.of(isLast, length, length >> 8, ~length, ~length >> 8), block);
  }
  return concat([...parts, u32(adler32(data))]);
}

const u32 = (value: number): Uint8Array => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return ((b << 16) | a) >>> 0;
}
