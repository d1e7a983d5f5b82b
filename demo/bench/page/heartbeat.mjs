/**
 * How long the page's own thread did not answer.
 * "timer": a chain of setTimeout(0), which browsers hold at 4 ms: costs next to nothing, so it may run beside the work.
 * "message": a chain of messages, 0.01 ms apart: shows steps of a millisecond, and keeps one core busy.
 */
export function startHeartbeat(kind = "timer") {
  const channel = new MessageChannel();
  let last = performance.now();
  let stopped = false;
  let longest = { longestMs: 0, at: last };
  const note = () => {
    const now = performance.now();
    if (now - last > longest.longestMs) longest = { longestMs: now - last, at: last };
    last = now;
  };
  const beat = () => {
    note();
    if (!stopped) again();
  };
  channel.port1.addEventListener("message", beat);
  channel.port1.start();
  const again = kind === "timer" ? () => void setTimeout(beat, 0) : () => channel.port2.postMessage(0);
  again();
  return {
    /** Forgets the gaps so far. */
    reset() {
      last = performance.now();
      longest = { longestMs: 0, at: last };
    },
    /** Ends with one more beat, so that work still under way counts. Resolves to the longest gap and when it began. */
    async stop() {
      await new Promise((resolve) => void setTimeout(resolve, 0));
      stopped = true;
      note();
      channel.port1.close();
      return longest;
    },
  };
}
