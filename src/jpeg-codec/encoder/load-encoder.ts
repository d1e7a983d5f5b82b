import { loadWasm, type WasmModule } from "../../shared/wasm-module.js";
import type { Exports } from "./encode-jpeg.js";
import { SIMD_BYTES } from "./simd/bytes.js";

export type JpegEncoder = WasmModule<Exports>;

let encoder: Promise<JpegEncoder> | undefined;

/** The same one for all pictures of a worker. Rejects where a policy forbids WebAssembly or the browser has no SIMD. */
export function loadEncoder(): Promise<JpegEncoder> {
  return (encoder ??= loadWasm<Exports>(SIMD_BYTES));
}
