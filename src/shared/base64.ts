/** Base64 text, standard alphabet, padded, no line breaks. */

/** Length of the base64 text of `bytes` bytes: what endpoints count (T8). */
export function base64Length(bytes: number): number {
  return 4 * Math.ceil(bytes / 3);
}

/** A multiple of 3, so that chunks join without padding; small enough for the argument limit of `String.fromCharCode` (T27). */
const CHUNK_BYTES = 3 * 8192;

export function bytesToBase64(bytes: Uint8Array): string {
  // Native since Chromium 140, Firefox 133, Safari 18.2; 10 times quicker than btoa.
  if ("toBase64" in bytes && typeof bytes.toBase64 === "function") return bytes.toBase64();
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES)));
  }
  return text;
}
