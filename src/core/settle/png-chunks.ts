import type { ByteReader } from "../inspect/byte-reader.js";
import { fourCc, u32be } from "../inspect/bytes.js";

export interface PngChunk {
  type: string;
  /** Where its length stands. */
  from: number;
  /** Behind its checksum. */
  to: number;
}

/** Chunks from `at` on, by jumping. Ends with the file, or with the first that reaches beyond it. */
export async function* pngChunks(reader: ByteReader, at: number): AsyncGenerator<PngChunk> {
  for (let from = at; from + 12 <= reader.size; ) {
    const head = await reader.read(from, 8);
    const to = from + 12 + u32be(head, 0);
    if (to > reader.size) return;
    yield { type: fourCc(head, 4), from, to };
    from = to;
  }
}
