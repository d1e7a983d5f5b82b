import { guard, type Patience } from "./guard.js";

/** In workers only; the types of the page, which all files here share, do not know it. */
declare const FileReaderSync: (new () => { readAsArrayBuffer: (file: Blob) => ArrayBuffer }) | undefined;

/**
 * All of a file. In a worker at one go: Firefox brings it `arrayBuffer()` by way of the page's thread, which at that moment draws the new
 * row (a first photo waited 34 ms, now 7; a tenth 7, now 4). A file that does not answer keeps the worker from answering, too, and the
 * page ends it as it does with any silent one.
 */
export async function readWhole(file: Blob, patience: Patience): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof FileReaderSync === "undefined") return new Uint8Array(await guard(file.arrayBuffer(), patience));
  return new Uint8Array(new FileReaderSync().readAsArrayBuffer(file));
}
