/** Writes symbols as entropy-coded data, with codes by key, each above its length of 5 bits (see `huffman-codes.ts`). Returns where the data ends. */
export function writeSymbols(from: usize, to: usize, codes: usize, out: usize): usize {
  let bits: u64 = 0;
  let held = 0;
  for (; from < to; from += 4) {
    const symbol = load<u32>(from);
    const entry = load<u32>(codes + (<usize>(symbol >>> 16) << 2));
    const size = (symbol >>> 16) & 15;
    const length = (entry & 31) + size;
    bits = (bits << length) | (<u64>(entry >>> 5) << size) | (symbol & 0xffff);
    held += length;
    if (held < 32) continue;
    held -= 32;
    const word = <u32>(bits >>> held);
    // Four bytes at once, unless one of them is 0xFF: its complement is a zero byte, which this finds.
    if (((~word - 0x01010101) & word & 0x80808080) == 0) {
      store<u32>(out, bswap<u32>(word));
      out += 4;
    } else {
      for (let shift = 24; shift >= 0; shift -= 8) out = putByte(out, word >>> shift);
    }
  }
  // The last byte is filled up with ones.
  const missing = -held & 7;
  bits = (bits << missing) | ((1 << missing) - 1);
  for (held += missing; held > 0; held -= 8) out = putByte(out, <u32>(bits >>> (held - 8)));
  return out;
}

/** Stuffs a zero behind 0xFF, so that it is no marker. */
function putByte(out: usize, byte: u32): usize {
  store<u8>(out, byte);
  if ((byte & 0xff) != 0xff) return out + 1;
  store<u8>(out, 0, 1);
  return out + 2;
}
