/** A JPEG's rows, one after the other, at a fraction of its size: a row of blocks at a time, so that neither file nor picture is ever in memory. */
import type { Size } from "../../shared/types.js";
import type { WasmModule } from "../../shared/wasm-module.js";
import type { CodedData } from "./coded-data.js";
import type { CodedPicture } from "./coded-picture.js";
import { BLOCK_ENTRY_BYTES, DATA_BYTES, planDecoding } from "./decode-plan.js";
import { writeTables } from "./write-tables.js";

/** The module's exports; pointers and lengths are in bytes of its memory. */
export interface Exports {
  begin: (restartInterval: number, plain: number) => void;
  setData: (from: number, to: number, isLast: boolean) => void;
  position: () => number;
  isAtEnd: () => number;
  decodeGroups: (plan: number, blocks: number, block: number, predictions: number, first: number, count: number) => number;
  toRgb: (luma: number, blue: number, red: number, out: number, count: number) => void;
}

export interface DecodedRows extends Size {
  /**
   * Copies the next `count` rows of RGBX to the beginning of `into`. Throws where coded data is damaged, with the last row at the
   * latest: what is not all there, to its end mark, is not given.
   */
  next: (count: number, into: Uint8ClampedArray) => Promise<void>;
}

/** One picture at a time: the next takes the memory over. `undefined`: not to be decoded at this size. */
export function decodeRows({ run, memoryOf }: WasmModule<Exports>, file: CodedData, picture: CodedPicture, eighths: number): DecodedRows | undefined {
  const plan = planDecoding(picture, eighths);
  if (!plan) return undefined;
  const { width, height, groupsAcross, groupsDown, groupRows, blocks, places } = plan;
  const [luma, blue, red] = plan.planes as [Plane, Plane, Plane];
  const memory = memoryOf(plan.bytes);
  const bytes = new Uint8Array(memory);
  const entries = new Int32Array(memory, places.plan, (blocks.length * BLOCK_ENTRY_BYTES) / 4);
  const planned = blocks.flat();
  let taken = picture.dataStart;
  let group = 0;
  /** Of the last row of groups, in `rows`. */
  let made = 0;
  let given = 0;
  let rest = height;

  async function giveData(): Promise<void> {
    const data = await file.from(taken, DATA_BYTES);
    bytes.set(data, places.data);
    run.setData(places.data, places.data + data.length, taken + data.length === file.bytes);
  }

  async function makeRows(): Promise<void> {
    if (group === 0) await giveData();
    entries.set(planned);
    for (let done = 0; done < groupsAcross; ) {
      done = run.decodeGroups(places.plan, blocks.length, places.block, places.predictions, done, groupsAcross);
      if (done < 0) throw new Error("The picture's coded data is damaged.");
      if (done === groupsAcross) break;
      taken += run.position() - places.data;
      await giveData();
    }
    group++;
    if (group === groupsDown && !run.isAtEnd()) throw new Error("The picture's coded data does not end with the picture.");
    made = Math.min(groupRows, rest);
    given = 0;
    for (let row = 0; row < made; row++) {
      const at = ({ place, stride }: Plane) => place + row * stride;
      run.toRgb(at(luma), at(blue), at(red), places.rows + row * width * 4, width);
    }
  }

  run.begin(picture.restartInterval, places.plain);
  writeTables(memory, picture, plan);
  return {
    width,
    height,
    async next(count, into) {
      for (let at = 0; at < count; ) {
        if (given === made) await makeRows();
        const some = Math.min(count - at, made - given);
        const from = places.rows + given * width * 4;
        into.set(bytes.subarray(from, from + some * width * 4), at * width * 4);
        at += some;
        given += some;
        rest -= some;
      }
    },
  };
}

interface Plane {
  place: number;
  stride: number;
}
