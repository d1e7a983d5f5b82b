/** CCITT fax: modified Huffman (TIFF 2), T.4 in one or two dimensions (3), T.6 (4). Two levels, black pixels are 1. */
const WHITE =
  "00110101 000111 0111 1000 1011 1100 1110 1111 10011 10100 00111 01000 001000 000011 110100 110101 101010 101011 0100111 0001100 0001000 0010111 0000011 0000100 0101000 0101011 0010011 0100100 0011000 00000010 00000011 00011010 00011011 00010010 00010011 00010100 00010101 00010110 00010111 00101000 00101001 00101010 00101011 00101100 00101101 00000100 00000101 00001010 00001011 01010010 01010011 01010100 01010101 00100100 00100101 01011000 01011001 01011010 01011011 01001010 01001011 00110010 00110011 00110100 11011 10010 010111 0110111 00110110 00110111 01100100 01100101 01101000 01100111 011001100 011001101 011010010 011010011 011010100 011010101 011010110 011010111 011011000 011011001 011011010 011011011 010011000 010011001 010011010 011000 010011011";
const BLACK =
  "0000110111 010 11 10 011 0011 0010 00011 000101 000100 0000100 0000101 0000111 00000100 00000111 000011000 0000010111 0000011000 0000001000 00001100111 00001101000 00001101100 00000110111 00000101000 00000010111 00000011000 000011001010 000011001011 000011001100 000011001101 000001101000 000001101001 000001101010 000001101011 000011010010 000011010011 000011010100 000011010101 000011010110 000011010111 000001101100 000001101101 000011011010 000011011011 000001010100 000001010101 000001010110 000001010111 000001100100 000001100101 000001010010 000001010011 000000100100 000000110111 000000111000 000000100111 000000101000 000001011000 000001011001 000000101011 000000101100 000001011010 000001100110 000001100111 0000001111 000011001000 000011001001 000001011011 000000110011 000000110100 000000110101 0000001101100 0000001101101 0000001001010 0000001001011 0000001001100 0000001001101 0000001110010 0000001110011 0000001110100 0000001110101 0000001110110 0000001110111 0000001010010 0000001010011 0000001010100 0000001010101 0000001011010 0000001011011 0000001100100 0000001100101";
/** Runs of 1792 to 2560, of either colour. */
const LONG =
  "00000001000 00000001100 00000001101 000000010010 000000010011 000000010100 000000010101 000000010110 000000010111 000000011100 000000011101 000000011110 000000011111";

const MAX_CODE_BITS = 13;
const END_OF_LINE_BITS = 12;

/** Index: the next 13 bits. Value: run length * 16 + bits of the code; 0 where there is no such code. */
function tableOf(codes: string): Int32Array {
  const table = new Int32Array(1 << MAX_CODE_BITS);
  const enter = (code: string, run: number) => {
    const free = MAX_CODE_BITS - code.length;
    table.fill(run * 16 + code.length, Number.parseInt(code, 2) << free, (Number.parseInt(code, 2) + 1) << free);
  };
  codes.split(" ").forEach((code, at) => enter(code, at < 64 ? at : (at - 63) * 64));
  LONG.split(" ").forEach((code, at) => enter(code, 1792 + at * 64));
  return table;
}

const MODE_BITS = 7;
/** Makes every mode a positive number. */
const MODE_OFFSET = 8;

/** Index: the next 7 bits. Value: as in `tableOf`, of the mode. */
function modeTable(): Int32Array {
  const table = new Int32Array(1 << MODE_BITS);
  for (const [code, bits, mode] of MODES) {
    const free = MODE_BITS - bits;
    table.fill((mode + MODE_OFFSET) * 16 + bits, code << free, (code + 1) << free);
  }
  return table;
}

let modes: Int32Array = new Int32Array(0);
let tables: readonly [white: Int32Array, black: Int32Array] | undefined;

const [PASS, HORIZONTAL, VERTICAL] = [100, 101, 0];
/** The code and its meaning: a vertical offset, or one of the two others. */
const MODES: readonly [code: number, bits: number, mode: number][] = [
  [0b1, 1, VERTICAL],
  [0b011, 3, 1],
  [0b010, 3, -1],
  [0b001, 3, HORIZONTAL],
  [0b0001, 4, PASS],
  [0b000011, 6, 2],
  [0b000010, 6, -2],
  [0b0000011, 7, 3],
  [0b0000010, 7, -3],
];

export interface CcittOptions {
  kind: "huffman" | "t4" | "t6";
  /** `t4`: some lines may be coded in two dimensions. */
  twoDimensional: boolean;
}

/** Fills `rows` rows of `width` pixels, one bit a pixel. Missing rows stay white; throws for an invalid code. */
export function decodeCcitt(
  bytes: Uint8Array,
  width: number,
  rows: number,
  { kind, twoDimensional }: CcittOptions,
): Uint8Array<ArrayBuffer> {
  if (!tables) modes = modeTable();
  tables ??= [tableOf(WHITE), tableOf(BLACK)];
  const [white, black] = tables;
  const bytesPerRow = (width + 7) >> 3;
  const out = new Uint8Array(bytesPerRow * rows);
  const total = bytes.length * 8;
  let at = 0;
  /** Where the colour changes in the line above and in this one; ended by the width, at least twice. */
  let above = new Int32Array(width + 4).fill(width);
  let line = new Int32Array(width + 4);

  /** At most 16 bits; beyond the end they are 0. */
  const peek = (count: number): number => {
    const byte = at >> 3;
    const held = ((bytes[byte] ?? 0) << 16) | ((bytes[byte + 1] ?? 0) << 8) | (bytes[byte + 2] ?? 0);
    return (held >> (24 - (at & 7) - count)) & ((1 << count) - 1);
  };

  function run(isBlack: boolean): number {
    for (let length = 0; ;) {
      const found = (isBlack ? black : white)[peek(MAX_CODE_BITS)]!;
      if (found === 0 || at >= total) throw new Error("A run of a fax has an invalid code.");
      at += found & 15;
      const part = found >> 4;
      length += part;
      if (part < 64) return length;
      if (length > width) throw new Error("A run of a fax is longer than its line.");
    }
  }

  /** Skips fill bits and the end of a line, if there is one. */
  function endOfLine(): boolean {
    const start = at;
    while (at < total && peek(1) === 0) at++;
    if (at - start >= END_OF_LINE_BITS - 1 && at < total) {
      at++;
      return true;
    }
    at = start;
    return false;
  }

  /** Returns the number of changes. */
  function oneDimension(): number {
    let count = 0;
    for (let x = 0, isBlack = false; x < width; isBlack = !isBlack) {
      x = Math.min(width, x + run(isBlack));
      line[count++] = x;
    }
    return count;
  }

  /** `undefined`: there are no more lines. */
  function twoDimensions(): number | undefined {
    let count = 0;
    let isBlack = false;
    /** Index in `above` of the first change right of `x` to the other colour: even ones are to black. */
    let b = 0;
    for (let x = -1; x < width;) {
      if ((b & 1) !== Number(isBlack)) b += b > 0 ? -1 : 1;
      while (above[b]! < width && above[b]! <= x) b += 2;
      const [b1, b2] = [above[b] ?? width, above[b + 1] ?? width];
      const found = modes[peek(MODE_BITS)]!;
      if (found === 0 || at >= total) {
        if (count === 0) return undefined;
        throw new Error("A line of a fax has an invalid code.");
      }
      at += found & 15;
      const mode = (found >> 4) - MODE_OFFSET;
      if (mode === PASS) x = b2;
      else if (mode === HORIZONTAL) {
        const first = Math.min(width, Math.max(0, x) + run(isBlack));
        x = Math.min(width, first + run(!isBlack));
        line[count++] = first;
        line[count++] = x;
      } else {
        const to = b1 + mode;
        if (to < Math.max(0, x) || to > width) throw new Error("A line of a fax runs backwards.");
        x = line[count++] = to;
        isBlack = !isBlack;
      }
      if (count > width) break;
    }
    return count;
  }

  for (let row = 0; row < rows; row++) {
    let isFlat = kind !== "t6";
    if (kind === "t4") {
      const ended = endOfLine();
      if (ended && twoDimensional) isFlat = peek(1) === 1;
      else if (twoDimensional) isFlat = row === 0;
      if (ended && twoDimensional) at++;
    }
    if (at >= total) break;
    const count = isFlat ? oneDimension() : twoDimensions();
    if (count === undefined) break;
    if (kind === "huffman") at = (at + 7) & ~7;
    line.fill(width, count, count + 4);
    for (let change = 0; change < count; change += 2) {
      const [from, to] = [line[change]!, change + 1 < count ? line[change + 1]! : width];
      blacken(out, row * bytesPerRow, from, to);
    }
    [above, line] = [line, above];
  }
  return out;
}

/** Pixels `from` up to `to` of the row that begins at byte `start`. */
function blacken(out: Uint8Array, start: number, from: number, to: number): void {
  if (from >= to) return;
  const [first, last] = [start + (from >> 3), start + ((to - 1) >> 3)];
  const [head, tail] = [0xff >> (from & 7), 0xff & (0xff << (7 - ((to - 1) & 7)))];
  if (first === last) {
    out[first]! |= head & tail;
    return;
  }
  out[first]! |= head;
  out.fill(0xff, first + 1, last);
  out[last]! |= tail;
}
