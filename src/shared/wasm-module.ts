/** Our WebAssembly modules, each with a memory of its own. */

const PAGE_BYTES = 65_536;

export interface WasmModule<Exports> {
  run: Exports;
  /** Grows to at least this size. Arrays returned earlier may then be detached. */
  memoryOf: (bytes: number) => ArrayBuffer;
}

/** Name of a worker that does not use WebAssembly: `new Worker(url, { name: "no-wasm" })`. */
const NO_WASM = "no-wasm";

let first: Promise<unknown> | undefined;

/**
 * Rejects where a policy forbids WebAssembly or the browser has no SIMD. A policy cannot be queried beforehand, and each attempt
 * sends a report to the app's server, so later calls wait for the first one and fail with it.
 */
export function loadWasm<Exports>(hex: string): Promise<WasmModule<Exports>> {
  const loading = first ? first.then(() => instantiate<Exports>(hex)) : instantiate<Exports>(hex);
  first ??= loading;
  return loading;
}

async function instantiate<Exports>(hex: string): Promise<WasmModule<Exports>> {
  // A window has a name too, but it is not set by us.
  if (!("document" in globalThis) && (globalThis as { name?: string }).name === NO_WASM)
    throw new Error("The app turned WebAssembly off here.");
  const memory = new WebAssembly.Memory({ initial: 1 });
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  return {
    run: instance.exports as Exports,
    memoryOf(wanted) {
      const missing = wanted - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
      return memory.buffer;
    },
  };
}
