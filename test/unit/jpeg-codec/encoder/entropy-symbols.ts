/** The entropy symbols of a baseline JPEG in one scan, read bit by bit. Shares no code with the library. */

export interface EntropySymbols {
  /** In order: number of the Huffman table (AC tables from 2 on), symbol, and the bits that follow it. */
  list: [table: number, symbol: number, bits: number][];
  /** Bytes of the entropy-coded data, stuffed zeros aside: how many of those there are depends on which of the codes of a length is whose. */
  dataBytes: number;
}

export function entropySymbols(file: Uint8Array): EntropySymbols {
  /** By number: symbols by code, as text of ones and zeros. */
  const tables: Map<string, number>[] = [];
  let mcus = 0;
  /** Of each component: blocks in an MCU. */
  let blocks: number[] = [];
  let at = 2;
  for (;;) {
    const marker = file[at + 1]!;
    const payload = file.subarray(at + 4, at + 2 + file[at + 2]! * 256 + file[at + 3]!);
    at += 4 + payload.length;
    if (marker === 0xc4) readTables(payload, tables);
    if (marker === 0xc0) {
      const factors = Array.from({ length: payload[5]! }, (_, n) => payload[7 + 3 * n]!);
      blocks = factors.length === 1 ? [1] : factors.map((factor) => (factor >> 4) * (factor & 15));
      const px = (shift: number) =>
        8 * (factors.length === 1 ? 1 : Math.max(...factors.map((factor) => (factor >> shift) & 15)));
      mcus =
        Math.ceil((payload[3]! * 256 + payload[4]!) / px(4)) * Math.ceil((payload[1]! * 256 + payload[2]!) / px(0));
    }
    if (marker !== 0xda) continue;
    const components = blocks.map((count, n) => ({
      count,
      dc: payload[2 + 2 * n]! >> 4,
      ac: 2 + (payload[2 + 2 * n]! & 15),
    }));
    return readScan(unstuffed(file.subarray(at, -2)), mcus, components, tables);
  }
}

function readTables(payload: Uint8Array, tables: Map<string, number>[]): void {
  for (let at = 0; at < payload.length;) {
    const table = new Map<string, number>();
    tables[(payload[at]! >> 4) * 2 + (payload[at]! & 15)] = table;
    const counts = payload.subarray(at + 1, at + 17);
    at += 17;
    let code = 0;
    for (const [n, count] of counts.entries()) {
      for (let left = count; left > 0; left--) table.set((code++).toString(2).padStart(n + 1, "0"), payload[at++]!);
      code *= 2;
    }
  }
}

function unstuffed(data: Uint8Array): Uint8Array {
  return data.filter((byte, at) => byte !== 0 || data[at - 1] !== 0xff);
}

function readScan(
  data: Uint8Array,
  mcus: number,
  components: { count: number; dc: number; ac: number }[],
  tables: Map<string, number>[],
): EntropySymbols {
  const list: EntropySymbols["list"] = [];
  let at = 0;
  const bit = () => {
    if (at >= data.length * 8) throw new Error("The data ends before the picture.");
    return (data[at >> 3]! >> (7 - (at++ & 7))) & 1;
  };
  const next = (table: number): number => {
    let code = "";
    while (!tables[table]!.has(code)) code += bit();
    const symbol = tables[table]!.get(code)!;
    let bits = 0;
    for (let left = symbol & 15; left > 0; left--) bits = bits * 2 + bit();
    list.push([table, symbol, bits]);
    return symbol;
  };
  for (let mcu = 0; mcu < mcus; mcu++) {
    for (const { count, dc, ac } of components) {
      for (let block = 0; block < count; block++) {
        next(dc);
        for (let coefficient = 1; coefficient < 64;) {
          const symbol = next(ac);
          if (symbol === 0) break;
          coefficient += (symbol >> 4) + 1;
        }
      }
    }
  }
  if (data.length * 8 - at > 7) throw new Error("More data than the picture has.");
  while (at < data.length * 8)
    if (bit() === 0) throw new Error("The last byte is filled up with something else than ones.");
  return { list, dataBytes: data.length };
}
