/**
 * A picture as JPEG, to the last coefficient as libjpeg writes it: baseline, colours at half the size, Huffman tables made for the
 * picture. No canvas: nothing is copied to a surface, to another process, or into a `Blob` that waits for the garbage collector.
 */
import { concat } from "../concat.js";
import { optimalTables } from "../huffman/optimal-table.js";
import { quantaFor } from "../quantization-tables.js";
import { EOI } from "../segments.js";
import { codesByKey, maxDataBytes } from "../huffman/write-tokens.js";
import type { Picture } from "../../pixels/orientation.js";
import type { WasmModule } from "../../shared/wasm-module.js";
import { writeHead } from "./head.js";
import { GROUP_PX, planEncoding } from "./encode-plan.js";
import { writeOrder, writeQuanta } from "./write-quanta.js";

/** The module's exports; pointers and lengths are in bytes of its memory. */
export interface Exports {
  begin: (width: number, rows: number, planes: number, block: number, predictions: number, quanta: number, frequencies: number, order: number, tokens: number) => void;
  encodeRows: (rows: number) => void;
  tokensEnd: () => number;
  writeTokens: (from: number, to: number, codes: number, out: number) => number;
}

/** What is transparent counts as if it were not. `quality`: 0 to 1. */
export function encodeJpeg({ run, memoryOf }: WasmModule<Exports>, picture: Picture, quality: number): Uint8Array<ArrayBuffer> {
  const { pixels, width, height } = picture;
  const { places, rowTokenBytes, likelyBytes } = planEncoding(picture);
  const quanta = quantaFor(quality);
  const memory = memoryOf(likelyBytes);
  new Uint8Array(memory, places.predictions, places.codes - places.predictions).fill(0);
  writeQuanta(memory, places.quanta, quanta);
  writeOrder(memory, places.order);
  run.begin(width, places.rows, places.planes, places.block, places.predictions, places.quanta, places.frequencies, places.order, places.tokens);
  for (let row = 0; row < height; row += GROUP_PX) {
    const rows = Math.min(GROUP_PX, height - row);
    const bytes = new Uint8Array(memoryOf(run.tokensEnd() + rowTokenBytes));
    bytes.set(pixels.subarray(row * width * 4, (row + rows) * width * 4), places.rows);
    run.encodeRows(rows);
  }
  const end = run.tokensEnd();
  const frequencies = new Uint32Array(memoryOf(end), places.frequencies, places.frequencyCount);
  const tables = optimalTables({ frequencies });
  const data = new Uint8Array(memoryOf(end + maxDataBytes({ frequencies }, tables)));
  new Uint32Array(data.buffer, places.codes, places.frequencyCount).set(codesByKey(tables));
  const dataEnd = run.writeTokens(places.tokens, end, places.codes, end);
  return concat([writeHead(picture, quanta, tables), data.subarray(end, dataEnd), Uint8Array.of(0xff, EOI)]);
}
