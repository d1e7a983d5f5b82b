import { fireEvent, waitFor } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { beforeEach, expect, test, vi } from "vitest";
import { dataAttributes } from "../../src/react/components/data-attributes.js";
import { visuallyHidden } from "../../src/react/components/visually-hidden.js";
import { imageFile } from "../fixtures/sharp-images.js";
import { heldPool } from "../fixtures/held-pool.js";
import { doing, drop, mount, notImage, photo, release, root, started, statuses } from "./harness.js";
import { stage } from "./stage.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

beforeEach(() => {
  stage.pool = heldPool();
});

test("data attributes: a boolean state is present or absent, any other is a value", () => {
  expect(
    dataAttributes("area", { dragActive: true, dragPage: true, imagesOnly: false, disabled: false, compact: false }),
  ).toEqual({
    "data-vd-area": "",
    "data-drag-active": "",
    "data-drag-page": "",
  });
  expect(dataAttributes("meter", { level: "near", exact: true })).toEqual({
    "data-vd-meter": "",
    "data-level": "near",
    "data-exact": "",
  });
});

test("data attributes: every part that the stylesheet names is one that is drawn", async () => {
  const file = await photo("a-name-too-long-for-a-narrow-row.jpg");
  const screenshot = await imageFile({ width: 2560, height: 1440, name: "screen.png", format: "png" });
  const options = { maxRequestBytes: 50, relocation: "files", uploadFile: () => new Promise<never>(() => {}) } as const;
  const { unmount } = mount(options);
  const seen = new Set<string>();
  const look = () => {
    for (const element of [root(), ...root().querySelectorAll("*")])
      element.getAttributeNames().forEach((name) => seen.add(name));
  };
  look();
  const rejected = Array.from({ length: 23 }, () => notImage);
  await drop(root(), file, screenshot, ...rejected);
  await started(2);
  await waitFor(() => expect(statuses()).toEqual(["working", "working", ...rejected.map(() => "rejected")]));
  look();
  await release();
  await waitFor(() => expect(root().querySelector("[data-upload]")).not.toBeNull());
  look();
  await doing(() => void fireEvent.click(root().querySelector("[data-vd-list] [data-action=remove]")!));
  look();
  unmount();
  stage.pool = heldPool();
  mount({ maxRequestBytes: 50 });
  await drop(root(), file);
  await started(1);
  await release();
  await waitFor(() => expect(root().querySelector("[data-vd-meter-action]")).not.toBeNull());
  look();
  await doing(() => void fireEvent.click(root().querySelector("[data-action=menu]")!));
  await waitFor(() => expect(root().querySelector("[data-vd-menu]")).not.toBeNull());
  look();
  await doing(() => void fireEvent.click(root().querySelector("[data-vd-menu-item][role=menuitemcheckbox]")!));
  look();
  const css = readFileSync("src/react/styles.css", "utf8");
  const named = new Set(css.match(/data-vd-[a-z-]+/g));
  expect(named.size).toBeGreaterThan(15);
  // Seen in a real page, where pictures are drawn and forms validated: test/browser/react/{preview,focus-tooltip,pages,form}.*.
  const isDrawnHere = (name: string) => !/^data-vd-(preview|compare|tooltip|password|pages|form)/.test(name);
  expect([...named].filter((name) => isDrawnHere(name) && !seen.has(name))).toEqual([]);
});

test("stylesheet: it hides the live region as its inline style does, which HTML from a server must not hold", () => {
  const css = readFileSync("src/react/styles.css", "utf8");
  const rule = /^\[data-vd-status\]:where\(:not\(\[data-shown\]\)\) \{\n([^}]*)\}/m.exec(css)?.[1] ?? "";
  const given = rule
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const wanted = Object.entries(visuallyHidden).map(([name, value]) => {
    const property = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return `${property}: ${typeof value === "number" && value !== 0 ? `${value}px` : value};`;
  });
  expect(given.toSorted()).toEqual(wanted.toSorted());
});
