import { useEffect } from "react";

/**
 * Sets `--visible-height` to the height above an on-screen keyboard: on iOS the keyboard covers the page instead of making it
 * smaller. Zooming in with two fingers changes nothing.
 */
export function useVisibleHeight(): void {
  useEffect(() => {
    const viewport = visualViewport;
    if (!viewport) return;
    const { style } = document.documentElement;
    const follow = (): void => {
      if (viewport.scale === 1) style.setProperty("--visible-height", `${viewport.height}px`);
    };
    follow();
    viewport.addEventListener("resize", follow);
    return () => {
      viewport.removeEventListener("resize", follow);
      style.removeProperty("--visible-height");
    };
  }, []);
}
