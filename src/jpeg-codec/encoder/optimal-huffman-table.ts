/** The Huffman table that codes a picture's own symbols in the fewest bits, as libjpeg makes it (ISO/IEC 10918-1, annex K.2). */
import { type HuffmanTable, MAX_CODE_BITS } from "../huffman-table.js";

/** Tables by number, from frequencies by `table << 8 | symbol`. `undefined`: no block uses this table. */
export function optimalHuffmanTables(frequencies: Uint32Array): (HuffmanTable | undefined)[] {
  return Array.from({ length: frequencies.length >> 8 }, (_, number) => {
    const own = frequencies.subarray(number << 8, (number + 1) << 8);
    return own.some((frequency) => frequency > 0) ? optimalHuffmanTable(own) : undefined;
  });
}

/** `frequencies` by symbol, with at least one above zero. */
export function optimalHuffmanTable(frequencies: Uint32Array): HuffmanTable {
  const used = [...frequencies.keys()].filter((symbol) => frequencies[symbol]! > 0);
  const rarestFirst = used.sort((a, b) => frequencies[a]! - frequencies[b]!);
  // One extra symbol, which never occurs, takes the code that is all ones. The format forbids that code: ones fill up the last
  // byte.
  const lengths = huffmanLengths([1, ...rarestFirst.map((symbol) => frequencies[symbol]!)]);
  const counts = limitLengths(lengths);
  counts[counts.findLastIndex((count) => count > 0)]!--;
  return { counts: Uint8Array.from(counts), symbols: Uint8Array.from(rarestFirst.toReversed()) };
}

/**
 * The number of codes of each length, starting with 1, that Huffman's method gives to these weights, which must be in rising
 * order.
 */
function huffmanLengths(weights: readonly number[]): number[] {
  const leaves = weights.length;
  const nodes = [...weights];
  const parents: number[] = [];
  let leaf = 0;
  let pair = leaves;
  // Sums come in rising order, too, so the lightest node is the next leaf or the next sum.
  const lightest = () => (leaf < leaves && (pair >= nodes.length || nodes[leaf]! <= nodes[pair]!) ? leaf++ : pair++);
  while (nodes.length < 2 * leaves - 1) {
    const [a, b] = [lightest(), lightest()];
    parents[a] = parents[b] = nodes.length;
    nodes.push(nodes[a]! + nodes[b]!);
  }
  const depths: number[] = [];
  const counts: number[] = [];
  for (let node = nodes.length - 1; node >= 0; node--) {
    const parent = parents[node];
    depths[node] = parent === undefined ? 0 : depths[parent]! + 1;
    if (node < leaves) counts[depths[node]! - 1] = (counts[depths[node]! - 1] ?? 0) + 1;
  }
  return Array.from(counts, (count) => count ?? 0);
}

/**
 * Shortens codes of more than 16 bits, in pairs: one moves up to its parent's place, the other shares a shorter code's place, one
 * bit longer.
 */
function limitLengths(lengths: readonly number[]): number[] {
  const counts = Array.from({ length: Math.max(lengths.length, MAX_CODE_BITS) }, (_, at) => lengths[at] ?? 0);
  for (let at = counts.length - 1; at >= MAX_CODE_BITS; at--) {
    while (counts[at]! > 0) {
      let shorter = at - 2;
      while (counts[shorter] === 0) shorter--;
      counts[at]! -= 2;
      counts[at - 1]!++;
      counts[shorter]!--;
      counts[shorter + 1]! += 2;
    }
  }
  return counts.slice(0, MAX_CODE_BITS);
}
