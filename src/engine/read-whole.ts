import { letGo } from "../core/inspect/let-go.js";
import { guard, type Patience } from "./guard.js";

export interface WholeFile {
  bytes: Uint8Array<ArrayBuffer>;
  /** Nobody looks at the bytes any more. */
  close: () => void;
}

/** Longer files are rare, and their room is not kept. */
const MAX_KEPT_BYTES = 2 ** 23;

let kept: ArrayBuffer | undefined;
let areByteStreams: boolean | undefined;

/**
 * All of a file, close it, in room that the next file gets again: what browsers make of their own for each is megabytes that Chromium
 * gives back late (20 photos of 5 MB grew it by 70 MB, letting go of them by 150; like this by 10), and Firefox brings by way of the
 * page's thread, which may be busy drawing. Where a file is no stream of bytes it is read as ever.
 */
export async function readWhole(file: Blob, patience: Patience): Promise<WholeFile> {
  areByteStreams ??= tryByteStream();
  if (!areByteStreams) {
    const bytes = new Uint8Array(await guard(file.arrayBuffer(), patience));
    return { bytes, close: () => letGo(bytes) };
  }
  const reader = file.stream().getReader({ mode: "byob" });
  let room = takeRoom(file.size);
  let at = 0;
  try {
    while (at < file.size) {
      const { done, value } = await guard(reader.read(new Uint8Array(room, at, file.size - at)), patience);
      // It was moved there and back.
      if (value) room = value.buffer;
      if (done) break;
      at += value.length;
    }
  } finally {
    // Not awaited: one that does not answer would not do so to this either.
    reader.cancel().catch(() => undefined);
  }
  return { bytes: new Uint8Array(room, 0, at), close: () => keep(room) };
}

/** Not in WebKit. Tried with nothing: a stream begins to read all of its file, asked or not. */
function tryByteStream(): boolean {
  try {
    void new Blob().stream().getReader({ mode: "byob" }).cancel();
    return true;
  } catch {
    return false;
  }
}

/** Whoever takes it has it alone. */
function takeRoom(bytes: number): ArrayBuffer {
  const room = kept;
  kept = undefined;
  return room && room.byteLength >= bytes ? room : new ArrayBuffer(bytes);
}

function keep(room: ArrayBuffer): void {
  if (room.byteLength <= MAX_KEPT_BYTES) kept = room;
  else letGo(new Uint8Array(room));
}
