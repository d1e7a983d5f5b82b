/** The engine's WebAssembly modules, each with a memory of its own. */

const PAGE_BYTES = 65_536;

export interface WasmModule<Exports> {
  run: Exports;
  /** At least so large. What was got before may be detached. */
  memoryOf: (bytes: number) => ArrayBuffer;
}

/** Rejects where a policy forbids WebAssembly or the browser has no SIMD. */
export async function loadWasm<Exports>(base64: string): Promise<WasmModule<Exports>> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
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
