/**
 * Gives the memory of bytes back now, where the browser can: garbage of megabytes a picture is collected late, and all at once, in
 * Firefox for 40 ms on the page's own thread. Nobody may look at them afterwards. Those that share a buffer with others stay.
 */
export function letGo({ buffer, byteLength }: Uint8Array<ArrayBuffer>): void {
  if (byteLength < buffer.byteLength) return;
  // Since Chromium 114, Firefox 122, Safari 17.4.
  if ("transfer" in buffer && typeof buffer.transfer === "function") buffer.transfer(0);
}
