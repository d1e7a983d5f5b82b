/** Pages and protection of PDF files, read without a decoder. */
import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { pdfFacts } from "../../../src/documents/pdf-facts.js";
import { sharedFolder } from "../../setup/shared-folder.js";
import { lockedPdfFile, pdfBytes, pdfFile } from "../../fixtures/bytes/pdf.js";

const { signal } = new AbortController();
const facts = (file: Blob) => pdfFacts(file, signal);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Catalog and pages in a stream of objects, found by a table that is a stream: as most writers make them today. */
function packedPdf({ count = 7, predictor = 12, trailer = "", length }: PackedSpec = {}): Blob {
  const catalog = "<< /Type /Catalog /Pages 2 0 R >>";
  const places = `1 0 2 ${catalog.length} `;
  const objects = `${places}${catalog}<< /Type /Pages /Count ${count} /Kids [] >>`;
  const packed = deflateSync(latin1(objects)).toString("latin1");
  const head = "%PDF-1.5\n";
  const holder = `4 0 obj\n<< /Type /ObjStm /N 2 /First ${places.length} /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream\nendobj\n`;
  const at = head.length + holder.length;
  const rows = [
    [2, 0, 4, 0],
    [2, 0, 4, 1],
    [0, 0, 0, 0],
    [1, 0, head.length, 0],
    [1, at >> 8, at & 255, 0],
  ];
  const predicted = rows.map((row, index) => [
    2,
    ...row.map((byte, column) => byte - (rows[index - 1]?.[column] ?? 0)),
  ]);
  const table = deflateSync(Uint8Array.from((predictor === 12 ? predicted : rows).flat())).toString("latin1");
  const parameters = `/DecodeParms << /Predictor ${predictor} /Columns 4 >>`;
  const entries = `/Type /XRef /W [1 2 1] /Index [1 5] /Size 6 /Root 1 0 R /Filter /FlateDecode ${predictor > 1 ? parameters : ""} ${trailer}`;
  const xref = `5 0 obj\n<< ${entries} /Length ${length ?? table.length} >>\nstream\n${table}\nendstream\nendobj\n`;
  return new Blob([latin1(`${head}${holder}${xref}startxref\n${at}\n%%EOF\n`)]);
}
interface PackedSpec {
  count?: number;
  predictor?: number;
  trailer?: string;
  length?: number;
}

describe("PDF facts: pages", () => {
  test("of a plain file are counted, however its table is divided", async () => {
    expect(await facts(pdfFile([{}, {}, {}]))).toEqual({ pageCount: 3, isEncrypted: false });
  });

  test.each([12, 1])("of a file that is packed throughout: predictor %s", async (predictor) => {
    expect(await facts(packedPdf({ predictor }))).toEqual({ pageCount: 7, isEncrypted: false });
  });

  test("of a file whose table is said to be longer than it is", async () => {
    expect(await facts(packedPdf({ length: 2 ** 31 }))).toMatchObject({ pageCount: 7 });
  });

  test("of a file that was changed: the newest table counts", async () => {
    const before = new TextDecoder("latin1").decode(pdfBytes([{}, {}]));
    const start = /startxref\n(\d+)/.exec(before)![1];
    const pages = "2 0 obj\n<< /Type /Pages /Count 9 /Kids [(a \\) >> b) [ << /Count 4 >> ]] >>\nendobj\n";
    const row = `${String(before.length).padStart(10, "0")} 00000 n \n`;
    const trailer = `trailer\n<< /Size 9 /Root 1 0 R /Prev ${start} >>\nstartxref\n${before.length + pages.length}\n%%EOF\n`;
    const changed = `${before}${pages}xref\n2 1\n${row}${trailer}`;
    expect(await facts(new Blob([latin1(changed)]))).toEqual({ pageCount: 9, isEncrypted: false });
  });

  test.skipIf(sharedFolder === "")("of a file from elsewhere", async () => {
    const file = new Blob([readFileSync(`${sharedFolder}/corpus/pdf/multi_11-pages.pdf`)]);
    expect(await facts(file)).toEqual({ pageCount: 11, isEncrypted: false });
  });

  test.each<[string, Blob]>([
    ["an end that is missing", pdfFile([{}, {}]).slice(0, 600)],
    ["nothing but the beginning", new Blob(["%PDF-1.7"])],
    ["a table that lies elsewhere", new Blob(["%PDF-1.7\nstartxref\n999999\n%%EOF"])],
    ["tables in a circle", new Blob(["%PDF-1.7\nxref\n0 0\ntrailer\n<< /Prev 9 >>\nstartxref\n9\n%%EOF"])],
    ["a count that nobody has", pdfFile([{}], { count: 2_000_000_000 })],
    ["a count below 1", pdfFile([{}], { count: -3 })],
    [
      "brackets without end",
      new Blob([`%PDF-1.7\nxref\n0 0\ntrailer\n<< /A ${"[".repeat(50_000)}\nstartxref\n9\n%%EOF`]),
    ],
  ])("are not known where the file is damaged: %s", async (_what, file) => {
    expect(await facts(file)).toEqual({ pageCount: undefined, isEncrypted: false });
  });

  test("a bomb of a table is given up", async () => {
    const bomb = deflateSync(new Uint8Array(2 ** 25)).toString("latin1");
    const entries = `/Type /XRef /W [1 2 1] /Size 9 /Root 1 0 R /Filter /FlateDecode /Length ${bomb.length}`;
    const file = `%PDF-1.5\n1 0 obj\n<< ${entries} >>\nstream\n${bomb}\nendstream\nstartxref\n9\n%%EOF`;
    expect(await facts(new Blob([latin1(file)]))).toEqual({ pageCount: undefined, isEncrypted: false });
  });
});

describe("PDF facts: protection", () => {
  test("is seen in a file that a password opens, and in one that only forbids", async () => {
    expect(await facts(lockedPdfFile())).toEqual({ pageCount: undefined, isEncrypted: true });
    expect(await facts(packedPdf({ trailer: "/Encrypt 9 0 R" }))).toMatchObject({ isEncrypted: true });
  });
});

test("PDF facts: an abort ends the reading with its reason", async () => {
  await expect(pdfFacts(pdfFile(), AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
});
