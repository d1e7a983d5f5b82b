import type { Picture } from "./orientation.js";

/** Whether all pixels have the same colour. For most pictures the first few pixels tell. */
export function isOneColour({ pixels, width, height }: Picture): boolean {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const [first] = words;
  return words.every((word) => word === first);
}
