/**
 * The JPEG streams in a TIFF: baseline and extended, 8 bits, Huffman. Browsers are not used, since they would guess the colours,
 * which the TIFF states, and mix four inks by a rule of their own. Samples are returned as coded.
 */
import { u16be } from "../../formats/bytes.js";

export interface JpegSamples {
  width: number;
  height: number;
  components: number;
  /** One pixel after the other. */
  samples: Uint8Array<ArrayBuffer>;
  /** How many rows could be decoded: all, unless the stream ends early. */
  rows: number;
}

interface Component {
  id: number;
  h: number;
  v: number;
  quantization: Int32Array;
  dc: HuffmanTable;
  ac: HuffmanTable;
  prediction: number;
  blocksPerLine: number;
  blockRows: number;
  plane: Uint8Array;
  /** Rows of blocks that were decoded completely. */
  doneBlockRows: number;
}

/** Index: the next 16 bits. Value: symbol * 32 + bits; 0 where there is no such code. */
type HuffmanTable = Int32Array;

const ZIGZAG = Uint8Array.of(
  0,
  1,
  8,
  16,
  9,
  2,
  3,
  10,
  17,
  24,
  32,
  25,
  18,
  11,
  4,
  5,
  12,
  19,
  26,
  33,
  40,
  48,
  41,
  34,
  27,
  20,
  13,
  6,
  7,
  14,
  21,
  28,
  35,
  42,
  49,
  56,
  57,
  50,
  43,
  36,
  29,
  22,
  15,
  23,
  30,
  37,
  44,
  51,
  58,
  59,
  52,
  45,
  38,
  31,
  39,
  46,
  53,
  60,
  61,
  54,
  47,
  55,
  62,
  63,
);

/** cos((2x + 1) u pi / 16), with the factor of u, for x * 8 + u. */
const COSINES = Float32Array.from({ length: 64 }, (_, at) => {
  const [x, u] = [at >> 3, at & 7];
  return (Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.SQRT1_2 : 1)) / 2;
});

/** The tables that were read, from the stream itself or from one before it that has only tables. */
export interface JpegTables {
  quantization: Int32Array[];
  dc: HuffmanTable[];
  ac: HuffmanTable[];
}

export const noTables = (): JpegTables => ({ quantization: [], dc: [], ac: [] });

/**
 * Throws for a damaged stream, and for kinds that never occur in a TIFF: progressive, arithmetic, 12 bits. Adds to `tables`.
 * `isCut`: the stream may end anywhere.
 */
export function decodeJpeg(
  bytes: Uint8Array,
  tables: JpegTables,
  maxPixels: number,
  isCut = false,
): JpegSamples | undefined {
  let at = 2;
  let components: Component[] = [];
  let [width, height, restartInterval] = [0, 0, 0];
  let [maxH, maxV] = [1, 1];
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) {
      at++;
      continue;
    }
    const marker = bytes[at + 1]!;
    if (marker === 0xff || marker === 0 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === 0xd9) break;
    const length = u16be(bytes, at + 2);
    const segment = bytes.subarray(at + 4, at + 2 + length);
    at += 2 + length;
    switch (marker) {
      case 0xdb:
        readQuantization(segment, tables);
        break;
      case 0xc4:
        readHuffman(segment, tables);
        break;
      case 0xdd:
        restartInterval = u16be(segment, 0);
        break;
      case 0xc0:
      case 0xc1: {
        [height, width] = [u16be(segment, 1), u16be(segment, 3)];
        const count = segment[5] ?? 0;
        if (segment[0] !== 8 || width * height === 0 || width * height > maxPixels || count < 1 || count > 4)
          throw new Error("A JPEG in it is not of a kind that a TIFF may hold.");
        const shapes = Array.from({ length: count }, (_, one) => segment.subarray(6 + one * 3, 9 + one * 3));
        maxH = Math.max(...shapes.map(([, sampling = 0]) => sampling >> 4));
        maxV = Math.max(...shapes.map(([, sampling = 0]) => sampling & 15));
        components = shapes.map(([id = 0, sampling = 0, table = 0]) => {
          const [h, v] = [sampling >> 4, sampling & 15];
          if (h < 1 || h > 4 || v < 1 || v > 4) throw new Error("A JPEG in it has an invalid sampling.");
          const blocksPerLine = Math.ceil(width / (8 * maxH)) * h;
          const blockRows = Math.ceil(height / (8 * maxV)) * v;
          const quantization = tables.quantization[table];
          if (!quantization) throw new Error("A JPEG in it lacks a table.");
          const plane = new Uint8Array(blocksPerLine * blockRows * 64);
          const none = new Int32Array(0);
          const place = { prediction: 0, blocksPerLine, blockRows, doneBlockRows: 0 };
          return { id, h, v, quantization, dc: none, ac: none, plane, ...place };
        });
        break;
      }
      case 0xc2:
      case 0xc3:
      case 0xc5:
      case 0xc6:
      case 0xc7:
      case 0xc9:
      case 0xca:
      case 0xcb:
        throw new Error("A JPEG in it is progressive, lossless or arithmetic.");
      case 0xda: {
        const scanned = Array.from({ length: segment[0] ?? 0 }, (_, one) => {
          const component = components.find(({ id }) => id === segment[1 + one * 2]);
          const selector = segment[2 + one * 2] ?? 0;
          const [dc, ac] = [tables.dc[selector >> 4], tables.ac[selector & 15]];
          if (!component || !dc || !ac) throw new Error("A JPEG in it lacks a table.");
          return Object.assign(component, { dc, ac });
        });
        try {
          at = decodeScan(bytes, at, scanned, { width, height, maxH, maxV, restartInterval });
        } catch (cause) {
          if (!isCut) throw cause;
          at = bytes.length;
        }
      }
    }
  }
  if (components.length === 0) return undefined;
  const samples = interleaved(components, width, height, maxH, maxV);
  const rows = Math.min(height, ...components.map(({ doneBlockRows, v }) => (doneBlockRows * 8 * maxV) / v));
  return { width, height, components: components.length, samples, rows };
}

function readQuantization(segment: Uint8Array, { quantization }: JpegTables): void {
  for (let at = 0; at < segment.length;) {
    const [precision, id] = [segment[at]! >> 4, segment[at]! & 15];
    at++;
    const table = new Int32Array(64);
    for (let one = 0; one < 64; one++, at += precision ? 2 : 1)
      table[ZIGZAG[one]!] = precision ? u16be(segment, at) : (segment[at] ?? 1);
    quantization[id] = table;
  }
}

function readHuffman(segment: Uint8Array, { dc, ac }: JpegTables): void {
  for (let at = 0; at + 17 <= segment.length;) {
    const [kind, id] = [segment[at]! >> 4, segment[at]! & 15];
    const counts = segment.subarray(at + 1, at + 17);
    at += 17;
    (kind === 0 ? dc : ac)[id] = huffmanTable(counts, segment.subarray(at));
    at += counts.reduce((sum, count) => sum + count, 0);
  }
}

function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const table = new Int32Array(65_536);
  let [code, place] = [0, 0];
  for (let bits = 1; bits <= 16; bits++) {
    for (let one = 0; one < (counts[bits - 1] ?? 0); one++, code++, place++) {
      const from = code << (16 - bits);
      if (from >= 65_536) throw new Error("A JPEG in it has a table with too many codes.");
      table.fill((symbols[place] ?? 0) * 32 + bits, from, Math.min(65_536, from + (1 << (16 - bits))));
    }
    code <<= 1;
  }
  return table;
}

interface Frame {
  width: number;
  height: number;
  maxH: number;
  maxV: number;
  restartInterval: number;
}

/** Returns where the scan ends. */
function decodeScan(bytes: Uint8Array, start: number, scanned: Component[], frame: Frame): number {
  let [at, held, heldBits, padded] = [start, 0, 0, 0];
  const coefficients = new Float32Array(64);
  const half = new Float32Array(64);

  /** Beyond the end, or at a marker: the last code may be looked up with bits that are not there, but no more than that. */
  const pad = (): number => {
    if (++padded > 8) throw new Error("A JPEG in it ends early.");
    return 0;
  };
  const fill = (): void => {
    while (heldBits <= 16) {
      let byte = at < bytes.length ? bytes[at]! : 0;
      if (byte === 0xff) {
        if (bytes[at + 1] === 0) at += 2;
        else byte = pad();
      } else if (at++ >= bytes.length) byte = pad();
      held = (held << 8) | byte;
      heldBits += 8;
    }
  };
  const symbol = (table: HuffmanTable): number => {
    fill();
    const found = table[(held >>> (heldBits - 16)) & 0xffff]!;
    if (found === 0) throw new Error("A JPEG in it is damaged.");
    heldBits -= found & 31;
    return found >> 5;
  };
  const receive = (bits: number): number => {
    if (bits === 0) return 0;
    fill();
    const value = (held >>> (heldBits - bits)) & ((1 << bits) - 1);
    heldBits -= bits;
    return value < 1 << (bits - 1) ? value - (1 << bits) + 1 : value;
  };

  const block = (component: Component, row: number, column: number): void => {
    const { quantization, dc, ac, plane, blocksPerLine } = component;
    coefficients.fill(0);
    component.prediction += receive(Math.min(15, symbol(dc)));
    coefficients[0] = component.prediction * quantization[0]!;
    let lastRow = 0;
    for (let place = 1; place < 64;) {
      const code = symbol(ac);
      const bits = code & 15;
      if (bits === 0) {
        if (code !== 0xf0) break;
        place += 16;
        continue;
      }
      place += code >> 4;
      const natural = ZIGZAG[place++ & 63]!;
      coefficients[natural] = receive(bits) * quantization[natural]!;
      lastRow = Math.max(lastRow, natural >> 3);
    }
    for (let v = 0; v <= lastRow; v++)
      for (let x = 0; x < 8; x++) {
        let sum = 0;
        for (let u = 0; u < 8; u++) sum += coefficients[v * 8 + u]! * COSINES[x * 8 + u]!;
        half[v * 8 + x] = sum;
      }
    const origin = row * 8 * blocksPerLine * 8 + column * 8;
    for (let y = 0; y < 8; y++)
      for (let x = 0; x < 8; x++) {
        let sum = 128.5;
        for (let v = 0; v <= lastRow; v++) sum += half[v * 8 + x]! * COSINES[y * 8 + v]!;
        plane[origin + y * blocksPerLine * 8 + x] = sum < 0 ? 0 : sum > 255 ? 255 : sum;
      }
  };

  const { width, height, maxH, maxV, restartInterval } = frame;
  const [only] = scanned;
  const isAlone = scanned.length === 1 && only !== undefined;
  const across = isAlone ? Math.ceil(Math.ceil((width * only.h) / maxH) / 8) : Math.ceil(width / (8 * maxH));
  const down = isAlone ? Math.ceil(Math.ceil((height * only.v) / maxV) / 8) : Math.ceil(height / (8 * maxV));
  for (const component of scanned) component.prediction = 0;
  for (let unit = 0; unit < across * down; unit++) {
    if (restartInterval > 0 && unit > 0 && unit % restartInterval === 0) {
      [held, heldBits, padded] = [0, 0, 0];
      while (at + 1 < bytes.length && !(bytes[at] === 0xff && bytes[at + 1]! >= 0xd0 && bytes[at + 1]! <= 0xd7)) at++;
      at += 2;
      for (const component of scanned) component.prediction = 0;
    }
    const [row, column] = [Math.floor(unit / across), unit % across];
    if (column === 0) for (const component of scanned) component.doneBlockRows = row * (isAlone ? 1 : component.v);
    if (isAlone) block(only, row, column);
    else
      for (const component of scanned)
        for (let v = 0; v < component.v; v++)
          for (let h = 0; h < component.h; h++) block(component, row * component.v + v, column * component.h + h);
  }
  for (const component of scanned) component.doneBlockRows = component.blockRows;
  return at;
}

function interleaved(
  components: Component[],
  width: number,
  height: number,
  maxH: number,
  maxV: number,
): Uint8Array<ArrayBuffer> {
  const count = components.length;
  const samples = new Uint8Array(width * height * count);
  components.forEach(({ h, v, plane, blocksPerLine }, one) => {
    const stride = blocksPerLine * 8;
    for (let y = 0, to = one; y < height; y++) {
      const from = Math.floor((y * v) / maxV) * stride;
      for (let x = 0; x < width; x++, to += count) samples[to] = plane[from + Math.floor((x * h) / maxH)]!;
    }
  });
  return samples;
}
