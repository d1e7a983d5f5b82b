import { screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import "../../../src/react/styles.css";
import { doing, drop, endless, mount, notImage, photo, root, statuses } from "./page.js";

const timeLimit = { timeout: 30_000 };

/** Every rule of axe-core, colour contrast too, on the component alone: a test page has no landmarks. */
async function violations(): Promise<string[]> {
  // Colours fade in; half-way they have no contrast to speak of.
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  const { violations: found } = await axe.run(root(), { rules: { region: { enabled: false } } });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Pages as they are met; none of them says `data-theme`, the dark one not even `color-scheme`. */
const PAGES = {
  light: "background: #fff",
  "grey text on grey": "background: #f3f4f6; color: #444",
  dark: "background: #111827; color: #e5e7eb",
} as const;

describe.each(Object.keys(PAGES) as (keyof typeof PAGES)[])("axe-core finds nothing on a page that is %s", (ground) => {
  beforeEach(() => {
    document.body.style.cssText = PAGES[ground];
  });
  afterEach(() => document.body.removeAttribute("style"));

  test("empty", async () => {
    mount();
    expect(await violations()).toEqual([]);
  });

  test("working", async () => {
    const { unmount } = mount({ compress: endless });
    const file = await photo("a.jpg");
    await doing(() => void drop(root(), file, file));
    await screen.findAllByRole("progressbar", {}, timeLimit);
    expect(await violations()).toEqual([]);
    unmount();
  });

  test("ready, and rejected", async () => {
    mount();
    const file = await photo("a.jpg");
    await doing(() => void drop(root(), file, notImage));
    await waitFor(() => expect(statuses()).toEqual(["ready", "rejected"]), timeLimit);
    expect(await violations()).toEqual([]);
  });

  test("an address that is checked, one that is sent, one that is rejected", async () => {
    const held: typeof fetch = (url, init) =>
      new Promise((resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(init.signal!.reason));
        if (url === "https://pictures.example.com/sent.jpg") resolve(new Response(null, { headers: { "content-type": "image/jpeg", "content-length": "212345" } }));
      });
    const { handle, unmount } = mount({ urls: "block", fetch: held });
    await doing(() => ["held.jpg", "sent.jpg"].forEach((name) => handle.current!.addUrl(`https://pictures.example.com/${name}`)));
    await doing(() => void handle.current!.addUrl("http://192.168.0.1/camera.jpg"));
    await waitFor(() => expect(statuses()).toEqual(["working", "ready", "rejected"]), timeLimit);
    expect(await violations()).toEqual([]);
    unmount();
  });

  test.each([
    ["near", 1.1],
    ["over", 0.5],
  ])("%s", async (level, share) => {
    const { handle, update } = mount();
    const file = await photo("a.jpg");
    await doing(() => void drop(root(), file));
    const { estimate } = await handle.current!.whenReady();
    update({ requestBytes: Math.round(estimate.bytes * share) });
    await waitFor(() => expect(document.querySelector<HTMLElement>("[data-vd-meter]")!.dataset.level).toBe(level));
    expect(document.querySelector("[data-vd-advice]")).not.toBeNull();
    expect(await violations()).toEqual([]);
  });
});
