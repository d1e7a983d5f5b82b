/** The part that makes the images a field of a form is loaded when it is first rendered. */
import { render, screen, waitFor } from "@testing-library/react";
import { createRef } from "react";
import { renderToString } from "react-dom/server";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { type AnthropicImageBlock, anthropicMessages } from "../../src/endpoints.js";
import {
  VisionDropzone,
  type VisionDropzoneHandle,
  type VisionDropzoneProps,
} from "../../src/react/components/vision-dropzone.js";
import { doing, notImage, photo, statuses } from "./harness.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));
vi.mock("../../src/react/forms/form-field.js", () => {
  throw new Error("404");
});

const reported = vi.fn();
beforeEach(() => {
  reported.mockClear();
  vi.stubGlobal("reportError", reported);
  onTestFinished(() => void vi.unstubAllGlobals());
});

const handle = createRef<VisionDropzoneHandle<AnthropicImageBlock>>();
const Form = (props: Partial<VisionDropzoneProps<AnthropicImageBlock>>) => (
  <form aria-label="Report">
    <VisionDropzone endpoint={anthropicMessages} name="photos" ref={handle} {...props} />
  </form>
);
const isValid = () => screen.getByRole<HTMLFormElement>("form").checkValidity();
const control = () => document.querySelector<HTMLSelectElement>("[data-vd-form-control]")!;

test("required: the form is invalid at once, and still where the field cannot be loaded; the control says why", async () => {
  render(<Form required />);
  expect(isValid()).toBe(false);
  expect(control().validationMessage).toBe("Add images");
  await waitFor(() => expect(control().validationMessage).toMatch(/could not be loaded.*Reload/));
  expect(isValid()).toBe(false);
  expect(control().getAttribute("aria-label")).toBe(control().validationMessage);
  control().focus();
  expect(document.activeElement).toBe(control());
  expect(reported).toHaveBeenCalledTimes(1);
});

test("not required: the form is valid until there are images, which it could not send", async () => {
  render(<Form />);
  await waitFor(() => expect(reported).toHaveBeenCalledTimes(1));
  expect([isValid(), control()]).toEqual([true, null]);
  await doing(() => void handle.current!.add([notImage]));
  await waitFor(() => expect(statuses()).toEqual(["rejected"]));
  expect(isValid()).toBe(true);
  await doing(async () => void handle.current!.add([await photo("a.jpg")]));
  await waitFor(() => expect(statuses()).toHaveLength(2));
  expect(isValid()).toBe(false);
});

test("required: HTML from a server is not to be sent either, and holds no inline style", () => {
  const html = renderToString(<Form required />);
  expect(/<select[^>]*>/.exec(html)?.[0]).toMatch(/ required=""/);
  expect(html).not.toContain("style=");
});
