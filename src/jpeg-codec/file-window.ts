/** Reads a file from front to back in pieces, so that only a little of it is in memory at a time. */
import { releaseMemory } from "../shared/release-memory.js";
import { readBytes } from "../shared/read-bytes.js";
import { withTimeout, type TimeLimit } from "../shared/with-timeout.js";
import type { CodedData } from "./decoder/coded-data.js";

export interface FileWindow extends CodedData {
  close: () => void;
}

/** Reads one piece ahead: the next piece is read while the last one is decoded. */
interface Pieces {
  /** `undefined`: the file has ended. */
  next: () => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Call this once the piece has been copied. */
  done: (piece: Uint8Array<ArrayBuffer>) => void;
  close: () => void;
}

/**
 * The size of slices. Each gets memory of its own, which the browser frees late. Decoding one takes about 3 ms, enough to read
 * the next. Twice as many bytes were no faster, and took 8 MB more in two workers (WebKitGTK).
 */
const SLICE_BYTES = 2 ** 18;
/**
 * The size of pieces of a stream, which are all read into the same memory. Each piece costs a few objects: at a quarter of this
 * size 100 photos grew Firefox by 84 MB instead of 75.
 */
const STREAM_BYTES = 2 ** 20;
/** Room for the rest of the last piece when another is appended: more than the decoder asks for at a time. */
const LEFT_BYTES = 2 ** 18;

let hasByteStreams: boolean | undefined;
/**
 * The buffers of the last file are kept and reused by one file at a time. Buffers made anew for each file are freed late: 100
 * photos grew Chromium by 110 MB, and by 87 MB with these.
 */
let spareBuffer: Uint8Array<ArrayBuffer> | undefined;
let sparePiece: ArrayBuffer | undefined;

/** Reading from it rejects as the file does, as `withTimeout` does, and if the file ends earlier than its size says. */
export function openWindow(file: Blob, timeLimit: TimeLimit): FileWindow {
  hasByteStreams ??= tryByteStream();
  const pieces = hasByteStreams ? streamPieces(file) : slicePieces(file);
  const pieceBytes = hasByteStreams ? STREAM_BYTES : SLICE_BYTES;
  const bufferBytes = LEFT_BYTES + pieceBytes;
  let buffer = spareBuffer ?? new Uint8Array(bufferBytes);
  spareBuffer = undefined;
  let isOpen = true;
  /** The buffer holds `held` bytes of the file, starting at `start`. */
  let start = 0;
  let held = 0;

  /** Drops what comes before `at`, and makes room up to `end` and for the rest of the piece that `end` is in. */
  function move(at: number, end: number): void {
    // Pieces come in order, so those in between have to be read, too.
    const first = Math.min(at, start + held);
    const kept = held - (first - start);
    const wanted = end - first + pieceBytes;
    if (wanted <= buffer.length) buffer.copyWithin(0, first - start, held);
    else {
      // Doubled, because a header of 40 MB is read in hundreds of steps, each of which would otherwise copy all of it.
      const larger = new Uint8Array(Math.max(wanted, 2 * buffer.length));
      larger.set(buffer.subarray(first - start, held));
      releaseMemory(buffer);
      buffer = larger;
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
        const piece = await withTimeout(pieces.next(), timeLimit);
        if (!piece) throw new Error("The file ends before its end.");
        buffer.set(piece, held);
        held += piece.length;
        pieces.done(piece);
      }
      return buffer.subarray(at - start, end - start);
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      pieces.close();
      if (buffer.length === bufferBytes) spareBuffer = buffer;
      else releaseMemory(buffer);
    },
  };
}

/** Reads into one buffer again and again, off the main thread. */
function streamPieces(file: Blob): Pieces {
  const reader = file.stream().getReader({ mode: "byob" });
  let left = file.size;
  let ahead: Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>> | undefined;
  ask(sparePiece ?? new ArrayBuffer(STREAM_BYTES));
  function ask(buffer: ArrayBuffer): void {
    sparePiece = undefined;
    ahead = left > 0 ? reader.read(new Uint8Array(buffer)) : undefined;
    // Only if no read is pending: a cancelled stream keeps the buffer of a read that it never answered.
    if (!ahead) sparePiece = buffer;
    // `next` reports a failure if the piece is still needed.
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
    // Not awaited: a stream that does not answer a read would not answer this either.
    close: () => void reader.cancel().catch(() => undefined),
  };
}

function slicePieces(file: Blob): Pieces {
  let requested = 0;
  let ahead = ask();
  function ask(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (requested >= file.size) return Promise.resolve(undefined);
    const slice = file.slice(requested, requested + SLICE_BYTES);
    requested += SLICE_BYTES;
    const read = readBytes(slice).then((buffer) => new Uint8Array(buffer));
    read.catch(() => undefined);
    return read;
  }
  return {
    next: () => ahead,
    done: (piece) => {
      releaseMemory(piece);
      ahead = ask();
    },
    close: () =>
      void ahead.then(
        (piece) => piece && releaseMemory(piece),
        () => undefined,
      ),
  };
}

/** WebKit has none. Tested with an empty blob: a stream starts to read its whole file at once, even before it is read from. */
function tryByteStream(): boolean {
  try {
    void new Blob().stream().getReader({ mode: "byob" }).cancel();
    return true;
  } catch {
    return false;
  }
}
