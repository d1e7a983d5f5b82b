import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import "../../../src/react/styles.css";
import { doing, drop, mount, photo, root } from "./page.js";

const DELAY_MS = 200;
const PERIOD_MS = 1_300;

/** The animation of the bar of an image that is in the works, and stays so until the component goes. */
async function wandering() {
  const mounted = mount({ compress: (_file, { signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))) });
  const file = await photo("a.jpg");
  await doing(() => void drop(root(), file));
  const bar = await screen.findByRole("progressbar", {}, { timeout: 30_000 });
  const [animation] = bar.getAnimations({ subtree: true });
  return { ...mounted, bar, animation: animation! };
}

const placeAt = (bar: HTMLElement, animation: Animation, atMs: number) => {
  animation.pause();
  animation.currentTime = atMs;
  return new DOMMatrix(getComputedStyle(bar, "::before").transform).e;
};

test("the bar of an image in the works is moved, never laid out anew: that would take the page's thread at each frame", async () => {
  const { animation, unmount } = await wandering();
  const { effect } = animation;
  const properties = (effect as KeyframeEffect).getKeyframes().flatMap((frame) => Object.keys(frame));
  expect(new Set(properties)).toEqual(new Set(["offset", "computedOffset", "easing", "composite", "transform"]));
  unmount();
});

test.each([
  ["ltr", 1],
  ["rtl", -1],
])("it wanders from where a line begins to its end, all the way across: %s", async (direction, sign) => {
  document.body.dir = direction;
  const { bar, animation, unmount } = await wandering();
  const width = bar.getBoundingClientRect().width;
  const [soon, start, end] = [0, DELAY_MS, DELAY_MS + PERIOD_MS - 0.1].map((atMs) => placeAt(bar, animation, atMs)) as [number, number, number];
  expect(Math.sign(end - start)).toBe(sign);
  // Out of sight at both ends, and until it sets off: most images are ready by then.
  expect(soon).toBe(start);
  expect(Math.min(start, end)).toBeCloseTo(-0.35 * width, -1);
  expect(Math.max(start, end)).toBeCloseTo(width, -1);
  unmount();
  document.body.removeAttribute("dir");
});
