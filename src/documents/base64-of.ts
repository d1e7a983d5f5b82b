import { bytesToBase64 } from "../shared/base64.js";
import { throwIfAborted } from "../shared/errors.js";
import { readBytes } from "../shared/read-bytes.js";
import { readFile } from "../shared/read-file.js";

/** A multiple of 3, so that the pieces join without padding; encoded in a few milliseconds, so that the page stays responsive. */
const PIECE_BYTES = 3 * 2 ** 18;

/** The base64 text of a file, made piece by piece. Rejects with the signal's reason, and with `ImageError` for a file that is gone. */
export async function base64Of(file: Blob, signal: AbortSignal): Promise<string> {
  const pieces: string[] = [];
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    const bytes = await readFile(() => readBytes(file.slice(at, at + PIECE_BYTES)), signal);
    throwIfAborted(signal);
    pieces.push(bytesToBase64(new Uint8Array(bytes)));
  }
  return pieces.join("");
}
