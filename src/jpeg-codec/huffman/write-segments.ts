import { concat } from "../concat.js";
import type { Header } from "../header.js";
import { AC_TABLES, type HuffmanTable, tableBytes } from "../huffman-table.js";
import { DHT, type Segment, SEGMENT_HEAD_BYTES, SOS } from "../segments.js";

type Bytes = Uint8Array<ArrayBuffer>;

/** The file again, of these segments only. */
export function joinSegments(bytes: Bytes, { segments, data }: Header): Bytes {
  return concat([soi(bytes), ...segments.map((segment) => whole(bytes, segment)), bytes.subarray(data.start)]);
}

/** All in front of the coded data, with these Huffman tables for those there were. */
export function withTables(bytes: Bytes, { segments }: Header, tables: readonly (HuffmanTable | undefined)[]): Bytes {
  const others = segments.filter(({ marker }) => marker !== DHT && marker !== SOS).map((segment) => whole(bytes, segment));
  const scan = segments.filter(({ marker }) => marker === SOS).map((segment) => whole(bytes, segment));
  return concat([soi(bytes), ...others, tableSegment(tables), ...scan]);
}

/** One segment for them all saves the heads of the others. */
export function tableSegment(tables: readonly (HuffmanTable | undefined)[]): Bytes {
  const parts = tables.flatMap((table, number) => {
    const head = Uint8Array.of(number < AC_TABLES ? number : 0x10 | (number - AC_TABLES));
    return table ? [head, table.counts, table.symbols] : [];
  });
  const length = 2 + tables.reduce((sum, table) => sum + (table ? tableBytes(table) : 0), 0);
  return concat([Uint8Array.of(0xff, DHT, length >> 8, length & 0xff), ...parts]);
}

function soi(bytes: Bytes): Bytes {
  return bytes.subarray(0, 2);
}

function whole(bytes: Bytes, { start, end }: Segment): Bytes {
  return bytes.subarray(start - SEGMENT_HEAD_BYTES, end);
}
