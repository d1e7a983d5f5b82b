import { concat } from "./concat.js";
import { nextTask } from "./next-task.js";

/** Characters that are decoded at once if the browser has no decoder of its own: some milliseconds. A multiple of 4. */
const PIECE_CHARACTERS = 400_000;

/**
 * Also takes text with a `data:` prefix or line breaks. Lets other work run between pieces. Rejects for text that is not base64.
 */
export async function base64ToBytes(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const plain = text.slice(text.startsWith("data:") ? text.indexOf(",") + 1 : 0);
  const native = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  if (native.fromBase64) return native.fromBase64(plain);
  const whole = plain.replace(/\s/g, "");
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < whole.length; at += PIECE_CHARACTERS) {
    const units = atob(whole.slice(at, at + PIECE_CHARACTERS));
    const bytes = new Uint8Array(units.length);
    // `Uint8Array.from` takes ten times as long.
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = units.charCodeAt(index);
    pieces.push(bytes);
    await new Promise<void>(nextTask);
  }
  return concat(pieces);
}
