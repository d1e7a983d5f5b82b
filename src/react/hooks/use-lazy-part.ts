import { useEffect, useState } from "react";

/**
 * The result of `load`, an `import()`, which is called when first wanted; `undefined` until it resolves. `"missing"` if the chunk
 * cannot be loaded (a new version of the app was deployed, or the network failed), which is reported as an uncaught error, too.
 * `load` names the part by `.then((part) => part.Name)`: Vite puts a wrapper around each `import()` whose result is destructured.
 */
export function useLazyPart<Part>(load: () => Promise<Part>, isWanted: boolean): Part | "missing" | undefined {
  const [part, setPart] = useState<{ value: Part | "missing" }>();
  const isDue = isWanted && !part;
  useEffect(() => {
    if (!isDue) return undefined;
    let isWaiting = true;
    // Called inside the promise, since webpack under Trusted Types throws at once instead of rejecting.
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
