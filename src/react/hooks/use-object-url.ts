import { useEffect, useState } from "react";

/**
 * An object URL for a blob while this component shows it: made once per blob, revoked when the blob changes or the component
 * unmounts, and never because something else in a list changed (T7). `undefined` before the first effect and without a blob.
 */
export function useObjectUrl(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    // jsdom has no createObjectURL (jsdom/jsdom#1721).
    if (!blob || typeof URL.createObjectURL !== "function") return undefined;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(undefined);
    };
  }, [blob]);
  return url;
}
