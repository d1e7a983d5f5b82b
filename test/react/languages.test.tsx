/** The component in other languages: no English is left in it. And a message function that throws, which takes nothing down. */
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { arabic } from "../../src/languages/ar.js";
import { german } from "../../src/languages/de.js";
import type { DropzoneMessages } from "../../src/react/text/messages.js";
import { heldPool } from "../fixtures/held-pool.js";
import { doing, drop, items, mount, notImage, lazyPart, photo, release, root, started, statuses } from "./harness.js";
import { stage } from "./stage.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

let files: File[];
beforeAll(async () => {
  files = await Promise.all(["a.jpg", "b.jpg", "c.jpg"].map(photo));
});
beforeEach(() => {
  stage.pool = heldPool(1);
});

const ATTRIBUTES = ["aria-label", "aria-valuetext", "aria-description", "title", "alt", "placeholder"];

/** All texts on the page now, visible or spoken. */
function wordsShown(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? "");
  for (const element of document.body.querySelectorAll("*"))
    texts.push(...ATTRIBUTES.map((name) => element.getAttribute(name) ?? ""));
  return texts.map((text) => text.trim());
}

/** Names of files, figures and units are not words. */
const isWord = (text: string) => /\p{L}/u.test(text.replaceAll(/\b\w+\.(jpg|png)\b|\b([kMG]?B|JPEG|PNG)\b/g, ""));

/** The component in many states, and all that it said in them. */
async function wordsOf(messages: Partial<DropzoneMessages>): Promise<Set<string>> {
  stage.pool = heldPool(3);
  const heard = new Set<string>();
  const note = () =>
    wordsShown()
      .filter(isWord)
      .forEach((text) => heard.add(text));
  const { update, handle } = mount({ messages, layout: "tiles" });
  note();
  await drop(root(), ...files, notImage);
  await started(3);
  note();
  await doing(() => stage.pool.jobs.forEach((job) => job.release()));
  await waitFor(() => expect(statuses()).toEqual(["ready", "ready", "ready", "rejected"]));
  note();
  // Over each of the limits, and near one of them.
  update({ messages, maxRequestBytes: 20_000 });
  await doing(() => undefined);
  note();
  update({ messages });
  const tile = items()[0]!.querySelector<HTMLElement>("[data-vd-item-open]")!;
  await doing(() => {
    tile.focus();
    fireEvent.contextMenu(tile);
  });
  await lazyPart("menu");
  note();
  await doing(() => void fireEvent.keyDown(document.activeElement!, { key: "Escape" }));
  await doing(() => void fireEvent.click(tile));
  await lazyPart("dialog");
  note();
  await doing(() => void fireEvent.keyDown(document.activeElement!, { key: "Escape" }));
  await doing(() => handle.current!.remove(items()[0]!.dataset.vdItem ?? ""));
  note();
  act(cleanup);
  return heard;
}

test.each([
  ["ar", "rtl", arabic, []],
  ["de", "ltr", german, ["Details", "Normal", "Original", "Text"]],
] as const)("languages: nothing is left in English in %s", async (_tag, direction, messages, alike) => {
  const english = await wordsOf({});
  expect(english.size).toBeGreaterThan(30);
  document.documentElement.dir = direction;
  const translated = await wordsOf(messages);
  document.documentElement.dir = "";
  expect([...translated].filter((text) => english.has(text) && !alike.some((word) => word === text))).toEqual([]);
  expect(translated.size).toBeGreaterThan(30);
});

test("messages: one that throws is reported to the console, and the default is shown instead", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const broken = () => {
    throw new Error("no such word");
  };
  mount({ messages: { areaTitle: "Hier", remove: broken, meterSize: broken, itemMenu: broken } });
  await drop(root(), files[0]!);
  await started(1);
  await release();
  expect(screen.getByText("Hier")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Remove a.jpg" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Options for a.jpg" })).toBeTruthy();
  expect(screen.getByRole("meter").getAttribute("aria-valuetext")).toMatch(/ of 33\.55 MB$/);
  expect(new Set(logged.mock.calls.map(([text]) => text as string))).toEqual(
    new Set(
      ["remove", "meterSize", "itemMenu"].map((key) => `vision-dropzone: messages.${key} threw; the default is shown.`),
    ),
  );
  logged.mockRestore();
});
