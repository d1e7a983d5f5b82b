/** The composer of demo/scenes/shadcn that apps copy: from the drop to the send, by keyboard. */
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { StrictMode, useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { VisionComposer } from "../../demo/scenes/shadcn/vision-composer.js";
import { openaiChat } from "../../src/endpoints.js";
import { useVisionDropzone } from "../../src/react/hooks/use-vision-dropzone.js";
import { heldPool } from "../fixtures/held-pool.js";
import { doing, drop, items, photo, release, root, started, statuses } from "./harness.js";
import { stage } from "./stage.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));
beforeEach(() => {
  stage.pool = heldPool();
});

function mount(onSend: (blocks: readonly unknown[]) => Promise<void> = async () => {}) {
  function Chat() {
    const [text, setText] = useState("");
    const dropzone = useVisionDropzone({ endpoint: openaiChat, maxRequestBytes: 100_000 });
    return (
      <VisionComposer
        dropzone={dropzone}
        text={text}
        onTextChange={setText}
        onSend={({ blocks }) => onSend(blocks)}
        className="mine"
        name="composer"
      />
    );
  }
  render(<Chat />, { wrapper: StrictMode });
}

test("shadcn composer: a photo is dropped, becomes ready, is removed by keyboard, and comes back", async () => {
  mount();
  expect(root()).toMatchObject({ localName: "form", name: "composer" });
  expect(root().classList).toContain("mine");
  await drop(screen.getByLabelText("Message"), await photo("a.jpg"));
  await started(1);
  expect(screen.getByRole("progressbar")).toBeDefined();
  await release();
  expect(statuses()).toEqual(["ready"]);
  expect(screen.getByRole("meter", { name: "Request size" })).toBeDefined();
  const remove = screen.getByRole("button", { name: "Remove a.jpg" });
  expect(remove.className).toContain("inline-flex");
  remove.focus();
  await doing(() => void fireEvent.keyDown(remove, { key: "Delete" }));
  await waitFor(() => expect(items()).toEqual([]));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Add images" })));
  expect(screen.getByRole("status").textContent).toContain("a.jpg");
  await doing(() => screen.getByRole("button", { name: "Undo" }).click());
  await waitFor(() => expect(statuses()).toEqual(["ready"]));
});

test("shadcn composer: Send waits for the photo; a refusal is shown and nothing is lost; then it is sent", async () => {
  const answers = [() => Promise.reject(new Error("overloaded")), async () => {}];
  const sent: number[] = [];
  mount((blocks) => {
    sent.push(blocks.length);
    return answers.shift()!();
  });
  const send = screen.getByRole<HTMLButtonElement>("button", { name: "Send" });
  expect(send.disabled).toBe(true);
  await drop(root(), await photo("a.jpg"));
  await started(1);
  await doing(() => void fireEvent.keyDown(screen.getByLabelText("Message"), { key: "Enter" }));
  expect(sent).toEqual([]);
  await release();
  expect((await screen.findByRole("alert")).textContent).toBe("Error: overloaded");
  expect(statuses()).toEqual(["ready"]);
  await doing(() => screen.getByRole("button", { name: "Send" }).click());
  await waitFor(() => expect(items()).toEqual([]));
  expect(sent).toEqual([1, 1]);
});
