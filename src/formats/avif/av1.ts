/** Reads the size in an AV1 stream's sequence header (AV1 bitstream specification, sections 5.3 to 5.5). */
import type { Size } from "../../shared/types.js";

/** Bytes at the beginning of a stream that include its sequence header; with all options and one operating point it takes 40. */
export const SEQUENCE_HEADER_BYTES = 256;

const SEQUENCE_HEADER = 1;
const TEMPORAL_DELIMITER = 2;

/** `undefined`: the bytes are not an AV1 stream, or too few. */
export function av1Size(bytes: Uint8Array): Size | undefined {
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at]!;
    const type = (first >> 3) & 15;
    if (first & 128 || (type !== SEQUENCE_HEADER && type !== TEMPORAL_DELIMITER)) return undefined;
    const head = at + (first & 4 ? 2 : 1);
    const { start, length } = first & 2 ? statedLength(bytes, head) : { start: head, length: bytes.length - head };
    if (type === SEQUENCE_HEADER) return sizeIn(bytes.subarray(start, start + length));
    at = start + length;
  }
  return undefined;
}

/** Seven bits per byte, lowest first; the highest bit says that more follow. */
function statedLength(bytes: Uint8Array, at: number): { start: number; length: number } {
  let length = 0;
  for (let count = 0; count < 4; count++) {
    const byte = bytes[at + count] ?? 0;
    length |= (byte & 127) << (7 * count);
    if (byte < 128) return { start: at + count + 1, length };
  }
  return { start: at + 4, length };
}

function sizeIn(header: Uint8Array): Size | undefined {
  let at = 0;
  const bits = (count: number): number => {
    let value = 0;
    for (const end = at + count; at < end; at++) value = value * 2 + (((header[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
    return value;
  };
  const flag = () => bits(1) === 1;

  // Profile, still picture.
  bits(4);
  if (flag()) bits(5);
  else skipOperatingPoints(bits, flag);
  const widthBits = bits(4) + 1;
  const heightBits = bits(4) + 1;
  const size = { width: bits(widthBits) + 1, height: bits(heightBits) + 1 };
  return at > header.length * 8 ? undefined : size;
}

function skipOperatingPoints(bits: (count: number) => number, flag: () => boolean): void {
  let delayBits = 0;
  if (flag()) {
    bits(64);
    if (flag()) skipExpGolomb(bits, flag);
    if (flag()) {
      delayBits = bits(5) + 1;
      bits(42);
    }
  }
  const hasDisplayDelay = flag();
  for (let points = bits(5) + 1; points > 0; points--) {
    bits(12);
    if (bits(5) > 7) bits(1);
    if (delayBits > 0 && flag()) bits(2 * delayBits + 1);
    if (hasDisplayDelay && flag()) bits(4);
  }
}

function skipExpGolomb(bits: (count: number) => number, flag: () => boolean): void {
  let zeros = 0;
  while (zeros < 32 && !flag()) zeros++;
  if (zeros < 32) bits(zeros);
}
