/** Two workers with a canvas at the best smoothing the browser has: what a careful app writes in an afternoon. */
import { inWorkers } from "./in-workers.mjs";

const SOURCE = `onmessage = async ({ data: { file, quality, mediaType, target } }) => {
  try {
    const bitmap = await createImageBitmap(file);
    const canvas = new OffscreenCanvas(target.width, target.height);
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(bitmap, 0, 0, target.width, target.height);
    bitmap.close();
    const blob = await canvas.convertToBlob({ type: mediaType, quality });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    postMessage({ base64: bytes.toBase64(), ...target, bytes: blob.size, engine: "canvas:worker" });
  } catch (error) {
    postMessage({ error: String(error) });
  }
}`;

const run = inWorkers(() => new Worker(URL.createObjectURL(new Blob([SOURCE], { type: "text/javascript" }))), 2);

export function prepareImage(file, { quality, mediaType, target }) {
  return run({ file, quality, mediaType, target });
}
