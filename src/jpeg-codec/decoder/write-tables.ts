/** Writes a picture's tables into the memory of the WebAssembly module. */
import { ZIGZAG } from "../zigzag.js";
import type { CodedPicture } from "./coded-picture.js";
import { type DecodePlan, QUANTIZATION_TABLE_BYTES } from "./decode-plan.js";
import { IDCT_BYTES, writeIdctWeights } from "./idct-weights.js";
import { LOOKUP_TABLE_BYTES, writeLookupTable } from "./lookup-table.js";

const COEFFICIENT_BYTES = 2;
/** The neutral value of Cb and Cr: no colour. */
const MIDDLE_LEVEL = 128;

/** `memory` must hold `plan.bytes`. All tables of an earlier picture are overwritten. */
export function writeTables(
  memory: ArrayBuffer,
  { huffmanTables, quantizationTables }: CodedPicture,
  { offsets, idctSizes, planes }: DecodePlan,
): void {
  new Uint8Array(memory, offsets.block, offsets.plan - offsets.block).fill(0);
  huffmanTables.forEach((table, number) => {
    if (table) writeLookupTable(memory, offsets.huffmanTables + number * LOOKUP_TABLE_BYTES, table);
  });
  quantizationTables.forEach((table, number) => {
    // Each step with its coefficient's position in a block.
    const words = table?.map((step, n) => (step << 16) | (ZIGZAG[n]! * COEFFICIENT_BYTES));
    const at = offsets.quantizationTables + number * QUANTIZATION_TABLE_BYTES;
    if (words)
      new Int32Array(memory, at, QUANTIZATION_TABLE_BYTES / 4).fill(ZIGZAG.length * COEFFICIENT_BYTES).set(words);
  });
  idctSizes.forEach((size, n) => writeIdctWeights(memory, offsets.idctWeights + n * IDCT_BYTES, size));
  new Uint8Array(memory, offsets.greyRow, planes[0]!.stride).fill(MIDDLE_LEVEL);
}
