import { useEffect, useState } from "react";

/**
 * What `load`, an `import()`, resolves to, from when it is wanted first; `undefined` until then. A chunk that is not there any more (a new
 * version of the app was put up, or the network went) is reported as an uncaught error, and nothing is shown.
 */
export function useLazyPart<Part>(load: () => Promise<Part>, isWanted: boolean): Part | undefined {
  const [part, setPart] = useState<{ value: Part }>();
  const isDue = isWanted && !part;
  useEffect(() => {
    if (!isDue) return undefined;
    let isWaiting = true;
    // Called in here, since webpack under Trusted Types throws at once instead of rejecting.
    (async () => load())().then((value) => isWaiting && setPart({ value }), reportError);
    return () => {
      isWaiting = false;
    };
  }, [isDue, load]);
  return part?.value;
}
