import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { anthropicMessages } from "../../../src/endpoints.js";
import { useVisionDropzone } from "../../../src/react/hooks/use-vision-dropzone.js";
import "../../../src/react/styles.css";
import { doing, drop, endless, mount, notImage, photo, root, statuses } from "./page.js";

/** Every rule of axe-core, colour contrast too, on the component alone: a test page has no landmarks. */
async function violations(element = root()): Promise<string[]> {
  // Colours fade in; half-way they have no contrast to speak of.
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  const { violations: found } = await axe.run(element, { rules: { region: { enabled: false } } });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

describe("the root of getRootProps()", () => {
  function Headless({ withText = true, withList = false }) {
    const { getRootProps, getInputProps, items: images } = useVisionDropzone({ endpoint: anthropicMessages });
    return (
      <div {...getRootProps({ id: "headless" })}>
        <input {...getInputProps()} />
        {withText ? <p>Your pictures: {images.length}</p> : <svg aria-hidden="true" />}
        {withList && <button type="button">Remove all</button>}
      </div>
    );
  }
  const target = () => document.querySelector<HTMLElement>("#headless")!;

  test.each([
    ["its text", true, "Your pictures: 0"],
    ["the messages where it has none", false, "Drop, paste or choose images"],
  ])("is a button that a keyboard reaches and that opens the picker, named by %s", async (_name, withText, name) => {
    render(<Headless withText={withText} />);
    expect(await violations(target())).toEqual([]);
    const opened = vi.spyOn(HTMLInputElement.prototype, "click").mockImplementation(() => {});
    onTestFinished(() => opened.mockRestore());
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole("button", { name }));
    await userEvent.keyboard("{Enter} ");
    expect(opened).toHaveBeenCalledTimes(2);
  });

  test("is none while there is a control in it", async () => {
    render(<Headless withList />);
    expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Remove all"]);
    expect(await violations(target())).toEqual([]);
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole("button"));
  });
});

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
    await screen.findAllByRole("progressbar");
    expect(await violations()).toEqual([]);
    unmount();
  });

  test("ready, and rejected", async () => {
    mount();
    const file = await photo("a.jpg");
    await doing(() => void drop(root(), file, notImage));
    await waitFor(() => expect(statuses()).toEqual(["ready", "rejected"]));
    expect(await violations()).toEqual([]);
  });

  test("an address that is checked, one that is sent, one that is rejected", async () => {
    const held: typeof fetch = (url, init) =>
      new Promise((resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(init.signal!.reason));
        if (url === "https://pictures.example.com/sent.jpg")
          resolve(new Response(null, { headers: { "content-type": "image/jpeg", "content-length": "212345" } }));
      });
    const { handle, unmount } = mount({ urls: "block", fetch: held });
    await doing(() =>
      ["held.jpg", "sent.jpg"].forEach((name) => handle.current!.addUrl(`https://pictures.example.com/${name}`)),
    );
    await doing(() => void handle.current!.addUrl("http://192.168.0.1/camera.jpg"));
    await waitFor(() => expect(statuses()).toEqual(["working", "ready", "rejected"]));
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
    update({ maxRequestBytes: Math.round(estimate.bytes * share) });
    await waitFor(() => expect(document.querySelector<HTMLElement>("[data-vd-meter]")!.dataset.level).toBe(level));
    await waitFor(() => expect(document.querySelector("[data-vd-meter-action]") !== null).toBe(level === "over"));
    await doing(() => document.querySelector<HTMLElement>("[data-vd-meter-toggle]")!.click());
    expect(await violations()).toEqual([]);
  });
});
