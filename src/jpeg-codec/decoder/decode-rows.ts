/**
 * Decodes a JPEG's rows in order, at a fraction of its size, one row of MCUs at a time, so that neither the file nor the picture
 * is ever in memory as a whole.
 */
import type { Size } from "../../shared/types.js";
import type { WasmModule } from "../../shared/wasm-module.js";
import type { CodedData } from "./coded-data.js";
import type { CodedPicture } from "./coded-picture.js";
import { BLOCK_ENTRY_BYTES, DATA_BYTES, planDecoding, type Plane } from "./decode-plan.js";
import { writeTables } from "./write-tables.js";

/** The module's exports; pointers and lengths are in bytes of its memory. */
export interface DecoderExports {
  begin: (restartInterval: number, data: number) => void;
  setStuffedData: (from: number, to: number, isLast: boolean) => void;
  position: () => number;
  isAtEnd: () => number;
  decodeMcus: (
    plan: number,
    blocks: number,
    block: number,
    predictions: number,
    first: number,
    count: number,
  ) => number;
  toRgb: (y: number, cb: number, cr: number, out: number, count: number) => void;
}

export interface DecodedRows extends Size {
  /**
   * Copies the next `count` rows of RGBX to the beginning of `into`. Rejects if coded data is damaged, at the last row at the
   * latest: an incomplete picture, or one without EOI, is never returned as complete.
   */
  next: (count: number, into: Uint8ClampedArray) => Promise<void>;
}

/** Decodes one picture at a time: the next takes over the memory. `undefined`: cannot be decoded at this size. */
export function decodeRows(
  { run, memoryOf }: WasmModule<DecoderExports>,
  file: CodedData,
  picture: CodedPicture,
  eighths: number,
): DecodedRows | undefined {
  const plan = planDecoding(picture, eighths);
  if (!plan) return undefined;
  const { width, height, mcusAcross, mcusDown, mcuRows, blocks, offsets } = plan;
  const [y, cb, cr] = plan.planes as [Plane, Plane, Plane];
  const memory = memoryOf(plan.bytes);
  const bytes = new Uint8Array(memory);
  const entries = new Int32Array(memory, offsets.plan, (blocks.length * BLOCK_ENTRY_BYTES) / 4);
  const planned = blocks.flat();
  /** How far the file has been decoded, in bytes. */
  let decodedTo = picture.dataStart;
  let mcuRow = 0;
  /** Pixel rows in the last row of MCUs: how many there are, and how many were copied. */
  let rowsMade = 0;
  let rowsCopied = 0;
  let rowsLeft = height;

  async function supplyData(): Promise<void> {
    const data = await file.from(decodedTo, DATA_BYTES);
    bytes.set(data, offsets.stuffedData);
    run.setStuffedData(offsets.stuffedData, offsets.stuffedData + data.length, decodedTo + data.length === file.bytes);
  }

  async function decodeMcuRow(): Promise<void> {
    if (mcuRow === 0) await supplyData();
    // The module moves each block's destination on.
    entries.set(planned);
    for (let done = 0; done < mcusAcross;) {
      done = run.decodeMcus(offsets.plan, blocks.length, offsets.block, offsets.predictions, done, mcusAcross);
      if (done < 0) throw new Error("The picture's coded data is damaged.");
      if (done === mcusAcross) break;
      decodedTo += run.position() - offsets.stuffedData;
      await supplyData();
    }
    mcuRow++;
    if (mcuRow === mcusDown && !run.isAtEnd())
      throw new Error("The picture's coded data does not end with the picture.");
    rowsMade = Math.min(mcuRows, rowsLeft);
    rowsCopied = 0;
    for (let row = 0; row < rowsMade; row++) {
      const at = ({ offset, stride }: Plane) => offset + row * stride;
      run.toRgb(at(y), at(cb), at(cr), offsets.rows + row * width * 4, width);
    }
  }

  run.begin(picture.restartInterval, offsets.data);
  writeTables(memory, picture, plan);
  return {
    width,
    height,
    async next(count, into) {
      for (let at = 0; at < count;) {
        if (rowsCopied === rowsMade) await decodeMcuRow();
        const some = Math.min(count - at, rowsMade - rowsCopied);
        const from = offsets.rows + rowsCopied * width * 4;
        into.set(bytes.subarray(from, from + some * width * 4), at * width * 4);
        at += some;
        rowsCopied += some;
        rowsLeft -= some;
      }
    },
  };
}
