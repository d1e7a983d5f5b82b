/** What a picture's header says, put where the decoder reads it. */
import type { CodedPicture } from "./coded-picture.js";
import { type DecodePlan, QUANTA_BYTES } from "./decode-plan.js";
import { LOOKUP_TABLE_BYTES, writeLookupTable } from "./lookup-table.js";
import { TRANSFORM_BYTES, writeTransform } from "./transform-weights.js";

/** The order in which a file has coefficients: in a zigzag from the lowest frequencies to the highest. */
const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50,
  43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
] as const;
const COEFFICIENT_BYTES = 2;
/** Of a component: it means no colour. */
const MIDDLE_LEVEL = 128;

/** `memory` must hold `plan.bytes`. Nothing is left of an earlier picture. */
export function writeTables(memory: ArrayBuffer, { tables, quanta }: CodedPicture, { places, transforms, planes }: DecodePlan): void {
  new Uint8Array(memory, places.block, places.plan - places.block).fill(0);
  tables.forEach((table, number) => {
    if (table) writeLookupTable(memory, places.tables + number * LOOKUP_TABLE_BYTES, table);
  });
  quanta.forEach((table, number) => {
    // Beside each its place among 64 numbers of 16 bits.
    const words = table?.map((quantum, n) => (quantum << 16) | (ZIGZAG[n]! * COEFFICIENT_BYTES));
    if (words) new Int32Array(memory, places.quanta + number * QUANTA_BYTES, QUANTA_BYTES / 4).fill(ZIGZAG.length * COEFFICIENT_BYTES).set(words);
  });
  transforms.forEach((size, n) => writeTransform(memory, places.transforms + n * TRANSFORM_BYTES, size));
  new Uint8Array(memory, places.greyRow, planes[0]!.stride).fill(MIDDLE_LEVEL);
}
