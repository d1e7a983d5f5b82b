import { useEffect, useState } from "react";

/**
 * What `load`, an `import()`, resolves to, from when it is wanted first; `undefined` until then. `"missing"` for a chunk that is not there any
 * more (a new version of the app was put up, or the network went), which is reported as an uncaught error, too.
 */
export function useLazyPart<Part>(load: () => Promise<Part>, isWanted: boolean): Part | "missing" | undefined {
  const [part, setPart] = useState<{ value: Part | "missing" }>();
  const isDue = isWanted && !part;
  useEffect(() => {
    if (!isDue) return undefined;
    let isWaiting = true;
    // Called in here, since webpack under Trusted Types throws at once instead of rejecting.
    void (async () => load())()
      .catch((error: unknown) => {
        reportError(error);
        return "missing" as const;
      })
      .then((value) => isWaiting && setPart({ value }));
    return () => {
      isWaiting = false;
    };
  }, [isDue, load]);
  return part?.value;
}
