import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import "../../../src/react/styles.css";
import { doing, drop, endless, mount, photo, root } from "./page.js";

const DELAY_MS = 200;
const PERIOD_MS = 1_300;

/** The animation of the bar of an image that is in the works, and stays so until the component goes. */
async function mountIndeterminate() {
  const mounted = mount({ compress: endless });
  const file = await photo("a.jpg");
  await doing(() => void drop(root(), file));
  const bar = await screen.findByRole("progressbar");
  const [animation] = bar.getAnimations({ subtree: true });
  return { ...mounted, bar, animation: animation! };
}

const leftAt = (bar: HTMLElement, animation: Animation, atMs: number) => {
  animation.pause();
  animation.currentTime = atMs;
  return parseFloat(getComputedStyle(bar, "::before").left);
};

test.each([
  ["ltr", 1],
  ["rtl", -1],
])(
  "progress: the indeterminate bar runs from the start of the line to its end, after a while: %s",
  async (direction, sign) => {
    document.body.dir = direction;
    const { bar, animation, unmount } = await mountIndeterminate();
    const width = bar.getBoundingClientRect().width;
    const [soon, start, end] = [0, DELAY_MS, DELAY_MS + PERIOD_MS - 0.1].map((atMs) =>
      leftAt(bar, animation, atMs),
    ) as [number, number, number];
    expect(Math.sign(end - start)).toBe(sign);
    // Out of sight at both ends, and until it sets off: most images are ready by then.
    expect(soon).toBe(start);
    expect(Math.min(start, end)).toBeCloseTo(-0.35 * width, -1);
    expect(Math.max(start, end)).toBeCloseTo(width, -1);
    unmount();
    document.body.removeAttribute("dir");
  },
);
