/** At most `size` bytes of a zlib stream, by the platform; what follows them is not even unpacked. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const out = new Uint8Array(size);
  let filled = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  try {
    while (filled < size) {
      const { done, value } = await reader.read();
      if (done) break;
      const part = value.subarray(0, size - filled);
      out.set(part, filled);
      filled += part.length;
    }
  } catch {
    // A checksum that is wrong, or bytes behind the end: what came before counts.
  } finally {
    void reader.cancel().catch(() => undefined);
  }
  return out.subarray(0, filled);
}
