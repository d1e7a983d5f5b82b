/** PDFium as it runs in the decoder's worker: what it draws, and what it makes of files that are made to harm. */
import { readFileSync } from "node:fs";
import { constants, deflateRawSync, deflateSync } from "node:zlib";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { pdfPages, pictureSize } from "../../../src/decoders/pdf/decode-pdf.js";
import { forgetPdfium, openPdf, type PdfRequest } from "../../../src/decoders/pdf/pdfium.js";
import { pdf } from "../../../src/pdf.js";
import { EXTRA, lockedPdfFile, pdfBytes, pdfFile, QUADRANTS } from "../../fixtures/bytes/pdf.js";
import { ascii, join } from "../../fixtures/bytes/write.js";

let wasmUrl = "";
let lastFileId = 0;
const ignore = () => {};
const { grow: originalGrow } = WebAssembly.Memory.prototype;
const request = (password?: string): PdfRequest => ({ fileId: ++lastFileId, password, wasmUrl });
const fileOf = (...parts: BlobPart[]) => new File(parts, "a.pdf");

beforeAll(() => {
  const wasm = readFileSync(new URL("../../../node_modules/@hyzyla/pdfium/dist/pdfium.wasm", import.meta.url));
  wasmUrl = URL.createObjectURL(new Blob([wasm]));
});

/** Colours at a quarter and three quarters of each side, row by row. */
async function quadrants(file: Blob, page = 1, password?: string): Promise<string> {
  const { render } = await openPdf(file, request(password), ignore);
  const pixels = render(page - 1, { width: 40, height: 40 });
  const at = (x: number, y: number) => [...pixels.subarray((y * 40 + x) * 4, (y * 40 + x) * 4 + 3)];
  const hex = (colour: number[]) => `#${colour.map((level) => Math.round(level / 17).toString(16)).join("")}`;
  return [at(10, 10), at(30, 10), at(10, 30), at(30, 30)].map(hex).join(" ");
}

const REFUSED = /^PDFium does not open it|^This PDF has no pages/;
const DRAWN = "#f00 #0f0 #00f #ff0";

describe("pdf: drawing", () => {
  test("a page: its colours in their places", async () => {
    expect(await quadrants(pdfFile())).toBe(DRAWN);
  });

  test("a page that is stored rotated: upright", async () => {
    expect(await quadrants(pdfFile([{ entries: "/Rotate 90" }]))).toBe("#00f #f00 #ff0 #0f0");
    const { sizes } = await pdfPages(pdfFile([{ entries: "/Rotate 90" }]), request(), ignore);
    expect(sizes).toEqual([{ width: 500, height: 666 }]);
  });

  test("a filled-in form field and an annotation: as they look, without a highlight", async () => {
    const look = (colour: string) =>
      `<< /Type /XObject /Subtype /Form /BBox [0 0 120 90] /Length 30 >>\nstream\n${`${colour} rg 0 0 120 90 re f`.padEnd(30)}\nendstream`;
    const field = (rect: string, subtype: string, appearance: number) =>
      `<< /Type /Annot /Subtype ${subtype} /FT /Tx /T (${appearance}) /F 4 /Rect [${rect}] /AP << /N ${appearance} 0 R >> >>`;
    const objects = [
      field("0 90 120 180", "/Widget", EXTRA + 1),
      look("1 0 1"),
      field("120 0 240 90", "/Stamp", EXTRA + 3),
      look("0 1 1"),
      `<< /Fields [${EXTRA} 0 R] >>`,
    ];
    const file = pdfFile([{ content: "", entries: `/Annots [${EXTRA} 0 R ${EXTRA + 2} 0 R]` }], {
      objects,
      catalog: `/AcroForm ${EXTRA + 4} 0 R`,
    });
    expect(await quadrants(file)).toBe("#f0f #fff #fff #0ff");
  });

  test("one of the standard fonts, which is not in the file: letters", async () => {
    const content = "BT /F1 200 Tf 20 20 Td (M) Tj ET";
    const entries = "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
    const { render } = await openPdf(pdfFile([{ content, entries }]), request(), ignore);
    const dark = render(0, { width: 40, height: 40 }).filter((level, at) => at % 4 === 0 && level < 64);
    expect(dark.length).toBeGreaterThan(200);
  });

  test.each([
    ["A4", { width: 595, height: 842 }, { width: 1652, height: 2338 }],
    ["200 inches each way", { width: 14_400, height: 14_400 }, { width: 4_000, height: 4_000 }],
    ["a ribbon", { width: 14_400, height: 0.01 }, { width: 16_384, height: 1 }],
    ["beyond all measure", { width: 1e9, height: 1e9 }, { width: 4_000, height: 4_000 }],
    ["a point", { width: 0.1, height: 0.1 }, { width: 1, height: 1 }],
  ])("the size of a picture: %s", (_, points, size) => {
    expect(pictureSize(points)).toEqual(size);
  });
});

describe("pdf: pages", () => {
  test("each with its size, the file opened once", async () => {
    const file = pdfFile([{ width: 360, height: 720 }, {}, { width: 72, height: 72 }]);
    const same = request();
    expect(await pdfPages(file, same, ignore)).toEqual({
      count: 3,
      sizes: [
        { width: 1000, height: 2000 },
        { width: 666, height: 500 },
        { width: 200, height: 200 },
      ],
    });
    const document = await openPdf(file, same, ignore);
    expect(await openPdf(file, same, ignore)).toBe(document);
    expect(await openPdf(file, request(), ignore)).not.toBe(document);
  });

  test.each([
    ["without a password", undefined, { code: "password-needed" }],
    ["with a wrong one", "Geheim", { code: "password-wrong" }],
  ])("an encrypted file %s: a value that says so", async (_, password, error) => {
    await expect(pdfPages(lockedPdfFile(), request(password), ignore)).rejects.toMatchObject(error);
  });

  test("an encrypted file that is open, with a wrong password: rejected, and with the right one open again", async () => {
    const [file, right] = [lockedPdfFile(), request("geheim")];
    const { pageCount } = await openPdf(file, right, ignore);
    await expect(openPdf(file, { ...right, password: "no" }, ignore)).rejects.toMatchObject({ code: "password-wrong" });
    expect(await openPdf(file, right, ignore)).toMatchObject({ pageCount });
  });

  test("an encrypted file with its password: as any other", async () => {
    expect(await quadrants(lockedPdfFile(), 1, "geheim")).toBe(DRAWN);
  });

  test.each([
    ["%PDF-1.7 at once", "%PDF-1.7", "application/pdf"],
    ["behind a printer's words", `${"%".repeat(900)}%PDF-1.4`, "application/pdf"],
    ["too far behind", `${" ".repeat(1_024)}%PDF-1.4`, undefined],
    ["no PDF", "%!PS-Adobe", undefined],
  ])("recognized by its first bytes: %s", (_, head, expected) => {
    expect(pdf().sniff!(ascii(head))).toBe(expected);
  });
});

/** 640 megabytes of zeros, compressed twice: some kilobytes. */
function bomb(): Uint8Array<ArrayBuffer> {
  const megabyte = deflateRawSync(new Uint8Array(2 ** 20), { finishFlush: constants.Z_SYNC_FLUSH });
  const once = Buffer.concat([Buffer.of(0x78, 0x9c), ...Array.from({ length: 640 }, () => megabyte)]);
  return Uint8Array.from(deflateSync(once));
}

describe("pdf: hostile files", () => {
  test("10,000 pages: counted, and the last one drawn", async () => {
    const file = pdfFile(Array.from({ length: 10_000 }, (_, at) => (at === 9_999 ? {} : { content: "" })));
    const same = request();
    const { count, sizes } = await pdfPages(file, same, ignore);
    expect([count, sizes?.length]).toEqual([10_000, 1_000]);
    expect(await quadrants(file, 10_000)).toBe(DRAWN);
  });

  test("a count of a million, and one page: one", async () => {
    expect(await pdfPages(pdfFile([{}], { count: 1_000_000 }), request(), ignore)).toMatchObject({ count: 1 });
  });

  test("a tree of pages with a loop: rejected", async () => {
    const bytes = pdfBytes([{}]);
    const text = new TextDecoder("latin1").decode(bytes).replace("/Kids [10 0 R]", "/Kids [ 2 0 R]");
    await expect(pdfPages(fileOf(text), request(), ignore)).rejects.toThrow(REFUSED);
  });

  test("scripts, launch actions, addresses: the page is drawn, and nothing is asked for", async () => {
    const asked: unknown[] = [];
    const { fetch } = globalThis;
    globalThis.fetch = (address, options) => {
      if (address !== wasmUrl) asked.push(address);
      return fetch(address, options);
    };
    const link = "/Type /Annot /Subtype /Link /Rect [0 0 1 1] /Border [0 0 0]";
    const objects = [
      "<< /S /JavaScript /JS (while (true) app.alert('x')) /Next 100001 0 R >>",
      "<< /S /URI /URI (http://127.0.0.1:9/opened) >>",
      `<< ${link} /A << /S /GoToR /F (http://127.0.0.1:9/a.pdf) /D [0 /Fit] >> >>`,
      "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length 0 /FFilter /DCTDecode /F << /FS /URL /F (http://127.0.0.1:9/a.jpg) >> >>\nstream\n\nendstream",
    ];
    const entries = `/AA << /O ${EXTRA} 0 R >> /Annots [${EXTRA + 2} 0 R] /Resources << /XObject << /I ${EXTRA + 3} 0 R >> >>`;
    const content = `${QUADRANTS}\nq 10 0 0 10 0 0 cm /I Do Q`;
    const file = pdfFile([{ entries, content }], { objects, catalog: `/OpenAction ${EXTRA} 0 R` });
    try {
      expect(await quadrants(file)).toBe(DRAWN);
      expect(asked).toEqual([]);
    } finally {
      globalThis.fetch = fetch;
    }
  });

  test("a stream of 640 MB in some kilobytes: no more memory than it may have, and the next file is drawn", async () => {
    const memories = new Set<WebAssembly.Memory>();
    const grow = vi.spyOn(WebAssembly.Memory.prototype, "grow").mockImplementation(function (
      this: WebAssembly.Memory,
      pages,
    ) {
      memories.add(this);
      return Reflect.apply(originalGrow, this, [pages]);
    });
    const content = bomb();
    expect(content.length).toBeLessThan(50_000);
    const outcome = quadrants(pdfFile([{ content, stream: "/Filter [/FlateDecode /FlateDecode]" }]));
    await expect(outcome.catch(() => "refused")).resolves.toMatch(/^refused$|^#fff #fff #fff #fff$/);
    grow.mockRestore();
    expect(Math.max(...[...memories].map(({ buffer }) => buffer.byteLength))).toBeLessThan(1.2 * 2 ** 29);
    forgetPdfium();
    expect(await quadrants(pdfFile())).toBe(DRAWN);
  });

  test("a page too large for memory: rejected, and what was opened for it is closed", async () => {
    const calls: string[] = [];
    const { instantiate } = WebAssembly;
    vi.spyOn(WebAssembly, "instantiate").mockImplementation((async (module: WebAssembly.Module, imports: object) => {
      const { exports } = await instantiate(module, imports as WebAssembly.Imports);
      const spied = ["FPDF_LoadPage", "FPDF_ClosePage", "FORM_OnBeforeClosePage", "FPDF_CloseDocument"].map((name) => {
        const real = exports[name] as (...given: unknown[]) => unknown;
        return [name, (...given: unknown[]) => (calls.push(name), real(...given))];
      });
      return { exports: { ...exports, ...Object.fromEntries(spied) } };
    }) as never);
    forgetPdfium();
    try {
      const { render } = await openPdf(pdfFile(), request(), ignore);
      expect(() => render(0, { width: 16_000, height: 16_000 })).toThrow("needs too much memory");
      expect(calls).toEqual(["FPDF_LoadPage", "FPDF_ClosePage"]);
      expect(render(0, { width: 40, height: 40 })).toHaveLength(6_400);
      await openPdf(pdfFile(), request(), ignore);
      expect(calls.slice(2)).toEqual([
        "FPDF_LoadPage",
        "FORM_OnBeforeClosePage",
        "FPDF_ClosePage",
        "FPDF_CloseDocument",
      ]);
    } finally {
      vi.restoreAllMocks();
      forgetPdfium();
    }
  });

  test.each([
    ["no file but its beginning", ["%PDF-1.7\n"]],
    ["zeros behind it", ["%PDF-1.7\n", new Uint8Array(10_000)]],
    ["no pages at all", [pdfBytes([])]],
    ["truncated in the middle", [pdfBytes([{}, {}]).slice(0, 600)]],
    ["a catalog that is not there", [join("%PDF-1.7\ntrailer\n<< /Root 7 0 R >>\nstartxref\n9\n%%EOF")]],
  ])("%s: rejected", async (_, parts) => {
    await expect(pdfPages(fileOf(...(parts as BlobPart[])), request(), ignore)).rejects.toThrow(REFUSED);
  });
});
