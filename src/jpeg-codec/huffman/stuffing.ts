/** In coded data a zero follows each 0xFF, so that it is no marker. */

/** The data without these zeros, and `spareBytes` more zeros behind it. `undefined`: a marker stands in it. */
export function unstuff(data: Uint8Array, spareBytes: number): { bytes: Uint8Array<ArrayBuffer>; length: number } | undefined {
  const bytes = new Uint8Array(data.length + spareBytes);
  let length = 0;
  let from = 0;
  while (from < data.length) {
    const stuffed = data.indexOf(0xff, from);
    if (stuffed !== -1 && data[stuffed + 1] !== 0) return undefined;
    const part = data.subarray(from, stuffed === -1 ? data.length : stuffed + 1);
    bytes.set(part, length);
    length += part.length;
    from += part.length + (stuffed === -1 ? 0 : 1);
  }
  return { bytes, length };
}
