import { useEffect } from "react";

/**
 * Gives the page the height that a keyboard on the screen leaves, as `--visible-height`: on iOS it covers the page instead of making
 * it smaller. Zooming in with two fingers changes nothing.
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
