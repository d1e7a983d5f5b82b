/** A file from its front to its back, a piece at a time: however long it is, little of it is in memory. */
import { letGo } from "../shared/release-memory.js";
import { readBytes } from "../shared/read-bytes.js";
import { guard, type Patience } from "../shared/guard.js";
import type { CodedData } from "./decoder/coded-data.js";

export interface FileWindow extends CodedData {
  close: () => void;
}

/** The next piece is on its way while one is worked on. `undefined`: that was all. */
interface Pieces {
  next: () => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** The piece has been copied. */
  done: (piece: Uint8Array<ArrayBuffer>) => void;
  close: () => void;
}

/**
 * Where each piece is memory of its own, which is given back late: our decoder takes some 3 ms for it, in which the next is read. Twice
 * as many bytes took as long, and 8 MB more in two workers (WebKitGTK).
 */
const SLICE_BYTES = 2 ** 18;
/** Where all pieces are the same memory. Each costs some objects: with a quarter of it 100 photos grew Firefox by 84 MB instead of 75. */
const STREAM_BYTES = 2 ** 20;
/** Behind what is left of the last piece, whole ones fit: what our decoder asks for, and more. */
const LEFT_BYTES = 2 ** 18;

let areByteStreams: boolean | undefined;
/**
 * What the last file was read with, for the next: whoever takes it has it alone. What is made anew for each is given back late (100
 * photos grew Chromium by 110 MB like that, by 87 like this).
 */
let spareRoom: Uint8Array<ArrayBuffer> | undefined;
let sparePiece: ArrayBuffer | undefined;

/** `from` rejects as reading does, as `guard` does, and where the file ends before its end. */
export function openWindow(file: Blob, patience: Patience): FileWindow {
  areByteStreams ??= tryByteStream();
  const pieces = areByteStreams ? streamPieces(file) : slicePieces(file);
  const pieceBytes = areByteStreams ? STREAM_BYTES : SLICE_BYTES;
  const roomBytes = LEFT_BYTES + pieceBytes;
  let room = spareRoom ?? new Uint8Array(roomBytes);
  spareRoom = undefined;
  let isOpen = true;
  /** What is in it: from where on in the file, and how many bytes. */
  let start = 0;
  let held = 0;

  /** Lets go of what lies before `at`, and makes room for what follows up to `end`, and for the rest of the piece that it ends in. */
  function move(at: number, end: number): void {
    // Pieces come one after the other: what lies between is read, too.
    const first = Math.min(at, start + held);
    const kept = held - (first - start);
    const wanted = end - first + pieceBytes;
    if (wanted <= room.length) room.copyWithin(0, first - start, held);
    else {
      // Doubled: a header of 40 MB is walked in hundreds of steps, each of which would copy all of it.
      const larger = new Uint8Array(Math.max(wanted, 2 * room.length));
      larger.set(room.subarray(first - start, held));
      letGo(room);
      room = larger;
    }
    held = kept;
    start = first;
  }

  return {
    bytes: file.size,
    async from(at, count) {
      const end = Math.min(file.size, at + count);
      if (start + held < end) move(at, end);
      while (start + held < end) {
        const piece = await guard(pieces.next(), patience);
        if (!piece) throw new Error("The file ends before its end.");
        room.set(piece, held);
        held += piece.length;
        pieces.done(piece);
      }
      return room.subarray(at - start, end - start);
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      pieces.close();
      if (room.length === roomBytes) spareRoom = room;
      else letGo(room);
    },
  };
}

/** Into one buffer, again and again. Beside the page's thread, in Firefox, too. */
function streamPieces(file: Blob): Pieces {
  const reader = file.stream().getReader({ mode: "byob" });
  let left = file.size;
  let ahead: Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>> | undefined;
  ask(sparePiece ?? new ArrayBuffer(STREAM_BYTES));
  function ask(buffer: ArrayBuffer): void {
    sparePiece = undefined;
    ahead = left > 0 ? reader.read(new Uint8Array(buffer)) : undefined;
    // A stream keeps the buffer of what is not answered any more.
    if (!ahead) sparePiece = buffer;
    // Told when it is waited for, if it is.
    ahead?.catch(() => undefined);
  }
  return {
    next: async () => {
      const answer = await ahead;
      return answer?.value?.length ? answer.value : undefined;
    },
    done: ({ buffer, length }) => {
      left -= length;
      ask(buffer);
    },
    // Not awaited: one that does not answer would not do so to this either.
    close: () => void reader.cancel().catch(() => undefined),
  };
}

function slicePieces(file: Blob): Pieces {
  let asked = 0;
  let ahead = ask();
  function ask(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (asked >= file.size) return Promise.resolve(undefined);
    const slice = file.slice(asked, asked + SLICE_BYTES);
    asked += SLICE_BYTES;
    const read = readBytes(slice).then((buffer) => new Uint8Array(buffer));
    read.catch(() => undefined);
    return read;
  }
  return {
    next: () => ahead,
    done: (piece) => {
      letGo(piece);
      ahead = ask();
    },
    close: () => void ahead.then((piece) => piece && letGo(piece), () => undefined),
  };
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
