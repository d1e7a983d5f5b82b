/** The pictures that probe a browser's decoders. */
import { concat } from "../../shared/concat.js";
import { isSof, segmentsInMemory } from "../../formats/jpeg/markers.js";
import { jpegExif } from "../../formats/jpeg/normalize.js";
import { writePng } from "../../formats/png/write-png.js";
import { exportBlob, makeSurface, release } from "../canvas.js";
import { withTimeout } from "../../shared/with-timeout.js";
import { writeJpeg } from "../encoders/write-jpeg.js";

/** A decoder that takes more than two seconds for 64x48 pixels is of no use. */
export const PROBE_TIME_LIMIT = { timeoutMs: 2_000 };
export const PROBE_SIZE = { width: 64, height: 48 };

type Paint = (context: ReturnType<typeof makeSurface>["context"]) => void;

/** In one colour, changed by `paint` if given. */
export async function probePicture(type: "image/jpeg" | "image/png", colour: string, paint?: Paint): Promise<Blob> {
  const surface = makeSurface({ ...PROBE_SIZE });
  surface.context.fillStyle = colour;
  surface.context.fillRect(0, 0, PROBE_SIZE.width, PROBE_SIZE.height);
  paint?.(surface.context);
  const { data } = surface.context.getImageData(0, 0, PROBE_SIZE.width, PROBE_SIZE.height);
  // In a hidden tab a canvas would take a second for each.
  const own =
    type === "image/png"
      ? writePng(new Uint8Array(data.buffer), PROBE_SIZE.width, PROBE_SIZE.height)
      : await writeJpeg({ ...PROBE_SIZE, pixels: data }, 0.9);
  const blob = own ? new Blob([own], { type }) : await withTimeout(exportBlob(surface, type, 0.9), PROBE_TIME_LIMIT);
  release(surface);
  return blob;
}

/** A white pixel and a black one beside it, in a PNG that asks (eXIf, orientation 2) to be shown mirrored. */
export function mirroredPng(): Blob {
  const base64 =
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAGmVYSWZNTQAqAAAACAABARIAAwAAAAEAAgAAAAAAACIob3oAAAAPSURBVHjaY/j//z8DAwMA" +
    "DvgC/nDwP7IAAAAASUVORK5CYII=";
  return new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type: "image/png" });
}

/** The same JPEG, saying that its samples have 12 bits, which no browser decodes. */
export function withTwelveBits(jpeg: ArrayBuffer): Blob {
  const bytes = new Uint8Array(jpeg.slice());
  for (const segment of segmentsInMemory(bytes)) if (segment && isSof(segment.marker)) bytes[segment.start] = 12;
  return new Blob([bytes], { type: "image/jpeg" });
}

/** The same JPEG, saying that it must be rotated. Made in one part, as Firefox requires (T19). */
export function asLyingOnItsSide(jpeg: ArrayBuffer): Blob {
  const bytes = new Uint8Array(jpeg);
  // Orientation 6: the camera was held on its side.
  return new Blob([concat([jpegExif(6), bytes.subarray(2)])], { type: "image/jpeg" });
}
