import { screen, waitFor } from "@testing-library/react";
import { describe, expect, inject, test } from "vitest";
import { doing, itemNames, items, mount, root, statuses } from "./page.js";

const patience = { timeout: 30_000 };
const site = inject("otherSite") ?? "";

function mountFetching() {
  return mount({ urls: "fetch", allowPrivateHosts: true });
}

describe.skipIf(site === "")("a picture of another site", () => {
  test("is fetched, prepared and sent inline", async () => {
    const { handle } = mountFetching();
    let id = "";
    await doing(() => void handle.current!.addUrl(`${site}/open/photo.png`).then((added) => (id = added)));
    const { images, blocks } = await handle.current!.whenReady();
    expect(images.map(({ id: own, name, width }) => [own, name, width])).toEqual([[id, "photo.jpg", 1]]);
    expect(blocks).toMatchObject([{ type: "image", source: { type: "base64", media_type: "image/jpeg" } }]);
  });

  test("that its server keeps from other sites is refused in words, and can be tried again", async () => {
    const { handle } = mountFetching();
    await doing(() => void handle.current!.addUrl(`${site}/closed/photo.png`).catch(() => {}));
    await waitFor(() => expect(statuses()).toEqual(["rejected"]), patience);
    expect(items()[0]!.textContent).toContain("does not allow cross-origin reads");
    expect(screen.getByRole("button", { name: /^Try .+ again$/ })).toBeDefined();
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
    await waitFor(() => expect(statuses()).toEqual(["ready"]), patience);
    expect(itemNames()).toEqual(["photo.png"]);
  });
});
