/** The component is on a page whose colours it does not know: it must be readable there whatever the system prefers. */
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

/** As it is seen: layers over a white window. */
function seen(...layers: string[]): Colour {
  const context = new OffscreenCanvas(1, 1).getContext("2d")!;
  for (const layer of ["#fff", ...layers]) {
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

/** WCAG's ratio of a colour to the layers below it. */
function ratio(colour: string, below: readonly string[]): number {
  const [low = 0, high = 0] = [luminance(seen(...below, colour)), luminance(seen(...below))].toSorted(
    (one, other) => one - other,
  );
  return (high + 0.05) / (low + 0.05);
}

/** To the page's ground. */
const contrast = (colour: string) => ratio(colour, [getComputedStyle(document.body).backgroundColor]);

/** The grounds of an element and of all around it, the farthest first. */
function layersOf(element: Element | null): string[] {
  return element ? [...layersOf(element.parentElement), getComputedStyle(element).backgroundColor] : [];
}

const hasText = (element: Element) =>
  [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "");

/** What is too near its ground: words below 4.5, icons and the borders of controls below 3. WCAG has no demands on what is disabled. */
function tooPale(within: Element): string[] {
  return [...within.querySelectorAll<HTMLElement | SVGElement>("*")]
    .filter((element) => element.checkVisibility({ opacityProperty: true }) && !element.closest(":disabled"))
    .flatMap((element) => {
      const { color, borderTopColor, borderTopStyle, borderTopWidth } = getComputedStyle(element);
      const found: [string, string, number, string[]][] = [];
      if (hasText(element)) found.push(["text", color, 4.5, layersOf(element)]);
      if (element instanceof SVGSVGElement) found.push(["icon", color, 3, layersOf(element)]);
      const hasBorder = borderTopStyle !== "none" && borderTopWidth !== "0px" && !/[,/] ?0\)$/.test(borderTopColor);
      if (element instanceof HTMLButtonElement && hasBorder)
        found.push(["border", borderTopColor, 3, layersOf(element.parentElement)]);
      return found
        .map(([what, colour, least, below]) => ({ what, least, is: ratio(colour, below) }))
        .filter(({ is, least }) => is < least)
        .map(({ what, is }) => `${what} ${is.toFixed(2)}: ${element.outerHTML.slice(0, 90)}`);
    });
}

const style = (selector: string) => getComputedStyle(document.querySelector(selector)!);

async function systemPrefers(scheme: "light" | "dark"): Promise<void> {
  await cdp().send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
  expect(matchMedia("(prefers-color-scheme: dark)").matches).toBe(scheme === "dark");
}

describe.each(["light", "dark"] as const)("colours: where the system prefers %s", (scheme) => {
  afterEach(async () => {
    document.body.removeAttribute("style");
    await cdp().send("Emulation.setEmulatedMedia", { features: [] });
  });

  test("every page's text can be read, and its bars be told from the ground", async () => {
    await systemPrefers(scheme);
    const request = (blocks: unknown[]) => ({ text: "x".repeat(60_000), blocks });
    mount({ request, maxRequestBytes: 90_000 });
    const file = await photo("a.jpg");
    await doing(() => void drop(root(), file, notImage));
    await waitFor(() => expect(statuses()).toEqual(["ready", "rejected"]));
    await waitFor(() => expect(root().dataset.status).toBe("over"));
    for (const [name, css] of Object.entries(PAGES)) {
      document.body.style.cssText = css;
      for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
      const { violations } = await axe.run(root(), { runOnly: ["color-contrast"] });
      expect(
        violations.flatMap(({ nodes }) => nodes.map(({ html }) => html)),
        name,
      ).toEqual([]);
      expect(contrast(style("[data-vd-meter-text]").color), name).toBeGreaterThan(7);
      for (const part of ["conversation", "images"]) {
        expect(
          contrast(style(`[data-vd-meter-segment][data-part=${part}]`).backgroundColor),
          `${part}, ${name}`,
        ).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

/** With the text colours that can be read on them: on the middle grey that is black alone. */
const GROUNDS = {
  white: "background: #fff; color: #222",
  black: "background: #000; color: #fff",
  "middle grey": "background: #808080; color: #000",
  "an app's own": "background: #1e293b; color: #cbd5e1; --vd-accent: #7dd3fc",
} as const;

describe.each(["rows", "tiles"] as const)("contrast: %s", (layout) => {
  afterEach(() => document.body.removeAttribute("style"));

  test("words reach 4.5, icons and borders of controls 3, on every ground", async () => {
    const request = (blocks: unknown[]) => ({ text: "x".repeat(60_000), blocks });
    mount({ layout, request, maxRequestBytes: 90_000 });
    const files = await Promise.all(["a.jpg", "b.jpg"].map((name) => photo(name)));
    await doing(() => void drop(root(), ...files, notImage));
    await waitFor(() => expect(statuses()).toEqual(["ready", "ready", "rejected"]), { timeout: 30_000 });
    await waitFor(() => expect(root().dataset.status).toBe("over"));
    const button = (selector: string) =>
      waitFor(() => root().querySelector<HTMLElement>(selector) ?? expect.fail(selector));
    const [remove, details] = [await button("[data-action=remove]"), await button("[data-vd-meter-toggle]")];
    await doing(() => remove.click());
    await doing(() => details.click());
    await waitFor(() => expect(statuses()).toEqual(["ready", "rejected"]));
    for (const [name, css] of Object.entries(GROUNDS)) {
      document.body.style.cssText = css;
      await waitFor(() => {
        for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
        expect(tooPale(root()), name).toEqual([]);
      });
    }
  });
});
