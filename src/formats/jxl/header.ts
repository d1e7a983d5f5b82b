/** JPEG XL (ISO/IEC 18181-1, annexes D and E): size and orientation from the head of the codestream, bare or in a container of boxes. */
import type { Orientation, Size } from "../../shared/types.js";
import { areBoxesTruncated, topBoxes } from "../iso/boxes.js";
import { type ByteReader, readExactly } from "../byte-reader.js";
import { startsWith } from "../bytes.js";
import type { ReadStoredHeader, StoredHeader } from "../format.js";

/** More bytes than the fields below take. */
const HEADER_BYTES = 64;
/** A `jxlp` box begins with the index of its part. */
const PIECE_NUMBER_BYTES = 4;

export const isJxl = (bytes: Uint8Array): boolean => isCodestream(bytes) || startsWith(bytes, "\0\0\0\x0cJXL \r\n");

const isCodestream = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0x0a;

/** In a container; a bare codestream does not say where it ends. */
export const isJxlTruncated = async (reader: ByteReader): Promise<boolean> =>
  !isCodestream(await reader.read(0, 2)) && areBoxesTruncated(reader);

/** EXIF in the container is ignored, as by decoders: the codestream states the orientation. */
export const readJxl: ReadStoredHeader = async (reader) => {
  const bytes = await codestream(reader);
  return bytes && isCodestream(bytes) ? headerOf(bytes) : undefined;
};

async function codestream(reader: ByteReader): Promise<Uint8Array | undefined> {
  const bytes = await readExactly(reader, 0, HEADER_BYTES);
  if (isCodestream(bytes)) return bytes;
  for await (const { type, start } of topBoxes(reader)) {
    if (type === "jxlc") return readExactly(reader, start, HEADER_BYTES);
    if (type === "jxlp") return readExactly(reader, start + PIECE_NUMBER_BYTES, HEADER_BYTES);
  }
  return undefined;
}

/** The format's U32: two bits select one of four encodings, each a number of bits and an offset. */
type Range = readonly [bits: number, offset: number];
type Ranges = readonly [Range, Range, Range, Range];

const SIDES: Ranges = [
  [9, 1],
  [13, 1],
  [18, 1],
  [30, 1],
];
/** Width to height, by `ratio - 1`; with ratio 0 the width is written out. */
const RATIOS = [
  [1, 1],
  [12, 10],
  [4, 3],
  [3, 2],
  [16, 9],
  [5, 4],
  [2, 1],
] as const;
const INTEGER_BITS: Ranges = [
  [0, 8],
  [0, 10],
  [0, 12],
  [6, 1],
];
const FLOAT_BITS: Ranges = [
  [0, 32],
  [0, 16],
  [0, 24],
  [6, 1],
];

interface Bits {
  take: (count: number) => number;
  flag: () => boolean;
  inRange: (ranges: Ranges) => number;
  isPastEnd: () => boolean;
}

function headerOf(bytes: Uint8Array): StoredHeader | undefined {
  const bits = bitsOf(bytes, 16);
  const size = readSize(bits);
  const rest = readMetadata(bits);
  return bits.isPastEnd() ? undefined : { ...size, ...rest };
}

function readSize({ take, flag, inRange }: Bits): Size {
  const isSmall = flag();
  const side = () => (isSmall ? (take(5) + 1) * 8 : inRange(SIDES));
  const height = side();
  const ratio = take(3);
  const [across, down] = RATIOS[ratio - 1] ?? [0, 1];
  return { width: ratio === 0 ? side() : Math.floor((height * across) / down), height };
}

/** Stops at a preview or an animation header: alpha is then unknown. */
function readMetadata(bits: Bits): Pick<StoredHeader, "orientation" | "frames" | "alpha"> {
  const { take, flag, inRange } = bits;
  let orientation: Orientation = 1;
  if (flag()) return { orientation, frames: "one", alpha: false };
  if (flag()) {
    orientation = (take(3) + 1) as Orientation;
    // Intrinsic size.
    if (flag()) readSize(bits);
    if (flag()) return { orientation, frames: "one", alpha: undefined };
    if (flag()) return { orientation, frames: "many", alpha: undefined };
  }
  const isFloat = flag();
  inRange(isFloat ? FLOAT_BITS : INTEGER_BITS);
  if (isFloat) take(4);
  // modular_16bit_buffers
  flag();
  // num_extra_channels: any of them may be alpha.
  return { orientation, frames: "one", alpha: take(2) === 0 ? false : undefined };
}

/** Reads the least significant bit of each byte first. */
function bitsOf(bytes: Uint8Array, start: number): Bits {
  let at = start;
  const take = (count: number): number => {
    let value = 0;
    for (let n = 0; n < count; n++, at++) value += (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) * 2 ** n;
    return value;
  };
  const inRange = (ranges: Ranges): number => {
    const [count, offset] = ranges[take(2) as 0 | 1 | 2 | 3];
    return take(count) + offset;
  };
  return { take, flag: () => take(1) === 1, inRange, isPastEnd: () => at > bytes.length * 8 };
}
