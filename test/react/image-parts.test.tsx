/** What shows images is loaded with the first of them. */
import { render, screen, waitFor } from "@testing-library/react";
import { createRef } from "react";
import { expect, test, vi } from "vitest";
import { type AnthropicImageBlock, anthropicMessages } from "../../src/endpoints.js";
import { VisionDropzone, type VisionDropzoneHandle } from "../../src/react/components/vision-dropzone.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));
vi.mock("../../src/react/components/image-parts.js", () => {
  throw new Error("404");
});

test("the list of images: where it cannot be loaded, words in its place say so, and the files are kept", async () => {
  const handle = createRef<VisionDropzoneHandle<AnthropicImageBlock>>();
  render(<VisionDropzone endpoint={anthropicMessages} ref={handle} />);
  expect(screen.queryByRole("alert")).toBeNull();
  expect(handle.current!.add([new File(["x"], "a.png")])).toHaveLength(1);
  await waitFor(() => expect(screen.getByRole("alert").textContent).toMatch(/could not be loaded.*Reload/));
});
