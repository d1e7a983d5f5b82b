/** The component stands on a page whose colours it does not know: it must be readable there whatever the system prefers. */
import { waitFor } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import { cdp } from "vitest/browser";
import "../../../src/react/styles.css";
import { doing, drop, mount, notImage, photo, root, statuses } from "./page.js";

/** What a page says of its colours: nothing, one of the two ways of being dark, both. */
const PAGES = {
  "says nothing": "",
  "is white": "background: #fff; color: #222",
  "is dark and does not say so": "background: #18181b; color: #e4e4e7",
  "is dark by its color-scheme": "color-scheme: dark; background: Canvas; color: CanvasText",
} as const;

interface Colour {
  red: number;
  green: number;
  blue: number;
}

/** As it is seen: laid on the page's ground. */
function seen(colour: string): Colour {
  const context = new OffscreenCanvas(1, 1).getContext("2d")!;
  const ground = getComputedStyle(document.body).backgroundColor;
  for (const layer of ["#fff", ground, colour]) {
    context.fillStyle = layer;
    context.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return { red, green, blue };
}

function luminance({ red, green, blue }: Colour): number {
  const linear = (byte: number) => (byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** WCAG's ratio of a colour to the page's ground. */
function contrast(colour: string): number {
  const [low = 0, high = 0] = [luminance(seen(colour)), luminance(seen("transparent"))].toSorted(
    (one, other) => one - other,
  );
  return (high + 0.05) / (low + 0.05);
}

const style = (selector: string) => getComputedStyle(document.querySelector(selector)!);

async function systemPrefers(scheme: "light" | "dark"): Promise<void> {
  await cdp().send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
  expect(matchMedia("(prefers-color-scheme: dark)").matches).toBe(scheme === "dark");
}

describe.each(["light", "dark"] as const)("the system prefers %s", (scheme) => {
  afterEach(async () => {
    document.body.removeAttribute("style");
    await cdp().send("Emulation.setEmulatedMedia", { features: [] });
  });

  test("every page's text can be read, and its bars be told from the ground", async () => {
    await systemPrefers(scheme);
    const request = (blocks: unknown[]) => ({ text: "x".repeat(60_000), blocks });
    mount({ request, requestBytes: 90_000 });
    const file = await photo("a.jpg");
    await doing(() => void drop(root(), file, notImage));
    await waitFor(() => expect(statuses()).toEqual(["ready", "rejected"]), { timeout: 30_000 });
    expect(root().dataset.status).toBe("over");
    for (const [name, css] of Object.entries(PAGES)) {
      document.body.style.cssText = css;
      for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
      const { violations } = await axe.run(root(), { runOnly: ["color-contrast"] });
      expect(
        violations.flatMap(({ nodes }) => nodes.map(({ html }) => html)),
        name,
      ).toEqual([]);
      expect(contrast(style("[data-vd-meter-size]").color), name).toBeGreaterThan(7);
      for (const part of ["conversation", "images"]) {
        expect(
          contrast(style(`[data-vd-meter-segment][data-part=${part}]`).backgroundColor),
          `${part}, ${name}`,
        ).toBeGreaterThanOrEqual(3);
      }
    }
  });
});
