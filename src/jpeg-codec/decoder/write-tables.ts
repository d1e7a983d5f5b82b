/** What a picture's header says, put where the decoder reads it. */
import { ZIGZAG } from "../zigzag.js";
import type { CodedPicture } from "./coded-picture.js";
import { type DecodePlan, QUANTA_BYTES } from "./decode-plan.js";
import { LOOKUP_TABLE_BYTES, writeLookupTable } from "./lookup-table.js";
import { TRANSFORM_BYTES, writeTransform } from "./transform-weights.js";

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
