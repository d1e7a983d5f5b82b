/** How many pages a PDF has, and whether it is encrypted, without a decoder: from its tables of objects and the root of its pages. */
import { throwIfAborted } from "../shared/errors.js";
import { isError } from "../shared/platform-types.js";
import { dictionaryAt, referenceIn, wholeIn, wholesIn } from "./pdf-dictionary.js";
import { unpacked } from "./pdf-stream.js";
import { latin1, openPdfWindow, type PdfWindow } from "./pdf-window.js";

export interface PdfFacts {
  /** As the file says. `undefined`: it is damaged, encrypted, or packed in a way that only a decoder opens. */
  pageCount: number | undefined;
  isEncrypted: boolean;
}

type Entries = ReadonlyMap<string, string>;

/** Where an object lies: in the file, or in a stream of several. */
type Place = { offset: number } | { stream: number };

/** One table of objects. Those that a change added lead to the ones before. */
interface Table {
  trailer: Entries;
  find: (object: number) => Promise<Place | undefined>;
}

interface Found {
  entries: Entries;
  /** Where the bytes of its stream begin, if it has one. */
  streamAt: number;
}

/** The end of the file, in which it says where its last table begins. */
const TAIL = 2_048;
const MAX_TABLES = 64;
const MAX_SECTIONS = 20_000;
const ROW = 20;
/** More than any endpoint takes: such a figure is wrong, or a trap. */
const MAX_PAGES = 1_000_000;

/** Rejects with the signal's reason, and with `ImageError` for a file that is gone. */
export async function pdfFacts(file: Blob, signal: AbortSignal): Promise<PdfFacts> {
  const pdf = openPdfWindow(file, signal);
  const from = Math.max(0, file.size - TAIL);
  const tail = (await pdf.text(from, TAIL)).slice(0, TAIL);
  const damaged = { pageCount: undefined, isEncrypted: tail.includes("/Encrypt") };
  const start = Number([...tail.matchAll(/startxref[\s\0]+(\d+)/g)].at(-1)?.[1] ?? Number.NaN);
  try {
    const tables = await tablesOf(pdf, start);
    if (tables.length === 0) return damaged;
    if (tables.some(({ trailer }) => trailer.has("Encrypt"))) return { pageCount: undefined, isEncrypted: true };
    return { pageCount: await pageCount(pdf, tables), isEncrypted: false };
  } catch (cause) {
    throwIfAborted(signal);
    if (isError(cause) && cause.name !== "RangeError") throw cause;
    return damaged;
  }
}

async function pageCount(pdf: PdfWindow, tables: readonly Table[]): Promise<number | undefined> {
  const rootAt = referenceIn(tables.map(({ trailer }) => trailer.get("Root")).find(Boolean));
  const root = await objectOf(pdf, tables, rootAt);
  const pages = await objectOf(pdf, tables, referenceIn(root?.get("Pages")));
  const count = wholeIn(pages?.get("Count"));
  return count !== undefined && count >= 1 && count <= MAX_PAGES ? count : undefined;
}

/** The newest first. */
async function tablesOf(pdf: PdfWindow, start: number): Promise<Table[]> {
  const tables: Table[] = [];
  const seen = new Set<number>();
  const offsets = [start];
  while (offsets.length > 0 && tables.length < MAX_TABLES) {
    const at = offsets.shift()!;
    if (!(at >= 0 && at < pdf.size) || seen.has(at)) continue;
    seen.add(at);
    const table = await tableAt(pdf, at);
    if (!table) continue;
    tables.push(table);
    // A file for old readers as well has a second table beside the first.
    for (const name of ["XRefStm", "Prev"]) offsets.push(wholeIn(table.trailer.get(name)) ?? Number.NaN);
  }
  return tables;
}

async function tableAt(pdf: PdfWindow, at: number): Promise<Table | undefined> {
  const text = await pdf.text(at, 64);
  const [keyword] = /^[\s\0]*xref/.exec(text) ?? [];
  return keyword === undefined ? packedTable(pdf, at) : plainTable(pdf, at + keyword.length);
}

async function plainTable(pdf: PdfWindow, from: number): Promise<Table | undefined> {
  const sections: { first: number; count: number; at: number }[] = [];
  let at = from;
  for (;;) {
    const text = await pdf.text(at, 64);
    const [head, first, count] = /^[\s\0]*(\d+)[\s\0]+(\d+)[\s\0]*/.exec(text) ?? [];
    if (head === undefined) break;
    if (sections.length >= MAX_SECTIONS) return undefined;
    at += head.length;
    sections.push({ first: Number(first), count: Number(count), at });
    at += Number(count) * ROW;
  }
  const [keyword] = /^[\s\0]*trailer/.exec(await pdf.text(at, 64)) ?? [];
  const trailer = keyword === undefined ? undefined : await dictionaryIn(pdf, at + keyword.length);
  if (!trailer) return undefined;
  return {
    trailer,
    async find(object) {
      const section = sections.find(({ first, count }) => object >= first && object < first + count);
      if (!section) return undefined;
      const row = await pdf.text(section.at + (object - section.first) * ROW, ROW);
      const [, offset] = /^(\d{10}) \d{5} n/.exec(row) ?? [];
      return offset === undefined ? undefined : { offset: Number(offset) };
    },
  };
}

/** A table that is a stream. */
async function packedTable(pdf: PdfWindow, at: number): Promise<Table | undefined> {
  const object = await objectAt(pdf, at);
  const rows = object && (await contentsOf(pdf, object));
  if (!object || !rows) return undefined;
  const [typeWidth = 0, placeWidth = 0, lastWidth = 0] = wholesIn(object.entries.get("W"));
  const width = typeWidth + placeWidth + lastWidth;
  if (width === 0 || width > 32) return undefined;
  const index = object.entries.has("Index")
    ? wholesIn(object.entries.get("Index"))
    : [0, wholeIn(object.entries.get("Size")) ?? 0];
  const rowOf = (wanted: number) => {
    let before = 0;
    for (let pair = 0; pair + 1 < index.length; pair += 2) {
      const [first, count] = [index[pair]!, index[pair + 1]!];
      if (wanted >= first && wanted < first + count) return before + wanted - first;
      before += count;
    }
    return undefined;
  };
  return {
    trailer: object.entries,
    async find(wanted) {
      const row = rowOf(wanted);
      if (row === undefined || (row + 1) * width > rows.length) return undefined;
      const figure = (from: number, length: number) =>
        rows.subarray(row * width + from, row * width + from + length).reduce((sum, byte) => sum * 256 + byte, 0);
      const type = typeWidth === 0 ? 1 : figure(0, typeWidth);
      const place = figure(typeWidth, placeWidth);
      return type === 1 ? { offset: place } : type === 2 ? { stream: place } : undefined;
    },
  };
}

async function objectOf(
  pdf: PdfWindow,
  tables: readonly Table[],
  object: number | undefined,
): Promise<Entries | undefined> {
  if (object === undefined) return undefined;
  const place = await placeOf(tables, object);
  if (!place) return undefined;
  if ("offset" in place) return (await objectAt(pdf, place.offset))?.entries;
  const holder = await placeOf(tables, place.stream);
  if (!holder || !("offset" in holder)) return undefined;
  const stream = await objectAt(pdf, holder.offset);
  const bytes = stream && (await contentsOf(pdf, stream));
  if (!bytes) return undefined;
  const text = latin1(bytes);
  const first = wholeIn(stream.entries.get("First")) ?? 0;
  const figures = wholesIn(text.slice(0, first));
  for (let pair = 0; pair + 1 < figures.length; pair += 2)
    if (figures[pair] === object) return dictionaryAt(text, first + figures[pair + 1]!);
  return undefined;
}

async function placeOf(tables: readonly Table[], object: number): Promise<Place | undefined> {
  for (const { find } of tables) {
    const place = await find(object);
    if (place) return place;
  }
  return undefined;
}

async function objectAt(pdf: PdfWindow, at: number): Promise<Found | undefined> {
  const text = await pdf.text(at, TAIL);
  const [head] = /^[\s\0]*\d+[\s\0]+\d+[\s\0]+obj/.exec(text) ?? [];
  if (head === undefined) return undefined;
  const entries = await dictionaryIn(pdf, at + head.length);
  if (!entries) return undefined;
  const keyword = /[\s\0]*stream\r?\n/.exec(text);
  return { entries, streamAt: keyword ? at + keyword.index + keyword[0].length : Number.NaN };
}

/** Mostly short; one that is not is read again with more. */
async function dictionaryIn(pdf: PdfWindow, at: number): Promise<Entries | undefined> {
  return dictionaryAt(await pdf.text(at, TAIL), 0) ?? dictionaryAt(await pdf.text(at, 2 ** 18), 0);
}

async function contentsOf(pdf: PdfWindow, { entries, streamAt }: Found): Promise<Uint8Array | undefined> {
  const length = wholeIn(entries.get("Length"));
  if (length === undefined || Number.isNaN(streamAt)) return undefined;
  return unpacked(await pdf.bytes(streamAt, length), entries);
}
