/** The preview is loaded when it is opened first. */
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { createRef } from "react";
import { expect, onTestFinished, test, vi } from "vitest";
import { type AnthropicImageBlock, anthropicMessages } from "../../src/endpoints.js";
import { VisionDropzone, type VisionDropzoneHandle } from "../../src/react/components/vision-dropzone.js";
import { photo } from "./harness.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));
vi.mock("../../src/react/preview/preview-dialog.js", () => {
  throw new Error("404");
});

test("the preview: where it cannot be loaded, words say so, the error is reported, and the images stay", async () => {
  const reported = vi.fn();
  vi.stubGlobal("reportError", reported);
  onTestFinished(() => void vi.unstubAllGlobals());
  const handle = createRef<VisionDropzoneHandle<AnthropicImageBlock>>();
  const { container } = render(<VisionDropzone endpoint={anthropicMessages} ref={handle} />);
  handle.current!.add([await photo("a.jpg")]);
  await waitFor(() => expect(container.querySelector("[data-vd-item-open]")).not.toBeNull());
  expect(screen.queryByRole("alert")).toBeNull();
  fireEvent.click(container.querySelector("[data-vd-item-open]")!);
  await waitFor(() => expect(screen.getByRole("alert").textContent).toMatch(/could not be loaded.*Reload/));
  expect(reported).toHaveBeenCalledTimes(1);
  expect(container.querySelectorAll("[data-vd-item]")).toHaveLength(1);
});
