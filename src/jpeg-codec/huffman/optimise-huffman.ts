/** What canvas encoders leave on the table: Firefox codes every picture with the standard's example tables, and Chromium says "sRGB" in 456 bytes. */
import { decodeTable } from "./decode-table.js";
import { type Header, readHeader, withoutDispensable } from "../header.js";
import { areGeneral, readHuffmanTables } from "../huffman-table.js";
import { optimalTables } from "./optimal-table.js";
import { readTokens, type Tokens } from "./read-tokens.js";
import { readScan } from "../scan.js";
import { joinSegments, withTables } from "./write-segments.js";
import { maxDataBytes, writeTokens } from "./write-tokens.js";

type Bytes = Uint8Array<ArrayBuffer>;

const EOI = [0xff, 0xd9] as const;

/**
 * A canvas' own JPEG in fewer bytes, decoding to the same pixels: coded with Huffman tables made for the picture, without
 * comments and application data (a colour profile, too: only sRGB may come in). The coefficients stay as they are. A file
 * that is not 8 bit baseline in one scan, or is damaged, comes back as the same bytes; nothing is ever thrown.
 */
export function optimiseHuffman(bytes: Bytes): Bytes {
  const header = readHeader(bytes);
  const scan = header && readScan(bytes, header);
  const tables = scan && readHuffmanTables(bytes, header.segments);
  if (!tables) return bytes;
  const lean = withoutDispensable(bytes, header);
  const kept = lean.segments.length < header.segments.length ? joinSegments(bytes, lean) : bytes;
  // Chromium and WebKit have done it already: not looking any closer saves them the time.
  if (!areGeneral(tables)) return kept;
  const data = bytes.subarray(header.data.start, header.data.end);
  const tokens = readTokens(data, scan, tables.map((table) => table && decodeTable(table)));
  if (!tokens) return bytes;
  const recoded = recode(bytes, lean, tokens);
  return recoded.length < kept.length ? recoded : kept;
}

function recode(bytes: Bytes, header: Header, tokens: Tokens): Bytes {
  const tables = optimalTables(tokens);
  const head = withTables(bytes, header, tables);
  const file = new Uint8Array(head.length + maxDataBytes(tokens, tables) + EOI.length);
  file.set(head);
  const end = writeTokens(tokens, tables, file, head.length);
  file.set(EOI, end);
  return file.slice(0, end + EOI.length);
}
