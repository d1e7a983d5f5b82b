/** How the demo waits for a batch. */
export const POLL_MS = 1000;

/** The real APIs may take up to a day; the page waits a minute and then says where to look. */
export const POLLS = 60;

export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => (clearTimeout(timer), reject(signal.reason as Error)), { once: true });
  });
}
