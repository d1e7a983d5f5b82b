import { useEffect, useState } from "react";
import { loadPart } from "../../shared/load-part.js";
import type * as Parts from "../components/image-parts.js";

export type ImageParts = typeof Parts;

let parts: ImageParts | undefined;

/** Loaded once for all dropzones of the page. */
export async function loadImageParts(): Promise<void> {
  parts ??= await loadPart(() => import("../components/image-parts.js"));
}

/** The parts, loaded when first needed; `"missing"` if they cannot be loaded, `undefined` until then. */
export function useImageParts(isNeeded: boolean): ImageParts | "missing" | undefined {
  const [isMissing, setMissing] = useState(false);
  const [, setLoaded] = useState(false);
  const isDue = isNeeded && !parts;
  useEffect(() => {
    if (!isDue) return undefined;
    let isMounted = true;
    const tell = (isLoaded: boolean) => {
      if (!isMounted) return;
      setLoaded(isLoaded);
      setMissing(!isLoaded);
    };
    loadImageParts().then(
      () => tell(true),
      () => tell(false),
    );
    return () => {
      isMounted = false;
    };
  }, [isDue]);
  return parts ?? (isMissing ? "missing" : undefined);
}
