/** The two ways of writing colours next to an alpha channel. */

type Bytes = Uint8ClampedArray<ArrayBuffer>;

/** In place. Resampling straight colours would mix the invisible colour of transparent pixels into the edges. */
export function premultiply(pixels: Bytes): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const alpha = pixels[at + 3]!;
    if (alpha === 255) continue;
    for (let channel = at; channel < at + 3; channel++) pixels[channel] = (pixels[channel]! * alpha) / 255;
  }
}

/** In place. The inverse, since `putImageData` takes straight colours. */
export function unpremultiply(pixels: Bytes): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const alpha = pixels[at + 3]!;
    if (alpha === 255 || alpha === 0) continue;
    for (let channel = at; channel < at + 3; channel++) pixels[channel] = (pixels[channel]! * 255) / alpha;
  }
}
