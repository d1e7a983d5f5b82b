/** The contents of a stream, as far as tables of objects need it: Flate, with the predictors of PNG. */
import { concat } from "../shared/concat.js";
import { wholeIn } from "./pdf-dictionary.js";

/** Unpacked, in bytes: a table of a million objects, and the end of a bomb. */
const MAX_UNPACKED = 2 ** 24;

/** `undefined`: packed in another way, damaged, or too large. */
export async function unpacked(
  packed: Uint8Array<ArrayBuffer>,
  entries: ReadonlyMap<string, string>,
): Promise<Uint8Array | undefined> {
  const filter = entries.get("Filter")?.replace(/^\[\s*|\s*\]$/g, "");
  if (filter === undefined) return packed;
  if (filter !== "/FlateDecode" || typeof DecompressionStream === "undefined") return undefined;
  const bytes = await inflated(packed);
  const parameters = entries.get("DecodeParms") ?? "";
  const figure = (name: string) => wholeIn(new RegExp(`/${name}[\\s\\0]+(\\d+)`).exec(parameters)?.[1]);
  if (!bytes || (figure("Predictor") ?? 1) < 10) return bytes;
  return unpredicted(bytes, figure("Columns") ?? 1);
}

async function inflated(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      pieces.push(piece.value);
      length += piece.value.length;
      if (length > MAX_UNPACKED) return undefined;
    }
  } catch {
    // Bytes behind the end are no harm: what was unpacked counts.
    if (length === 0) return undefined;
  } finally {
    void reader.cancel().catch(() => {});
  }
  return concat(pieces);
}

/** A row begins with its filter: none, the byte to the left, or the one above are what writers of tables use. */
function unpredicted(bytes: Uint8Array, columns: number): Uint8Array | undefined {
  const rows = Math.floor(bytes.length / (columns + 1));
  const plain = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const filter = bytes[row * (columns + 1)]!;
    if (filter > 2) return undefined;
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const left = filter === 1 && column > 0 ? plain[at - 1]! : 0;
      const above = filter === 2 && row > 0 ? plain[at - columns]! : 0;
      plain[at] = bytes[row * (columns + 1) + 1 + column]! + left + above;
    }
  }
  return plain;
}
