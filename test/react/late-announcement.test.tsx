/** A file whose header is not read is announced all the same, after a while. Without the harness, which loads the announcer before. */
import { act, render, screen, waitFor } from "@testing-library/react";
import { Activity, createRef, StrictMode } from "react";
import { expect, test, vi } from "vitest";
import { type AnthropicImageBlock, anthropicMessages } from "../../src/endpoints.js";
import { VisionDropzone, type VisionDropzoneHandle } from "../../src/react/components/vision-dropzone.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

/** As from a cloud drive that does not answer. */
const stalled = () =>
  Object.assign(new File(["x"], "cloud.jpg"), { slice: () => ({ arrayBuffer: () => new Promise(() => {}) }) });
const spoken = () => screen.getByRole("status").textContent;
const shown = () => document.querySelectorAll("[data-vd-item]").length;
const handle = createRef<VisionDropzoneHandle<AnthropicImageBlock>>();

test("a late announcement: comes in StrictMode, which runs the effects of a part that is loaded late twice", async () => {
  render(<VisionDropzone endpoint={anthropicMessages} ref={handle} />, { wrapper: StrictMode });
  act(() => void handle.current!.add([stalled()]));
  await waitFor(() => expect(shown()).toBe(1));
  await waitFor(() => expect(spoken()).toBe("cloud.jpg added."));
});

test("a late announcement: comes after <Activity> was hidden and shown again", async () => {
  const ui = (mode: "visible" | "hidden") => (
    <Activity mode={mode}>
      <VisionDropzone endpoint={anthropicMessages} ref={handle} />
    </Activity>
  );
  const { rerender } = render(ui("visible"));
  act(() => void handle.current!.add([stalled()]));
  await waitFor(() => expect(shown()).toBe(1));
  rerender(ui("hidden"));
  rerender(ui("visible"));
  await waitFor(() => expect(spoken()).toBe("cloud.jpg added."));
});
