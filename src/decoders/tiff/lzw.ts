/** TIFF's LZW: codes of 9 to 12 bits, the highest bit first, or the lowest bit first in the form from before TIFF 5. */
const [CLEAR, END, FIRST, MAX_CODES] = [256, 257, 258, 4096];

/** At most `size` bytes. Throws for an invalid code. */
export function decodeLzw(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  // The old form begins with a clear code too, but with its bits in the other order.
  const isOld = bytes.length > 1 && bytes[0] === 0 && (bytes[1]! & 1) === 1;
  const out = new Uint8Array(size);
  const prefix = new Uint16Array(MAX_CODES);
  const suffix = new Uint8Array(MAX_CODES);
  const lengths = new Uint16Array(MAX_CODES).fill(1, 0, CLEAR);
  for (let code = 0; code < CLEAR; code++) suffix[code] = code;
  let [next, bits, previous, filled] = [FIRST, 9, -1, 0];
  let [held, heldBits, at] = [0, 0, 0];
  while (filled < size) {
    while (heldBits < bits && at < bytes.length) {
      held = isOld ? held | (bytes[at++]! << heldBits) : ((held << 8) | bytes[at++]!) & 0xffffff;
      heldBits += 8;
    }
    if (heldBits < bits) break;
    const code = isOld ? held & ((1 << bits) - 1) : (held >>> (heldBits - bits)) & ((1 << bits) - 1);
    if (isOld) held >>>= bits;
    heldBits -= bits;
    if (code === END) break;
    if (code === CLEAR) {
      [next, bits, previous] = [FIRST, 9, -1];
      continue;
    }
    if (code > next || (code === next && previous < 0) || (code >= CLEAR && code < FIRST))
      throw new Error("An LZW code is invalid.");
    const isNew = code === next;
    const length = isNew ? lengths[previous]! + 1 : lengths[code]!;
    let end = filled + length - 1;
    let walk = isNew ? previous : code;
    if (isNew) end--;
    let first = 0;
    for (; ; walk = prefix[walk]!) {
      first = suffix[walk]!;
      if (end < size) out[end] = first;
      end--;
      if (walk < CLEAR) break;
    }
    if (isNew && filled + length - 1 < size) out[filled + length - 1] = first;
    filled += length;
    if (previous >= 0 && next < MAX_CODES) {
      prefix[next] = previous;
      suffix[next] = first;
      lengths[next] = lengths[previous]! + 1;
      next++;
    }
    previous = code;
    if (next + (isOld ? 0 : 1) >= 1 << bits && bits < 12) bits++;
  }
  return out.subarray(0, Math.min(filled, size));
}

/** At most `size` bytes. */
export function decodePackBits(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(size);
  let filled = 0;
  for (let at = 0; at < bytes.length && filled < size;) {
    const count = (bytes[at++]! << 24) >> 24;
    if (count >= 0) {
      const part = bytes.subarray(at, Math.min(at + count + 1, at + size - filled));
      out.set(part, filled);
      filled += part.length;
      at += count + 1;
    } else if (count !== -128) {
      out.fill(bytes[at++] ?? 0, filled, filled + 1 - count);
      filled += 1 - count;
    }
  }
  return out.subarray(0, Math.min(filled, size));
}
