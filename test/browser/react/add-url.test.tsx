import { screen, waitFor } from "@testing-library/react";
import { describe, expect, inject, test } from "vitest";
import { anthropicMessages } from "../../../src/endpoints.js";
import { doing, drop, itemNames, items, mount, photo, root, statuses } from "./page.js";

const site = inject("otherSite") ?? "";

/** What the other site was asked for, by method and path. */
async function asked(): Promise<string[]> {
  return (await fetch(`${site}/asked`)).json();
}

function mountFetching() {
  return mount({ urls: "fetch", allowPrivateHosts: true });
}

describe.skipIf(site === "")("addUrl: a picture of another site", () => {
  test("is fetched, prepared and sent inline", async () => {
    const { handle } = mountFetching();
    let id = "";
    await doing(() => void (id = handle.current!.addUrl(`${site}/open/photo.png`)));
    const { images, blocks } = await handle.current!.whenReady();
    expect(images.map(({ id: own, name, source }) => [own, name, source.width])).toEqual([[id, "photo.jpg", 1]]);
    expect(blocks).toMatchObject([{ type: "image", source: { type: "base64", media_type: "image/jpeg" } }]);
  });

  test("whose server forbids other sites is rejected with a reason, and can be tried again", async () => {
    const { handle } = mountFetching();
    await doing(() => void handle.current!.addUrl(`${site}/closed/photo.png`));
    await waitFor(() => expect(statuses()).toEqual(["rejected"]));
    expect(items()[0]!.textContent).toContain("does not allow cross-origin reads");
    expect(screen.getByRole("button", { name: /^Try .+ again$/ })).toBeDefined();
  });

  test("is sent by its address in its place, unread and unseen", async () => {
    const { handle, ready } = mount({ urls: "block", allowPrivateHosts: true });
    const file = await photo("mine.png");
    const before = await asked();
    await doing(() => {
      handle.current!.addUrl(`${site}/open/photo.png`);
      drop(root(), file);
      handle.current!.addUrl(`${site}/closed/photo.png`);
    });
    const { blocks, images, estimate } = await handle.current!.whenReady();
    const byUrl = (url: string) => ({ type: "image", source: { type: "url", url } });
    expect(blocks).toEqual([
      byUrl(`${site}/open/photo.png`),
      anthropicMessages.toBlock(images[0]!),
      byUrl(`${site}/closed/photo.png`),
    ]);
    expect(estimate).toMatchObject({
      exact: true,
      bytes: new TextEncoder().encode(JSON.stringify(anthropicMessages.request(blocks))).length,
    });
    await waitFor(() => expect(statuses()).toEqual(["ready", "ready", "ready"]));
    expect(items()[0]!.textContent).toContain("Sent as a link · PNG, ");
    expect(items()[2]!.textContent).toContain("Size unknown: the server does not allow cross-origin reads.");
    expect(ready.map((request) => request.items.length)).toEqual([3]);
    // The page itself asked no server for a picture, neither to read nor to show it.
    expect((await asked()).slice(before.length).filter((question) => !question.startsWith("HEAD "))).toEqual([]);
    expect([...root().querySelectorAll("img")].map(({ src }) => new URL(src).protocol)).toEqual(["blob:"]);
  });

  test("dropped by its address is taken, and the page stays", async () => {
    mountFetching();
    const data = new DataTransfer();
    data.setData("text/uri-list", `${site}/open/photo.png`);
    data.setData("text/html", `<img src="${site}/open/photo.png">`);
    await doing(() => {
      const event = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data });
      expect(root().dispatchEvent(event)).toBe(false);
    });
    await waitFor(() => expect(statuses()).toEqual(["ready"]));
    expect(itemNames()).toEqual(["photo.png"]);
  });
});
