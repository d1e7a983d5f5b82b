import { topBoxes } from "./boxes.js";
import type { ByteReader } from "../byte-reader.js";

/** Pixels lie in a box at the top of the file, and every such box states its length. */
export async function isHeifCut(reader: ByteReader): Promise<boolean> {
  for await (const box of topBoxes(reader)) {
    if (box.end > reader.size) return true;
  }
  return false;
}
