import { loadWasm, type WasmModule } from "../../shared/wasm-module.js";
import type { Exports } from "./decode-rows.js";
import { SIMD_BYTES } from "./simd/bytes.js";

export type JpegDecoder = WasmModule<Exports>;

let decoder: Promise<JpegDecoder> | undefined;

/** The same one for all pictures of a worker. Rejects where a policy forbids WebAssembly or the browser has no SIMD. */
export function loadDecoder(): Promise<JpegDecoder> {
  return (decoder ??= loadWasm<Exports>(SIMD_BYTES));
}
