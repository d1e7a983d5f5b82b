/** The field for a file's password is loaded with the first such file. */
import { render, screen, waitFor } from "@testing-library/react";
import { expect, onTestFinished, test, vi } from "vitest";
import { anthropicMessages } from "../../src/endpoints.js";
import { ImageError } from "../../src/index.js";
import { VisionDropzone } from "../../src/react/components/vision-dropzone.js";
import { drop, root, statuses } from "./harness.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));
vi.mock("../../src/react/pages/password-field.js", () => {
  throw new Error("404");
});

const safe = {
  mediaTypes: ["image/x-safe"],
  sniff: () => "image/x-safe",
  decode: () => Promise.reject(new ImageError("password-needed", "The file is protected.")),
};

test("the field for a password: where it cannot be loaded, words in the row say so, and the error is reported", async () => {
  const reported = vi.fn();
  vi.stubGlobal("reportError", reported);
  onTestFinished(() => void vi.unstubAllGlobals());
  render(<VisionDropzone endpoint={anthropicMessages} decoders={[safe]} />);
  await drop(root(), new File(["safe"], "a.safe", { type: "image/x-safe" }));
  await waitFor(() => expect(statuses()).toEqual(["rejected"]));
  await waitFor(() => expect(screen.getByRole("alert").textContent).toMatch(/could not be loaded.*Reload/));
  expect(screen.getByRole("alert").closest("[data-vd-item]")).not.toBeNull();
  expect(reported).toHaveBeenCalledTimes(1);
});
