/** What results weigh without whoever made them: a blob and its base64 text each, as a contestant gives them. */

/** As many as `crypto.getRandomValues` fills in one call. */
const MOST_RANDOM_BYTES = 65_536;

const held = [];

/** `sizes`: bytes of each. Noise, as compressed pictures are: what can be pressed together may be. */
export async function holdResults(sizes) {
  for (const size of sizes) {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += MOST_RANDOM_BYTES)
      crypto.getRandomValues(bytes.subarray(at, at + MOST_RANDOM_BYTES));
    held.push({ blob: new Blob([bytes], { type: "image/jpeg" }), base64: textOf(bytes) });
    // Not a result, and not to be weighed.
    bytes.buffer.transfer(0);
    await new Promise((next) => void setTimeout(next));
  }
}

function textOf(bytes) {
  if (typeof bytes.toBase64 === "function") return bytes.toBase64();
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
