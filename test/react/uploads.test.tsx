import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { UploadFile } from "../../src/queue/relocation-mode.js";
import { anthropicMessages } from "../../src/endpoints.js";
import { heldPool } from "../fixtures/held-pool.js";
import { button, doing, drop, items, mount, photo, release, root, started } from "./harness.js";
import { stage } from "./stage.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

interface HeldUpload {
  finish: () => void;
  progress: (fraction: number) => void;
}

let a: File;

beforeAll(async () => {
  a = await photo("a.jpg");
});
beforeEach(() => {
  stage.pool = heldPool();
});

/** One image, ready, its upload begun. */
async function mountUploading() {
  const uploads: HeldUpload[] = [];
  const uploadFile: UploadFile = (_image, { onProgress }) =>
    new Promise((resolve) => uploads.push({ finish: () => resolve({ fileId: "file_1" }), progress: onProgress }));
  const view = mount({ relocation: "files", uploadFile });
  await drop(root(), a);
  await started(1);
  await release();
  return { ...view, tell: (what: (upload: HeldUpload) => void) => doing(() => what(uploads.at(-1)!)) };
}
const words = () => items()[0]!.querySelector("[data-vd-item-upload]")?.textContent;
const bar = () => screen.queryByRole("progressbar", { name: "Uploading a.jpg" });

/** Too large for the Files API: fails at once, without the waits between tries. */
const tooLarge = { ...anthropicMessages, maxFileBytes: 1 };
const files = { relocation: "files", uploadFile: async () => ({ fileId: "file_2" }) } as const;

describe("uploads: an item being uploaded", () => {
  test("has no figure while the progress is unknown", async () => {
    await mountUploading();
    await waitFor(() => expect(words()).toBe("Uploading"));
    expect(items()[0]!.dataset.upload).toBe("uploading");
    expect(bar()!.hasAttribute("aria-valuenow")).toBe(false);
  });

  test("shows the progress as text and as a bar", async () => {
    const { tell } = await mountUploading();
    await tell(({ progress }) => progress(0.4));
    await waitFor(() => expect(words()).toBe("Uploading 40 %"));
    expect(["min", "now", "max"].map((name) => bar()!.getAttribute(`aria-value${name}`))).toEqual(["0", "40", "100"]);
    expect(bar()!.style.getPropertyValue("--vd-percent")).toBe("40%");
  });

  test("ends as stored, and the list is ready only then", async () => {
    const { tell, heard } = await mountUploading();
    expect(root().dataset.status).toBe("working");
    expect(heard.ready).toEqual([]);
    await tell(({ finish }) => finish());
    await waitFor(() => expect(words()).toBe("Uploaded"));
    expect([items()[0]!.dataset.upload, root().dataset.status]).toEqual(["uploaded", "ready"]);
    expect(bar()).toBeNull();
    expect(heard.ready.at(-1)!.blocks).toEqual([{ type: "image", source: { type: "file", file_id: "file_1" } }]);
    expect(screen.getByRole("status").textContent).toBe("a.jpg uploaded.");
  });

  test("an image that is sent inline says nothing of uploads", async () => {
    mount();
    await drop(root(), a);
    await started(1);
    await release();
    expect(items()[0]!.dataset.upload).toBe("none");
    expect(words()).toBeUndefined();
  });
});

describe("uploads: a failed upload", () => {
  test("says that the image is sent inline, and why; Try again passes the focus on", async () => {
    const { update, heard } = mount({ ...files, endpoint: tooLarge });
    await drop(root(), a);
    await started(1);
    await release();
    await waitFor(() => expect(items()[0]!.dataset.upload).toBe("failed"));
    expect(words()).toMatch(
      /^Upload failed, will be sent with the message\. The image has 3 bytes; files at .+ may have 1 byte\.$/,
    );
    // "a.jpg ready." may have been said before, in a sentence of its own.
    expect(screen.getByRole("status").textContent).toMatch(
      /^(a\.jpg ready\. )?a\.jpg could not be uploaded and will be sent with the message\.$/,
    );
    expect(heard.ready.at(-1)!.blocks).toMatchObject([{ source: { type: "base64" } }]);

    update({ ...files, endpoint: anthropicMessages });
    button("Try to upload a.jpg again").focus();
    await doing(() => void fireEvent.click(button("Try to upload a.jpg again")));
    await waitFor(() => expect(items()[0]!.dataset.upload).toBe("uploaded"));
    expect(document.activeElement!.getAttribute("aria-label")).toBe("Remove a.jpg");
    expect(screen.queryByRole("button", { name: /again/ })).toBeNull();
  });
});
