/** Unpacks one strip or tile: from its bytes in the file to samples of 8 bits, whatever their coding. */
import { decodeCcitt } from "./ccitt.js";
import { inflate } from "./inflate.js";
import { decodeJpeg, type JpegTables } from "./jpeg.js";
import { decodeLzw, decodePackBits } from "./lzw.js";
import { PHOTOMETRIC, TAGS, type TiffPage, unsupported } from "./page.js";

export interface Chunk {
  width: number;
  height: number;
  /** Samples per pixel here: one if they are in planes. */
  samples: number;
}

export interface Unpacked {
  /** 8 bits each, one after the other; palette indices are left as they are. */
  samples: Uint8Array;
  /** How many of the chunk's rows are there: all, unless it ends early. */
  rows: number;
}

interface UnpackOptions {
  littleEndian: boolean;
  jpegTables: () => JpegTables;
  /** The bytes end early, and the part that is there is wanted. */
  isCut: boolean;
}

/** Throws for a damaged chunk. */
export async function unpackChunk(
  bytes: Uint8Array<ArrayBuffer>,
  chunk: Chunk,
  page: TiffPage,
  { littleEndian, jpegTables, isCut }: UnpackOptions,
): Promise<Unpacked> {
  const { compression, bits, photometric, directory } = page;
  const count = chunk.width * chunk.height * chunk.samples;
  if (compression === 6 || compression === 7) return fromJpeg(bytes, chunk, page, jpegTables(), isCut);
  if (directory.get(TAGS.fillOrder)?.[0] === 2)
    for (let at = 0; at < bytes.length; at++) bytes[at] = REVERSED[bytes[at]!]!;
  const isSubsampled = photometric === PHOTOMETRIC.ycbcr && chunk.samples === 3;
  const [h = 2, v = 2] = isSubsampled ? (directory.get(TAGS.subsampling) ?? [2, 2]) : [1, 1];
  if (isSubsampled && (bits !== 8 || ![1, 2, 4].includes(h) || ![1, 2, 4].includes(v)))
    throw unsupported(`YCbCr of ${bits} bits`);
  const units = Math.ceil(chunk.width / h) * Math.ceil(chunk.height / v);
  const bytesPerRow = Math.ceil((chunk.width * chunk.samples * bits) / 8);
  const size = isSubsampled ? units * (h * v + 2) : bytesPerRow * chunk.height;
  const held = await decompress(bytes, size, chunk, page, isCut);
  if (held.length < size && !isCut) throw new Error("A strip or tile has fewer bytes than its pixels need.");
  const bytesPerLine = isSubsampled ? Math.ceil(chunk.width / h) * (h * v + 2) : bytesPerRow;
  const rows = Math.min(chunk.height, Math.floor(held.length / bytesPerLine) * v);
  const raw = held.length < size ? padded(held, size) : held;
  if (isSubsampled) return { samples: fromSubsampled(raw, chunk, h, v), rows };
  if (page.predictor === 2) undoDifferences(raw, chunk, bytesPerRow, bits, littleEndian);
  const isFloatPredicted = page.predictor === 3;
  if (isFloatPredicted) undoFloatDifferences(raw, chunk, bytesPerRow, bits);
  const samples = toBytes(raw, chunk, bytesPerRow, count, page, isFloatPredicted ? false : littleEndian);
  return { samples, rows };
}

function padded(bytes: Uint8Array, size: number): Uint8Array {
  const all = new Uint8Array(size);
  all.set(bytes);
  return all;
}

async function decompress(
  bytes: Uint8Array<ArrayBuffer>,
  size: number,
  { width, height, samples }: Chunk,
  { compression, bits, directory }: TiffPage,
  isCut: boolean,
): Promise<Uint8Array> {
  switch (compression) {
    case 1:
      return bytes;
    case 2:
    case 3:
    case 4: {
      if (bits !== 1 || samples !== 1) throw unsupported("a fax in more than two levels");
      const twoDimensional = ((directory.get(TAGS.t4Options)?.[0] ?? 0) & 1) === 1;
      const kind = compression === 2 ? "huffman" : compression === 3 ? "t4" : "t6";
      return decodeCcitt(bytes, width, height, { kind, twoDimensional });
    }
    case 5:
      return decodeLzw(bytes, size);
    case 8:
    case 32_946:
      return inflate(bytes, size, isCut);
    case 32_773:
      return decodePackBits(bytes, size);
    default:
      throw unsupported(`pixels compressed by method ${compression}`);
  }
}

const REVERSED = Uint8Array.from({ length: 256 }, (_, byte) => {
  let turned = 0;
  for (let bit = 0; bit < 8; bit++) turned |= ((byte >> bit) & 1) << (7 - bit);
  return turned;
});

function fromJpeg(
  bytes: Uint8Array,
  { width, height, samples }: Chunk,
  page: TiffPage,
  tables: JpegTables,
  isCut: boolean,
): Unpacked {
  const decoded = decodeJpeg(bytes, tables, Math.max(2 ** 24, 4 * page.width * page.height), isCut);
  if (!decoded || decoded.components !== samples || page.bits !== 8 || decoded.width < width)
    throw new Error("A JPEG in it is not what the directory says.");
  // The last strip may be coded with more rows than it has, but not with fewer.
  if (decoded.height < height) throw new Error("A JPEG in it has too few rows.");
  const rows = Math.min(height, decoded.rows);
  if (decoded.width === width) return { samples: decoded.samples, rows };
  const out = new Uint8Array(width * height * samples);
  for (let y = 0; y < height; y++) {
    const from = y * decoded.width * samples;
    out.set(decoded.samples.subarray(from, from + width * samples), y * width * samples);
  }
  return { samples: out, rows };
}

/** Units of h times v luma samples, and one of each chroma. */
function fromSubsampled(raw: Uint8Array, { width, height }: Chunk, h: number, v: number): Uint8Array {
  const out = new Uint8Array(width * height * 3);
  const across = Math.ceil(width / h);
  const unit = h * v + 2;
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = (Math.floor(y / v) * across + Math.floor(x / h)) * unit;
      out[to++] = raw[from + (y % v) * h + (x % h)]!;
      out[to++] = raw[from + h * v]!;
      out[to++] = raw[from + h * v + 1]!;
    }
  return out;
}

/** Each sample is stored as its difference from the one to the left. */
function undoDifferences(
  raw: Uint8Array,
  { width, height, samples }: Chunk,
  bytesPerRow: number,
  bits: number,
  littleEndian: boolean,
): void {
  if (bits !== 8 && bits !== 16 && bits !== 32 && bits !== 64) throw unsupported(`differences of ${bits} bits`);
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const bytes = bits / 8;
  for (let y = 0; y < height; y++) {
    const start = y * bytesPerRow;
    for (let at = start + samples * bytes; at < start + width * samples * bytes; at += bytes) {
      const left = at - samples * bytes;
      if (bits === 8) raw[at]! += raw[left]!;
      else if (bits === 16)
        view.setUint16(at, view.getUint16(at, littleEndian) + view.getUint16(left, littleEndian), littleEndian);
      else if (bits === 32)
        view.setUint32(at, view.getUint32(at, littleEndian) + view.getUint32(left, littleEndian), littleEndian);
      else
        view.setBigUint64(
          at,
          view.getBigUint64(at, littleEndian) + view.getBigUint64(left, littleEndian),
          littleEndian,
        );
    }
  }
}

/** The bytes of a row are sorted by significance, the highest first, and stored as differences. */
function undoFloatDifferences(
  raw: Uint8Array,
  { width, height, samples }: Chunk,
  bytesPerRow: number,
  bits: number,
): void {
  const bytes = bits / 8;
  const row = new Uint8Array(bytesPerRow);
  for (let y = 0; y < height; y++) {
    const own = raw.subarray(y * bytesPerRow, (y + 1) * bytesPerRow);
    for (let at = samples; at < bytesPerRow; at++) own[at]! += own[at - samples]!;
    row.set(own);
    for (let at = 0; at < width * samples; at++)
      for (let weight = 0; weight < bytes; weight++) own[at * bytes + weight] = row[weight * width * samples + at]!;
  }
}

function toBytes(
  raw: Uint8Array,
  { width, height, samples }: Chunk,
  bytesPerRow: number,
  count: number,
  { bits, format, photometric }: TiffPage,
  littleEndian: boolean,
): Uint8Array {
  if (bits === 8 && format === "unsigned") return raw;
  const out = new Uint8Array(count);
  const perRow = width * samples;
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const isIndex = photometric === PHOTOMETRIC.palette;
  if (8 % bits === 0 && format === "unsigned") {
    // Mostly for scans: each byte has several samples.
    const mask = (1 << bits) - 1;
    const scale = isIndex ? 1 : 255 / mask;
    for (let y = 0, to = 0; y < height; y++)
      for (let one = 0, from = y * bytesPerRow; one < perRow; from++)
        for (let shift = 8 - bits; shift >= 0 && one < perRow; shift -= bits, one++)
          out[to++] = ((raw[from]! >> shift) & mask) * scale;
    return out;
  }
  for (let y = 0, to = 0; y < height; y++) {
    const start = y * bytesPerRow;
    for (let one = 0; one < perRow; one++, to++) {
      if (format === "float") {
        out[to] = levelOf(floatAt(view, start + (one * bits) / 8, bits, littleEndian));
        continue;
      }
      const value =
        bits % 8 === 0 ? wholeBytes(view, start + (one * bits) / 8, bits, littleEndian) : packed(raw, start, one, bits);
      if (isIndex) out[to] = value;
      else {
        // Of samples above 16 bits only the highest 8 arrive here.
        const used = bits > 16 ? 8 : bits;
        const level = format === "signed" ? value ^ (1 << (used - 1)) : value;
        out[to] = used > 8 ? level >> (used - 8) : Math.round((level * 255) / ((1 << used) - 1));
      }
    }
  }
  return out;
}

/** Up to 16 bits unchanged; of longer numbers the highest byte. */
function wholeBytes(view: DataView, at: number, bits: number, littleEndian: boolean): number {
  if (bits === 8) return view.getUint8(at);
  if (bits === 16) return view.getUint16(at, littleEndian);
  return view.getUint8(littleEndian ? at + bits / 8 - 1 : at);
}

function packed(raw: Uint8Array, start: number, index: number, bits: number): number {
  let value = 0;
  for (let bit = index * bits, end = bit + Math.min(bits, 16); bit < end; bit++)
    value = (value << 1) | ((raw[start + (bit >> 3)]! >> (7 - (bit & 7))) & 1);
  return bits > 16 ? value >> 8 : value;
}

function floatAt(view: DataView, at: number, bits: number, littleEndian: boolean): number {
  if (bits === 32) return view.getFloat32(at, littleEndian);
  if (bits === 64) return view.getFloat64(at, littleEndian);
  const half = view.getUint16(at, littleEndian);
  const [exponent, fraction] = [(half >> 10) & 31, half & 1023];
  const size =
    exponent === 0 ? fraction * 2 ** -24 : exponent === 31 ? 1 : (1 + fraction / 1024) * 2 ** (exponent - 15);
  return half & 0x8000 ? -size : size;
}

const levelOf = (value: number): number => Math.min(255, Math.max(0, Math.round(value * 255))) || 0;
