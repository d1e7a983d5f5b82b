export interface Stripped {
  bytes: Uint8Array<ArrayBuffer>;
  /** What was removed, in words fit for a log, each once. */
  removed: string[];
}

/** `parts` in a row, or the file as it came when nothing was removed. */
export const assemble = (
  original: Uint8Array<ArrayBuffer>,
  parts: readonly Uint8Array[],
  removed: ReadonlySet<string>,
): Stripped =>
  removed.size === 0 ? { bytes: original, removed: [] } : { bytes: concat(parts), removed: [...removed] };

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
