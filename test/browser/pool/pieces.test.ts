/** A tall screenshot, drawn here: cut by the worker that decodes it, or by the page if there is no worker. */
import { expect, test } from "vitest";
import { anthropicMessages } from "vision-dropzone/endpoints";
import { createImageQueue } from "vision-dropzone/core";
import { canvasFile, pixelsOf } from "../../fixtures/canvas/files.js";
import { forbidden } from "../../fixtures/canvas/workers.js";

const size = { width: 600, height: 4000 };
/** Of a line of text and the gap below it, in pixels of the original. */
const LINE = 40;

/** Lines of "letters", each of a red of its own by its number, on white. */
function lines(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D): void {
  context.fillStyle = "#fff";
  context.fillRect(0, 0, size.width, size.height);
  for (let line = 0; line < size.height / LINE; line++) {
    context.fillStyle = `rgb(${line * 2} 0 0)`;
    for (let x = 20; x < size.width - 20; x += 16) context.fillRect(x, line * LINE + 6, 10, 24);
  }
}

test.each([
  ["a worker", {}],
  ["the page", { createWorker: forbidden }],
])("pieces: %s cuts between lines, and every line is whole in one piece", async (_where, place) => {
  const queue = createImageQueue({ endpoint: anthropicMessages, tall: "split", mediaType: "image/png", ...place });
  queue.add([new File([await canvasFile(size, lines, "image/png")], "page.png")]);
  const { images } = await queue.whenReady();
  expect(images.map(({ name }) => name)).toEqual([1, 2, 3].map((piece) => `page (${piece} of 3).png`));
  const whole = new Set<number>();
  for (const image of images) {
    expect(image.width).toBeGreaterThanOrEqual(400);
    expect(image.height).toBeLessThanOrEqual(960);
    const { rows } = image.changes.find((change) => change.code === "piece")!;
    const scale = image.width / size.width;
    const { data, width } = await pixelsOf(image.blob);
    for (let line = Math.ceil(rows.from / LINE); line * LINE + 30 <= rows.to; line++) {
      whole.add(line);
      const y = Math.round((line * LINE + 18 - rows.from) * scale);
      const red = data[(y * width + Math.round(25 * scale)) * 4]!;
      expect(Math.abs(red - line * 2), `line ${line} at row ${y}`).toBeLessThanOrEqual(4);
    }
  }
  expect(whole.size).toBe(size.height / LINE);
});
