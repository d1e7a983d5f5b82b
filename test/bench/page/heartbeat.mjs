/**
 * Messages on their way at once. WebKit delivers one in three turns of its run loop: with a single one, what three tasks took would
 * count as one step.
 */
const MESSAGES = 4;

/** Long enough to post few messages, short beside a step worth telling of. */
const BEAT_MS = 0.25;

/**
 * How long the page's own thread did not answer.
 * "timer": a chain of setTimeout(0), which browsers hold at 4 ms: costs next to nothing, so it may run beside the work.
 * "step": the length of single steps, to 0.3 ms; keeps one core busy. A chain of messages, and the start of each frame: browsers
 * draw a frame before they deliver messages, and the frame is a step of its own, with a place for a person's input before it.
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
  const post = () => {
    // A hundred thousand messages a second are so much garbage that their collection takes Firefox 10 ms at a time.
    const until = last + BEAT_MS;
    while (last < until) last = performance.now();
    channel.port2.postMessage(0);
  };
  const again = kind === "timer" ? () => void setTimeout(beat, 0) : post;
  const frame = () => {
    note();
    if (!stopped) requestAnimationFrame(frame);
  };
  channel.port1.addEventListener("message", beat);
  channel.port1.start();
  for (let message = 0; message < (kind === "step" ? MESSAGES : 1); message++) again();
  if (kind === "step") requestAnimationFrame(frame);
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
