/** Creates and releases canvases of either kind. */
import type { SentMediaType, Size } from "../shared/types.js";

export interface Surface {
  canvas: OffscreenCanvas | HTMLCanvasElement;
  context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;
}

/**
 * Tests the behaviour, never the version: Safari 16.2 has `OffscreenCanvas` without a 2D context, older ones have none at all.
 */
export function canDrawOffscreen(): boolean {
  if (typeof OffscreenCanvas === "undefined") return false;
  const canvas = new OffscreenCanvas(1, 1);
  return typeof canvas.convertToBlob === "function" && canvas.getContext("2d") !== null;
}

/** A canvas in main memory, since ours are read back. Throws if the browser cannot make one of that size. */
export function makeSurface({ width, height }: Size): Surface {
  const canvas = canDrawOffscreen() ? new OffscreenCanvas(width, height) : document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context: Surface["context"] | null = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error(`The browser gave no canvas of ${width}x${height}.`);
  return { canvas, context };
}

/**
 * At 2:1 the smoothing `low` is a plain average of four pixels in every browser; `high` is not, and is worst in WebKitGTK (T18).
 */
export function smoothen({ context }: Surface): void {
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "low";
}

/** iOS has one budget for all canvases of a page and collects them late (T22), so their memory is released at once. */
export function release({ canvas }: Surface): void {
  canvas.width = 0;
  canvas.height = 0;
}

/** `quality` is 0 to 1, and PNG ignores it. The blob may have another type than requested (T13). */
export function exportBlob({ canvas }: Surface, type: SentMediaType, quality: number): Promise<Blob> {
  if ("convertToBlob" in canvas) return canvas.convertToBlob({ type, quality });
  return new Promise((resolve, reject) => {
    const done = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error("The canvas gave no file.")));
    canvas.toBlob(done, type, quality);
  });
}
