/** libvips as WebAssembly, with its own threads, in one worker. */
import { inWorkers } from "./in-workers.mjs";

const SOURCE = `
  const lib = "ORIGIN/peers/wasm-vips/lib/";
  const ready = import(lib + "vips-es6.js").then(({ default: Vips }) =>
    Vips({ locateFile: (name) => lib + name, mainScriptUrlOrBlob: lib + "vips-es6.js", dynamicLibraries: ["vips-heif.wasm"] }));
  onmessage = async ({ data: { file, quality, target } }) => {
    try {
      const vips = await ready;
      const image = vips.Image.thumbnailBuffer(new Uint8Array(await file.arrayBuffer()), target.width, { height: target.height, size: "down" });
      const bytes = image.writeToBuffer(".jpg", { Q: Math.round(quality * 100), keep: "none" });
      const { width, height } = image;
      image.delete();
      postMessage({ base64: bytes.toBase64(), width, height, bytes: bytes.length, engine: "wasm-vips" });
    } catch (error) {
      postMessage({ error: String(error) });
    }
  }`;

const start = () => {
  const url = URL.createObjectURL(new Blob([SOURCE.replace("ORIGIN", location.origin)], { type: "text/javascript" }));
  return new Worker(url, { type: "module" });
};
// It brings threads of its own: a second copy would only cost memory.
const run = inWorkers(start, 1);

export function prepareImage(file, { quality, target }) {
  return run({ file, quality, target });
}
