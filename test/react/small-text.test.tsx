import { fireEvent, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { ImageItem, ItemPages } from "../../src/queue/types.js";
import { mayLoseSmallText, needsPieces } from "../../src/react/text/small-text.js";
import { type HeldPool, heldPool } from "../fixtures/held-pool.js";
import { sharpPool } from "../fixtures/sharp-pool.js";
import { imageFile } from "../fixtures/sharp-images.js";
import type { Size } from "../../src/shared/types.js";
import { button, doing, drop, items, mount, release, root, started, statuses } from "./harness.js";
import { stage } from "./stage.js";

interface Offered {
  source?: Size;
  sent?: Size;
  pages?: ItemPages;
  changes?: readonly { code: string }[];
}

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

beforeEach(() => {
  stage.pool = heldPool();
});

const [png, jpeg] = ["image/png", "image/jpeg"];

test.each([
  ["a large screen", png, [2560, 1440], [1280, 720], true],
  ["a laptop's screen, shrunk less", png, [1920, 1080], [1280, 720], false],
  ["a screen that was sent as it is", png, [1280, 720], [1280, 720], false],
  ["a phone's screen as JPEG", jpeg, [1179, 2556], [443, 960], true],
  ["a page that was scrolled", png, [1200, 9000], [128, 960], true],
  ["a photo", jpeg, [4032, 3024], [1280, 960], false],
  ["a portrait", jpeg, [3024, 4032], [720, 960], false],
  ["a tall video still, 16:9", jpeg, [2160, 3840], [540, 960], false],
  ["a panorama", jpeg, [9000, 2000], [1280, 284], false],
  ["an image of no known size", png, [0, 0], [0, 0], false],
] as const)("small text may be lost: %s", (_what, mediaType, [width, height], [sentWidth, sentHeight], expected) => {
  const sent = { width: sentWidth, height: sentHeight };
  expect(mayLoseSmallText({ source: { mediaType: mediaType ?? "", width, height }, sent })).toBe(expected);
});

describe("small text: a screenshot that lost it", () => {
  const screenshot = () => imageFile({ width: 2560, height: 1440, name: "screen.png", format: "png" });

  test("says so and is kept larger by one button, which hands the focus on", async () => {
    const { handle } = mount({ layout: "tiles" });
    await drop(root(), await screenshot());
    await started(1);
    await release();
    expect(items()[0]!.title).toMatch(/Small text may be hard to read at 50 % of its size$/);
    button("Keep screen.png larger").focus();
    await doing(() => void fireEvent.click(button("Keep screen.png larger")));
    await started(2);
    await release(1);
    await waitFor(() => expect(statuses()).toEqual(["ready"]));
    const { images } = await handle.current!.whenReady();
    expect(images[0]!.width).toBeGreaterThan(1280);
    expect(items()[0]!.title).not.toMatch(/Small text/);
    expect(items()[0]!.contains(document.activeElement)).toBe(true);
  });
});

describe("small text: a screenshot too tall to be read", () => {
  test("is split into pieces by one button, which hands the focus on", async () => {
    stage.pool = { ...sharpPool(), started: async () => {} } as unknown as HeldPool;
    const { handle } = mount({ layout: "tiles" });
    await drop(root(), await imageFile({ width: 500, height: 4000, name: "page.png", format: "png" }));
    await waitFor(() => expect(statuses()).toEqual(["ready"]));
    expect(items()[0]!.title).toMatch(/Small text may be hard to read at 24 % of its size$/);
    button("Split page.png into readable pieces").focus();
    await doing(() => void fireEvent.click(button("Split page.png into readable pieces")));
    await waitFor(() => expect(statuses()).toEqual(["ready", "ready", "ready", "ready"]));
    await waitFor(() => expect(items()[0]!.contains(document.activeElement)).toBe(true));
    const { images } = await handle.current!.whenReady();
    expect(images.map(({ name }) => name)).toEqual([1, 2, 3, 4].map((piece) => `page (${piece} of 4).jpg`));
    for (const item of items()) expect(item.title).not.toMatch(/Small text/);
    expect(document.querySelector('[data-action="split"], [data-action="keep-larger"]')).toBeNull();
  });
});

test.each([
  ["a tall page", {}, true],
  ["a page wide enough", { sent: { width: 420, height: 960 } }, false],
  ["a screen", { source: { width: 1179, height: 2556 }, sent: { width: 443, height: 960 } }, false],
  ["a page of a file of several", { pages: { wanted: [1], of: 3, name: "scan.tiff", from: "a" } }, false],
  ["what a decoder opened", { changes: [{ code: "decoded-by-plugin" }] }, false],
])("pieces are offered for: %s", (_what, { source, sent, pages, changes = [] }: Offered, expected) => {
  const image = {
    source: { mediaType: "image/png", ...(source ?? { width: 1170, height: 7800 }) },
    ...(sent ?? { width: 144, height: 960 }),
    changes,
  };
  expect(needsPieces({ status: "ready", image, pages } as unknown as ImageItem)).toBe(expected);
});
