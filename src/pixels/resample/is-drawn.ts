/**
 * Whether a decoder drew this row: some pixel is neither transparent, black nor white, as decoders leave them when they give up.
 * `false`: unknown.
 */
export function isDrawn(row: Uint8ClampedArray, opaque: boolean): boolean {
  let isColoured = false;
  for (let at = 0; at < row.length; at += 4) {
    if (!opaque && row[at + 3] !== 255) return false;
    isColoured ||= isColour(row[at]!) || row[at] !== row[at + 1] || row[at] !== row[at + 2];
    if (isColoured && opaque) return true;
  }
  return isColoured;
}

const isColour = (level: number): boolean => level > 0 && level < 255;
