/** Rotates a picture upright, for browsers that return the pixels as stored. */
import type { Orientation, Size } from "../shared/types.js";

export interface Picture extends Size {
  /** RGBA, straight alpha, row by row. */
  pixels: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * Whether a picture of size `decoded` still has to be rotated: its sides are those of the upright one, swapped. Only 5 to 8 swap
 * sides. With 2 to 4, and in square pictures, the sides do not tell, and the browser is trusted.
 */
export function isUnrotated(decoded: Size, upright: Size, orientation: Orientation): boolean {
  return (
    orientation >= 5 &&
    decoded.width !== decoded.height &&
    decoded.width === upright.height &&
    decoded.height === upright.width
  );
}

/** Whether a picture's sides are the same, rotated or not. */
export function canRotateUnseen({ width, height, orientation }: Size & { orientation: Orientation }): boolean {
  return orientation < 5 || width === height;
}

/** The same size with its sides swapped. */
export function swapped({ width, height }: Size): Size {
  return { width: height, height: width };
}

/** The upright picture, made from the stored one by the meaning of the EXIF tag. */
export function rotateUpright({ pixels, width, height }: Picture, orientation: Orientation): Picture {
  const from = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const isSideways = orientation >= 5;
  const upright: Size = isSideways ? { width: height, height: width } : { width, height };
  const to = new Uint32Array(from.length);
  const fromRight = orientation === 2 || orientation === 3 || orientation === 7 || orientation === 8;
  const fromBottom = orientation === 3 || orientation === 4 || orientation === 6 || orientation === 7;
  const columnStep = fromRight ? -1 : 1;
  const rowStep = fromBottom ? -width : width;
  const origin = (fromRight ? width - 1 : 0) + (fromBottom ? (height - 1) * width : 0);
  const [alongX, alongY] = isSideways ? [rowStep, columnStep] : [columnStep, rowStep];
  for (let y = 0, at = 0; y < upright.height; y++) {
    let stored = origin + y * alongY;
    for (let x = 0; x < upright.width; x++, stored += alongX) to[at++] = from[stored]!;
  }
  return { ...upright, pixels: new Uint8ClampedArray(to.buffer) };
}
