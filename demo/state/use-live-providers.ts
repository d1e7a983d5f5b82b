import { useEffect, useState } from "react";

/** Providers whose real API stands behind the server, because it was started with their key. The page never sees the key. */
export function useLiveProviders(): readonly string[] {
  const [live, setLive] = useState<readonly string[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    async function ask(): Promise<void> {
      const answer = await fetch("/demo/config.json", { signal: controller.signal });
      const config = (await answer.json()) as { live: string[] };
      setLive(config.live);
    }
    ask().catch((error: unknown) => {
      if (!controller.signal.aborted) console.warn("The demo's server did not tell which APIs are live.", error);
    });
    return () => controller.abort();
  }, []);
  return live;
}
