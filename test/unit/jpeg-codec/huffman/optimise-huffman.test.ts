import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { readHeader } from "../../../../src/jpeg-codec/header.js";
import { optimalTable } from "../../../../src/jpeg-codec/huffman/optimal-table.js";
import { optimiseHuffman } from "../../../../src/jpeg-codec/huffman/optimise-huffman.js";
import { withTables } from "../../../../src/jpeg-codec/huffman/write-segments.js";
import { maxDataBytes, writeTokens } from "../../../../src/jpeg-codec/huffman/write-tokens.js";
import { exifSegment, jfifSegment, jpegSegment } from "../../../fixtures/bytes/jpeg.js";
import { type Bytes, join } from "../../../fixtures/bytes/write.js";
import { expectSamePicture, findSegment, jpegOf, paints, patched, without, withSegments } from "./pictures.js";

const SAMPLINGS = { "4:2:0": { chromaSubsampling: "4:2:0" }, "4:4:4": { chromaSubsampling: "4:4:4" }, grey: { grey: true } } as const;
const SIZES = [
  { width: 1, height: 1 },
  { width: 7, height: 5 },
  { width: 16, height: 16 },
  { width: 17, height: 33 },
  { width: 501, height: 379 },
];

const every = Object.entries(SAMPLINGS).flatMap(([sampling, options]) =>
  SIZES.flatMap((size) => Object.entries(paints).map(([kind, paint]) => ({ of: `${kind}, ${size.width}x${size.height}, ${sampling}`, size, paint, options }))),
);

describe("a file coded with the standard's tables", () => {
  test.each(every)("$of: the same pixels, as small as libjpeg's own best", async ({ size, paint, options }) => {
    const standard = await jpegOf(size, paint, options);
    const libjpegs = await jpegOf(size, paint, { ...options, optimiseCoding: true });
    const recoded = optimiseHuffman(standard);
    expect(await expectSamePicture(standard, recoded)).not.toBe("refused");
    expect(recoded.length).toBeLessThan(standard.length);
    expect(recoded.length).toBeLessThanOrEqual(libjpegs.length * 1.005);
  });

  test.each(["noise", "waves"] as const)("%s at the best quality, where codes are longest", async (kind) => {
    const standard = await jpegOf({ width: 400, height: 300 }, paints[kind], { quality: 100, grey: true });
    const recoded = optimiseHuffman(standard);
    expect(await expectSamePicture(standard, recoded)).toContain("400x300");
    expect(recoded.length).toBeLessThan(standard.length);
  });

  test("the last byte is filled up with ones", async () => {
    const recoded = optimiseHuffman(await jpegOf({ width: 8, height: 8 }, () => 128, { grey: true }));
    // "No difference" and "end of block", one zero bit each.
    expect([...recoded.subarray(-3)]).toEqual([0b0011_1111, 0xff, 0xd9]);
  });

  test("a large flat one, with far more symbols than bytes", async () => {
    const size = { width: 3000, height: 2000 };
    const standard = await jpegOf(size, paints.flat);
    const recoded = optimiseHuffman(standard);
    await expectSamePicture(standard, recoded);
    expect(recoded.length).toBeLessThanOrEqual((await jpegOf(size, paints.flat, { optimiseCoding: true })).length * 1.005);
  });

  test("the file given is left alone", async () => {
    const standard = await jpegOf({ width: 64, height: 64 }, paints.drawing);
    const copy = standard.slice();
    optimiseHuffman(standard);
    expect(standard).toEqual(copy);
  });

  test("tables that name every symbol, and are the best for the picture", async () => {
    const tokens = allSymbols();
    const tables = [0, 1, 2, 3].map((n) => (n % 2 === 0 ? optimalTable(tokens.frequencies.subarray(n << 8, (n + 1) << 8)) : undefined));
    const other = await jpegOf({ width: 8, height: 8 * tokens.blocks }, paints.flat, { grey: true });
    const data = new Uint8Array(maxDataBytes(tokens, tables));
    const end = writeTokens(tokens, tables, data, 0);
    const file = join(withTables(other, readHeader(other)!, tables), data.subarray(0, end), 0xff, 0xd9);
    expect(await expectSamePicture(file, file)).not.toBe("refused");
    expect(optimiseHuffman(file)).toBe(file);
  });

  /** Blocks that hold each of the 162 symbols; the first coefficient never changes. */
  function allSymbols() {
    const sized = Array.from({ length: 160 }, (_, n) => [((n % 16) << 4) | (1 + Math.floor(n / 16)), 0]);
    const blocks = [...sized, [0xf0, 0x01, 0]];
    const keys = blocks.flatMap((symbols) => [0, ...symbols.map((symbol) => 0x200 | symbol)]);
    const frequencies = new Uint32Array(4 << 8);
    for (const key of keys) frequencies[key]!++;
    return { list: Int32Array.from(keys, (key) => key << 16), count: keys.length, frequencies, blocks: blocks.length };
  }

  test("recoded once is recoded for good", async () => {
    const recoded = optimiseHuffman(await jpegOf({ width: 501, height: 379 }, paints.drawing));
    expect(optimiseHuffman(recoded)).toBe(recoded);
  });
});

describe("segments", () => {
  const icc = jpegSegment(0xe2, join("ICC_PROFILE\0", 1, 1, new Uint8Array(440)));
  const adobe = (transform: number) => jpegSegment(0xee, join("Adobe", 0, 100, 0, 0, 0, 0, transform));
  const comment = jpegSegment(0xfe, join("made by hand"));

  test("what decoding does not need goes, from a file with the best tables as from others", async () => {
    for (const optimiseCoding of [true, false]) {
      const plain = await jpegOf({ width: 120, height: 80 }, paints.drawing, { optimiseCoding });
      const laden = withSegments(plain, jfifSegment(), icc, exifSegment({ orientation: 1 }), comment, jpegSegment(0xe0, join("JFXX\0", 0)));
      const expected = withSegments(plain, jfifSegment());
      expect(optimiseHuffman(laden)).toEqual(optimiseCoding ? expected : optimiseHuffman(expected));
    }
  });

  test("with the best tables and nothing to drop, the file itself comes back", async () => {
    const best = await jpegOf({ width: 120, height: 80 }, paints.drawing, { optimiseCoding: true });
    expect(optimiseHuffman(best)).toBe(best);
  });

  test("Adobe's stays, which says that the components are RGB", async () => {
    const plain = await jpegOf({ width: 61, height: 47 }, paints.noise, { chromaSubsampling: "4:4:4" });
    const rgb = withSegments(withoutJfif(plain), adobe(0));
    const recoded = optimiseHuffman(rgb);
    await expectSamePicture(rgb, recoded);
    expect(recoded.length).toBeLessThan(rgb.length);
    expect(() => findSegment(recoded, 0xee)).not.toThrow();
  });

  test("JFIF stays", async () => {
    const recoded = optimiseHuffman(withSegments(withoutJfif(await jpegOf({ width: 61, height: 47 }, paints.noise)), jfifSegment()));
    const { start, end } = findSegment(recoded, 0xe0);
    expect(recoded.slice(start, end)).toEqual(jfifSegment());
  });

  /** This libjpeg writes none, others would. */
  function withoutJfif(bytes: Bytes): Bytes {
    return bytes[3] === 0xe0 ? without(bytes, 0xe0) : bytes;
  }
});

describe("anything else comes back as it is", () => {
  const size = { width: 61, height: 47 };
  const standard = () => jpegOf(size, paints.drawing);
  /** One symbol of one bit; those behind it count. */
  const table = (kind: number, symbol: number) => jpegSegment(0xc4, join(kind, 1, new Uint8Array(15), symbol));
  const at = (bytes: Bytes, marker: number) => findSegment(bytes, marker).start;

  const others: Record<string, () => Promise<Bytes>> = {
    "progressive": () => jpegOf(size, paints.drawing, { progressive: true }),
    "CMYK": async () => new Uint8Array(await sharp(await standard()).toColourspace("cmyk").jpeg().toBuffer()),
    "extended sequential": async () => standard().then((bytes) => patched(bytes, at(bytes, 0xc0) + 1, 0xc1)),
    "arithmetic": async () => standard().then((bytes) => patched(bytes, at(bytes, 0xc0) + 1, 0xc9)),
    "12 bit": async () => standard().then((bytes) => patched(bytes, at(bytes, 0xc0) + 4, 12)),
    "no height": async () => standard().then((bytes) => patched(bytes, at(bytes, 0xc0) + 5, 0, 0)),
    "less high than its data": async () => standard().then((bytes) => patched(bytes, at(bytes, 0xc0) + 5, 0, 16)),
    "higher than its data": async () => standard().then((bytes) => patched(bytes, at(bytes, 0xc0) + 5, 0xff, 0xff, 0xff, 0xff)),
    "no frame": async () => without(await standard(), 0xc0),
    "two frames": async () => standard().then((bytes) => withSegments(bytes, bytes.subarray(at(bytes, 0xc0), findSegment(bytes, 0xc0).end))),
    "no Huffman tables": async () => standard().then((bytes) => without(bytes, ...Array.from({ length: 4 }, () => 0xc4))),
    "restart markers announced": async () => withSegments(await standard(), jpegSegment(0xdd, Uint8Array.of(0, 4))),
    "a restart marker": async () => standard().then((bytes) => join(bytes.subarray(0, -2), 0xff, 0xd0, bytes.subarray(-2))),
    "data of nothing at the end": async () => standard().then((bytes) => join(bytes.subarray(0, -2), 0x55, bytes.subarray(-2))),
    "a block of more than its 64 coefficients": async () => {
      const grey = await jpegOf({ width: 8, height: 8 }, paints.flat, { grey: true });
      // By the standard's tables: no difference (00), then four times sixteen zeros (11111111001).
      const data = [0b0011_1111, 0b1100_1111, 0b1111_1001, 0b1111_1111, 0, 0b0011_1111, 0b1110_0111];
      return join(grey.subarray(0, findSegment(grey, 0xda).end), Uint8Array.from(data), 0xff, 0xd9);
    },
    "bytes behind the end": async () => join(await standard(), "more"),
    "no end": async () => (await standard()).slice(0, -2),
    "an unknown marker": async () => withSegments(await standard(), jpegSegment(0xc8, Uint8Array.of(1))),
    // Three codes of one bit, for as many fewer of three.
    "a table with more codes than there can be": async () => standard().then((bytes) => patched(bytes, at(bytes, 0xc4) + 5, 3, 1, 2)),
    "a table number that baseline has not": async () => withSegments(await standard(), table(0x02, 0)),
    "a difference of more bits than there are": async () => withSegments(await standard(), table(0x00, 12)),
    "a symbol of progressive files": async () => withSegments(await standard(), table(0x10, 0x10)),
    "other bytes for the end": async () => standard().then((bytes) => patched(bytes, bytes.length - 2, 0x12, 0x34)),
    "a scan of part of the coefficients": async () => standard().then((bytes) => patched(bytes, findSegment(bytes, 0xda).end - 2, 5)),
    "a segment longer than the file": async () => standard().then((bytes) => patched(bytes, at(bytes, 0xdb) + 2, 0xff, 0xff)),
    "a segment of no length": async () => standard().then((bytes) => patched(bytes, at(bytes, 0xdb) + 2, 0, 0)),
    "PNG": async () => new Uint8Array(await sharp(await standard()).png().toBuffer()),
    "nothing": async () => new Uint8Array(0),
    "start and end alone": async () => Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
  };

  test.each(Object.entries(others))("%s", async (_, make) => {
    const bytes = await make();
    expect(optimiseHuffman(bytes)).toBe(bytes);
  });

  test("a file cut at any place", async () => {
    const bytes = await jpegOf({ width: 40, height: 24 }, paints.drawing);
    for (let length = 0; length < bytes.length; length++) {
      const cut = bytes.slice(0, length);
      expect(optimiseHuffman(cut)).toBe(cut);
    }
  });

  test("a file cut in its data, with an end put behind it", async () => {
    const bytes = await jpegOf({ width: 40, height: 24 }, paints.noise);
    for (let length = findSegment(bytes, 0xda).end; length < bytes.length - 3; length++) {
      const cut = join(bytes.subarray(0, length), 0xff, 0xd9);
      expect(optimiseHuffman(cut)).toBe(cut);
    }
  });
});
