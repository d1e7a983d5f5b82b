/** The images as a field of a form, as the browser itself validates, reads, resets and disables it. */
import { render, screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { StrictMode } from "react";
import { beforeAll, expect, test, vi } from "vitest";
import { anthropicMessages } from "../../../src/endpoints.js";
import { VisionDropzone, type VisionDropzoneProps } from "../../../src/react/components/vision-dropzone.js";
import { doing, drop, endless, items, photo, root, statuses } from "./page.js";

interface FormProps extends Partial<VisionDropzoneProps<unknown>> {
  disabledFields?: boolean;
  onData?: (data: FormData) => void;
}

let one: File;
let two: File;
beforeAll(async () => {
  [one, two] = await Promise.all([photo("one.jpg", 64, 48), photo("two.jpg", 48, 64)]);
});

function mountForm({ disabledFields = false, onData = () => {}, ...props }: FormProps) {
  const ui = (more: FormProps = {}) => (
    <StrictMode>
      <form aria-label="Report" action={onData}>
        <fieldset disabled={more.disabledFields ?? disabledFields}>
          <VisionDropzone<unknown> endpoint={anthropicMessages} name="photos" {...props} />
          <input name="title" aria-label="Title" defaultValue="Leak" />
          <button>Send</button>
        </fieldset>
      </form>
    </StrictMode>
  );
  const view = render(ui());
  return { update: (more: FormProps) => view.rerender(ui(more)) };
}
const form = () => screen.getByRole<HTMLFormElement>("form");
const area = () => document.querySelector<HTMLElement>("[data-vd-area]")!;
const control = () =>
  vi.waitFor(() => {
    const found = document.querySelector<HTMLInputElement>("input[data-vd-form-control]");
    if (!found) throw new Error("The form's part is not loaded yet.");
    return found;
  });
const ready = (count: number) => waitFor(() => expect(statuses()).toEqual(Array(count).fill("ready")));
const sent = () => new FormData(form()).getAll("photos") as File[];

test("a form: sends the images under the name, in their order, to an action and to whoever reads it", async () => {
  const onData = vi.fn();
  mountForm({
    onData,
    defaultImages: [
      { blob: one, name: "one.png" },
      { blob: two, name: "two.jpg" },
    ],
  });
  await control();
  await ready(2);
  expect(sent().map(({ name, type, size }) => [name, type, size])).toEqual([
    ["one.jpg", "image/jpeg", one.size],
    ["two.jpg", "image/jpeg", two.size],
  ]);
  await doing(() => form().requestSubmit());
  await waitFor(() => expect(onData).toHaveBeenCalledTimes(1));
  const data = onData.mock.calls[0]![0] as FormData;
  expect(data.getAll("photos")).toHaveLength(2);
  expect([...data.keys()]).toEqual(["title", "photos", "photos"]);
});

test("required: the form is not sent without an image, says so, and leads to the area", async () => {
  const onData = vi.fn();
  mountForm({ onData, required: true });
  const { validationMessage } = await control();
  expect(validationMessage).toBe("Add an image.");
  await doing(() => form().requestSubmit());
  expect(await screen.findByRole("alert")).toHaveProperty("textContent", "Add an image.");
  expect(document.activeElement).toBe(area());
  expect((await axe.run(form())).violations).toEqual([]);
  expect(onData).not.toHaveBeenCalled();
  await doing(() => drop(root(), one));
  await ready(1);
  expect(screen.queryByRole("alert")).toBeNull();
  await doing(() => form().requestSubmit());
  await waitFor(() => expect(onData).toHaveBeenCalledTimes(1));
});

test("required: holds before its part is loaded, too, and leads to the area", async () => {
  const onData = vi.fn();
  mountForm({ onData, required: true });
  const early = document.querySelector("select")!;
  expect([form().checkValidity(), early.getClientRects().item(0)!.width]).toEqual([false, 1]);
  form().requestSubmit();
  expect(document.activeElement).toBe(area());
  await control();
  expect(document.activeElement).toBe(area());
  expect([form().checkValidity(), document.querySelector("select")]).toEqual([false, null]);
  expect(onData).not.toHaveBeenCalled();
});

test("required: leaves the focus to a control before it that is wrong, too", async () => {
  mountForm({ required: true });
  await control();
  const title = screen.getByLabelText<HTMLInputElement>("Title");
  title.required = true;
  title.value = "";
  form().prepend(title);
  await doing(() => form().requestSubmit());
  await screen.findByRole("alert");
  expect(document.activeElement).toBe(title);
});

test("images that are not ready, or too large together: the form waits for them", async () => {
  mountForm({ compress: endless });
  const field = await control();
  expect(field.validity.valid).toBe(true);
  await doing(() => drop(root(), one));
  await waitFor(() => expect(field.validationMessage).toBe("The images are not ready yet. Try again in a moment."));
});

test("images over a limit: the form says so", async () => {
  mountForm({ maxRequestBytes: 100, defaultImages: [{ blob: one }] });
  const field = await control();
  await waitFor(() => expect(field.validationMessage).toMatch(/^The images are too large to send\./));
});

test("reset: removes the images, and that can be undone", async () => {
  mountForm({ defaultImages: [{ blob: one }, { blob: two }] });
  await control();
  await ready(2);
  await doing(() => form().reset());
  expect(items()).toHaveLength(0);
  await doing(() => screen.getByRole("button", { name: "Undo" }).click());
  await ready(2);
});

test("a disabled fieldset: nothing is sent and nothing is required", async () => {
  const { update } = mountForm({ required: true, disabledFields: true, defaultImages: [{ blob: one }] });
  const field = await control();
  await ready(1);
  expect(sent()).toEqual([]);
  expect(field.willValidate).toBe(false);
  await doing(() => update({ disabledFields: false }));
  expect(sent()).toHaveLength(1);
});
