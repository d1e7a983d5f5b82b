/** Piece size in bytes. If a stream ends early, what was unpacked from the last piece is lost. */
const PIECE_BYTES = 512;

/**
 * At most `size` bytes of a zlib stream, unpacked by the platform; anything after them is not unpacked. `isCut`: the stream ends
 * early.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  size: number,
  isCut = false,
): Promise<Uint8Array<ArrayBuffer>> {
  const out = new Uint8Array(size);
  let filled = 0;
  const reader = (isCut ? inPieces(bytes) : new Blob([bytes]).stream())
    .pipeThrough(new DecompressionStream("deflate"))
    .getReader();
  try {
    while (filled < size) {
      const { done, value } = await reader.read();
      if (done) break;
      const part = value.subarray(0, size - filled);
      out.set(part, filled);
      filled += part.length;
    }
  } catch {
    // A wrong checksum, or bytes after the end: what came before counts.
  } finally {
    void reader.cancel().catch(() => undefined);
  }
  return out.subarray(0, filled);
}

function inPieces(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, (at += PIECE_BYTES)));
      else controller.close();
    },
  });
}
