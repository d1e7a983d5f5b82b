/** The PDF decoder as an app uses it, in each browser. */
import { describe, expect, test } from "vitest";
import { prepareImage } from "vision-dropzone/core";
import { pdf } from "vision-dropzone/pdf";
import { createDefaultWorker } from "../../../src/decoders/pdf/default-worker.js";
import { pdfFile } from "../../fixtures/bytes/pdf.js";
import { pixelsOf, quadrantsOf } from "../../fixtures/canvas/files.js";
import { forbidden } from "../../fixtures/canvas/workers.js";

/** Generous: a core shared with a browser may take long to compile 4 MB of WASM. */
const timeoutMs = 60_000;

describe.each<[string, () => Worker]>([
  ["in a worker", createDefaultWorker],
  ["on the page", forbidden],
])("pdf(), %s", (_, createWorker) => {
  test("pdf(): a page becomes a JPEG", async () => {
    const { blob, ...image } = await prepareImage(pdfFile(), { decoders: [pdf({ createWorker })], timeoutMs });
    expect(image).toMatchObject({
      name: "paper.jpg",
      width: 666,
      height: 500,
      source: { mediaType: "application/pdf", width: 666, height: 500 },
    });
    expect(quadrantsOf(await pixelsOf(blob))).toBe("#f00 #0f0 #00f #ff0");
  });
});
