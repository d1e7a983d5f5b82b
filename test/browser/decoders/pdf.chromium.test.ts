/** How the PDF decoder works with the list: pages, passwords, sizes, and every way in which its worker ends. */
import { expect, inject, test } from "vitest";
import { createImageQueue, prepareImage } from "vision-dropzone/core";
import { anthropicMessages } from "vision-dropzone/endpoints";
import { pdf } from "vision-dropzone/pdf";
import { createDefaultWorker } from "../../../src/decoders/pdf/default-worker.js";
import { EXTRA, lockedPdfFile, pdfFile, quadrants } from "../../fixtures/bytes/pdf.js";
import { pixelsOf, quadrantsOf } from "../../fixtures/canvas/files.js";
import { counted } from "../../fixtures/canvas/workers.js";

const timeoutMs = 60_000;
const QUADRANTS = "#f00 #0f0 #00f #ff0";
const A4 = { width: 595, height: 842, content: quadrants(595, 842) };

test("pdf(): pages become images as far as there is room, by one worker", async () => {
  const workers = counted(createDefaultWorker);
  const decoders = [pdf({ createWorker: workers.create })];
  const queue = createImageQueue({ endpoint: anthropicMessages, decoders, timeoutMs, maxFiles: 2 });
  queue.add([pdfFile([{}, {}, {}])]);
  const { images, rejected } = await queue.whenReady();
  expect(images.map(({ name, width }) => [name, width])).toEqual([
    ["paper (page 1).jpg", 666],
    ["paper (page 2).jpg", 666],
  ]);
  expect(rejected.map(({ name, error }) => [name, error.code])).toEqual([
    ["paper.pdf (page 3 of 3)", "too-many-files"],
  ]);
  expect(workers.started()).toBe(1);
});

test("pdf(): in the box, or as large as text needs", async () => {
  const decoders = [pdf()];
  const options = { endpoint: anthropicMessages, decoders, timeoutMs };
  expect(await prepareImage(pdfFile([A4]), options)).toMatchObject({ width: 678, height: 960 });
  const text = await prepareImage(pdfFile([A4]), { ...options, preset: "text" });
  expect([text.height > 1_500, quadrantsOf(await pixelsOf(text.blob))]).toEqual([true, QUADRANTS]);
});

test("pdf(): a page of 200 inches fits like any other", async () => {
  const page = { width: 14_400, height: 14_400, content: quadrants(14_400, 14_400) };
  const { blob, ...image } = await prepareImage(pdfFile([page]), { decoders: [pdf()], timeoutMs });
  expect(image).toMatchObject({ width: 960, height: 960 });
  expect(quadrantsOf(await pixelsOf(blob))).toBe(QUADRANTS);
});

test("pdf(): scripts, forms, links and files elsewhere: its page is drawn, and no server is asked for anything", async () => {
  const site = inject("otherSite")!;
  const asked = async () => ((await (await fetch(`${site}/asked`)).json()) as string[]).length;
  const before = await asked();
  const object = (at: number) => `${EXTRA + at} 0 R`;
  const objects = [
    `<< /S /JavaScript /JS (app.launchURL('${site}/open/a'); this.submitForm('${site}/open/b')) /Next ${object(1)} >>`,
    `<< /S /URI /URI (${site}/open/uri) /Next ${object(2)} >>`,
    `<< /S /SubmitForm /F << /FS /URL /F (${site}/open/submit) >> /Fields [] >>`,
    `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Border [0 0 0] /A << /S /GoToR /F << /FS /URL /F (${site}/open/a.pdf) >> /D [0 /Fit] >> >>`,
    `<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [0 0 9 9] /AA << /C ${object(0)} /F ${object(0)} >> >>`,
    `<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length 0 /FFilter /DCTDecode /F << /FS /URL /F (${site}/open/photo.png) >> >>\nstream\n\nendstream`,
    `<< /Fields [${object(4)}] /CO [${object(4)}] >>`,
  ];
  const annotations = `/Annots [${object(3)} ${object(4)}]`;
  const entries = `/AA << /O ${object(0)} /C ${object(1)} >> ${annotations} /Resources << /XObject << /I ${object(5)} >> >>`;
  const catalog = `/OpenAction ${object(0)} /AA << /WC ${object(2)} >> /AcroForm ${object(6)}`;
  const content = `${quadrants(240, 180)}\nq 9 0 0 9 0 0 cm /I Do Q`;
  const file = pdfFile([{ entries, content }], { objects, catalog });
  const { blob } = await prepareImage(file, { decoders: [pdf()], timeoutMs });
  expect(quadrantsOf(await pixelsOf(blob))).toBe(QUADRANTS);
  expect(await asked()).toBe(before);
});

test("pdf(): a password is asked for and passed on", async () => {
  const options = { decoders: [pdf()], timeoutMs };
  await expect(prepareImage(lockedPdfFile(), options)).rejects.toMatchObject({ code: "password-needed" });
  await expect(prepareImage(lockedPdfFile(), { ...options, password: "no" })).rejects.toMatchObject({
    code: "password-wrong",
  });
  const { blob } = await prepareImage(lockedPdfFile(), { ...options, password: "geheim" });
  expect(quadrantsOf(await pixelsOf(blob))).toBe(QUADRANTS);
});

test("pdf(): a damaged file is rejected with a reason, and the worker lives on", async () => {
  const workers = counted(createDefaultWorker);
  const decoders = [pdf({ createWorker: workers.create })];
  await expect(prepareImage(new Blob(["%PDF-1.7\n"]), { decoders, timeoutMs })).rejects.toMatchObject({
    code: "image-undecodable",
    message: "The PDF file is damaged: no picture can be decoded from it.",
  });
  expect(await prepareImage(pdfFile(), { decoders, timeoutMs })).toMatchObject({ width: 666 });
  expect([workers.started(), workers.running()]).toEqual([1, 1]);
});

test("pdf(): abort and the time limit end the worker in the middle of a page", async () => {
  // A shading whose colour takes 100,000 steps to compute, for each of its pixels: longer than any time limit.
  const program = `{ pop dup dup ${"dup pop ".repeat(50_000)}}`;
  const objects = [
    "<< /ShadingType 1 /ColorSpace /DeviceRGB /Matrix [240 0 0 180 0 0] /Function 100001 0 R >>",
    `<< /FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1] /Length ${program.length} >>\nstream\n${program}\nendstream`,
  ];
  const slow = pdfFile([{ content: "/S sh", entries: "/Resources << /Shading << /S 100000 0 R >> >>" }], { objects });
  const workers = counted(createDefaultWorker);
  const decoders = [pdf({ createWorker: workers.create })];
  await prepareImage(pdfFile(), { decoders, timeoutMs });
  await expect(prepareImage(slow, { decoders, timeoutMs: 1_000 })).rejects.toMatchObject({ code: "decode-timeout" });
  await expect.poll(() => [workers.started(), workers.running()]).toEqual([1, 0]);
  const controller = new AbortController();
  const queue = createImageQueue({ endpoint: anthropicMessages, decoders, timeoutMs });
  queue.subscribe(() => {
    const [item] = queue.getSnapshot().items;
    if (item?.status === "working" && item.file && item.progress?.step === "decode") controller.abort();
  });
  const [id] = queue.add([slow]);
  await expect.poll(() => controller.signal.aborted).toBe(true);
  queue.remove(id!);
  await expect.poll(() => [workers.started(), workers.running()]).toEqual([2, 0]);
});

test("pdf(): aborted at five moments of its work, it decodes the next file each time", async () => {
  const workers = counted(createDefaultWorker);
  const decoders = [pdf({ createWorker: workers.create })];
  const file = pdfFile([A4, A4]);
  for (let moment = 0; moment < 5; moment += 1) {
    const controller = new AbortController();
    const image = prepareImage(file, { decoders, timeoutMs, page: 2, signal: controller.signal });
    setTimeout(() => controller.abort(), Math.random() * 40 * moment);
    // It may have been ready before.
    await image.catch((cause: unknown) => expect(cause).toMatchObject({ name: "AbortError" }));
    expect(await prepareImage(pdfFile(), { decoders, timeoutMs })).toMatchObject({ width: 666 });
    expect(workers.running()).toBe(1);
  }
});
