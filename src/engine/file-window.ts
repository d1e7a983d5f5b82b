/** A file from its front to its back, a piece at a time: however long it is, less than a megabyte of it is in memory. */
import { letGo } from "../core/inspect/let-go.js";
import { guard, type Patience } from "./guard.js";
import type { CodedData } from "./jpeg-decoder/coded-data.js";

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

/** Our decoder takes some 3 ms for them, in which the next are read. Twice as many took as long, and 8 MB more in two workers (WebKitGTK). */
const PIECE_BYTES = 2 ** 18;

let areByteStreams: boolean | undefined;

/** `from` rejects as reading does, as `guard` does, and where the file ends before its end. */
export function openWindow(file: Blob, patience: Patience): FileWindow {
  areByteStreams ??= tryByteStream();
  const pieces = areByteStreams ? streamPieces(file) : slicePieces(file);
  let room = new Uint8Array(2 * PIECE_BYTES);
  /** What is in it: from where on in the file, and how many bytes. */
  let start = 0;
  let held = 0;

  /** Lets go of what lies before `at`, and makes room for what follows up to `end`, and for the rest of the piece that it ends in. */
  function move(at: number, end: number): void {
    // Pieces come one after the other: what lies between is read, too.
    const first = Math.min(at, start + held);
    const kept = room.subarray(first - start, held);
    const wanted = end - first + PIECE_BYTES;
    if (wanted <= room.length) room.copyWithin(0, first - start, held);
    else {
      const larger = new Uint8Array(wanted);
      larger.set(kept);
      letGo(room);
      room = larger;
    }
    held = kept.length;
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
      pieces.close();
      letGo(room);
    },
  };
}

/** Into one buffer, again and again: what browsers make for each piece is given back late. Beside the page's thread, in Firefox, too. */
function streamPieces(file: Blob): Pieces {
  const reader = file.stream().getReader({ mode: "byob" });
  let ahead = ask(new ArrayBuffer(PIECE_BYTES));
  function ask(buffer: ArrayBuffer) {
    const asked = reader.read(new Uint8Array(buffer));
    // Told when it is waited for, if it is.
    asked.catch(() => undefined);
    return asked;
  }
  return {
    next: async () => {
      const { done, value } = await ahead;
      return done ? undefined : value;
    },
    done: ({ buffer }) => void (ahead = ask(buffer)),
    // Not awaited: one that does not answer would not do so to this either.
    close: () => void reader.cancel().catch(() => undefined),
  };
}

function slicePieces(file: Blob): Pieces {
  let asked = 0;
  let ahead = ask();
  function ask(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (asked >= file.size) return Promise.resolve(undefined);
    const slice = file.slice(asked, asked + PIECE_BYTES);
    asked += PIECE_BYTES;
    const read = slice.arrayBuffer().then((buffer) => new Uint8Array(buffer));
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
