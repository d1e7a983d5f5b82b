import { useCallback, useState } from "react";

/** Opens the preview of the image with this id. */
export type OpenPreview = (id: string) => void;

/** `provide`: called by the preview when it mounts; returns the function that unregisters it. It keeps its identity. */
export function usePreviewOpener(): {
  openPreview: OpenPreview | undefined;
  providePreview: (open: OpenPreview) => () => void;
} {
  const [openPreview, setOpenPreview] = useState<OpenPreview>();
  const providePreview = useCallback((open: OpenPreview) => {
    // Wrapped, because `setState` would call a function.
    setOpenPreview(() => open);
    return () => setOpenPreview((current: OpenPreview | undefined) => (current === open ? undefined : current));
  }, []);
  return { openPreview, providePreview };
}
