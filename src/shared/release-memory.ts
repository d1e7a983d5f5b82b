let nowhere: MessagePort | undefined;

/**
 * Gives the memory of bytes back now: garbage of megabytes a picture is collected late, and all at once, in Firefox for 40 ms on the
 * page's own thread. Nobody may look at them afterwards. Those that share a buffer with others stay.
 */
export function releaseMemory({ buffer, byteLength }: Uint8Array<ArrayBuffer>): void {
  // Jest's jsdom has no MessageChannel.
  if (byteLength === 0 || byteLength < buffer.byteLength || typeof MessageChannel === "undefined") return;
  nowhere ??= closedPort();
  // Moved to where nobody is, in every browser. After `transfer(0)` Chromium keeps what it read or was sent until it collects garbage,
  // which it then does later still: 60 files of 5 MB took 150 MB with it, 70 without, 11 like this.
  nowhere.postMessage(undefined, [buffer]);
}

function closedPort(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return port1;
}
