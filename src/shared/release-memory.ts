let nowhere: MessagePort | undefined;

/**
 * Releases the memory of bytes now. Otherwise megabytes of garbage for each picture are collected late and all at once, which
 * blocks Firefox's main thread for 40 ms. The bytes must not be used afterwards. Bytes that share a buffer with others are left
 * alone.
 */
export function releaseMemory({ buffer, byteLength }: Uint8Array<ArrayBuffer>): void {
  // Jest's jsdom has no MessageChannel.
  if (byteLength === 0 || byteLength < buffer.byteLength || typeof MessageChannel === "undefined") return;
  nowhere ??= closedPort();
  // The buffer is transferred to a port without a listener. After `transfer(0)` Chromium keeps bytes that it read or received
  // until it collects garbage, which it then does even later: 60 files of 5 MB took 150 MB with it, 70 without, 11 like this.
  nowhere.postMessage(undefined, [buffer]);
}

function closedPort(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return port1;
}
