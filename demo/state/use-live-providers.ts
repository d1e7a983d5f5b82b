import { useEffect, useState } from "react";

/** Which providers' real APIs stand behind the server, because it was started with their keys. The page never sees a key. */
export type LiveProviders =
  { status: "asking" } | { status: "unreachable" } | { status: "known"; live: readonly string[] };

/** Asks the demo's server once. `unreachable`: another server serves the page, and no request will be answered. */
export function useLiveProviders(): LiveProviders {
  const [providers, setProviders] = useState<LiveProviders>({ status: "asking" });
  useEffect(() => {
    const controller = new AbortController();
    async function ask(): Promise<void> {
      const answer = await fetch("/demo/config.json", { signal: controller.signal });
      const { live } = (await answer.json()) as { live: string[] };
      setProviders({ status: "known", live });
    }
    ask().catch(() => {
      if (!controller.signal.aborted) setProviders({ status: "unreachable" });
    });
    return () => controller.abort();
  }, []);
  return providers;
}
