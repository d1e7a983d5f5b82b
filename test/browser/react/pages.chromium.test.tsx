/** Files of many pages, and protected ones, as a person meets them: the real decoder, real keys. */
import { screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { pdf } from "vision-dropzone/pdf";
import "../../../src/react/styles.css";
import { lockedPdfFile, pdfFile } from "../../fixtures/bytes/pdf.js";
import { doing, items, mount, root, statuses } from "./page.js";

const timeLimit = { timeout: 30_000 };

async function violations(element: Element): Promise<string[]> {
  const { violations: found } = await axe.run(element, { rules: { region: { enabled: false } } });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

test("a protected PDF: a field in its row, a wrong password is said, Escape leaves it, the right one opens it", async () => {
  const { handle } = mount({ decoders: [pdf()] });
  await doing(() => void handle.current!.add([lockedPdfFile()]));
  const field = await screen.findByLabelText<HTMLInputElement>("Password for secret.pdf", {}, timeLimit);
  expect([field.type, field.getAttribute("aria-invalid")]).toEqual(["password", "false"]);
  expect(document.activeElement).toBe(document.body);
  expect(await violations(root())).toEqual([]);

  await userEvent.fill(field, "Geheimm");
  await userEvent.keyboard("{Backspace}{Enter}");
  await screen.findByText("Wrong password. Try again.", { selector: "bdi" }, timeLimit);
  const again = await screen.findByLabelText<HTMLInputElement>("Password for secret.pdf");
  await waitFor(() => expect(document.activeElement).toBe(again), timeLimit);
  expect([again.value, again.getAttribute("aria-invalid")]).toEqual(["", "true"]);
  await waitFor(() => expect(screen.getByRole("status").textContent).toContain("Wrong password."), timeLimit);

  await userEvent.keyboard("x{Escape}");
  expect(again.value).toBe("");
  expect(document.activeElement).toBe(items()[0]!.querySelector('[data-action="remove"]'));
  expect(statuses()).toEqual(["rejected"]);

  await userEvent.fill(again, "geheim");
  await userEvent.click(screen.getByRole("button", { name: "Open" }));
  await waitFor(() => expect(statuses()).toEqual(["ready"]), timeLimit);
  expect(screen.queryByLabelText("Password for secret.pdf")).toBeNull();
  await doing(() => handle.current!.setImageOptions(items()[0]!.dataset.id!, { preset: "text" }));
  await waitFor(() => expect(statuses()).toEqual(["ready"]), timeLimit);
});

const dialog = () => document.querySelector<HTMLDialogElement>("[data-vd-pages]");
const field = () => screen.findByLabelText<HTMLInputElement>("Pages", { selector: "input[type=text]" }, timeLimit);
const labels = () => items().map((item) => item.querySelector("[data-vd-item-name]")!.textContent);
/** Twelve pages, each with a different height, so that a picture shows which one it is. */
const many = () => pdfFile(Array.from({ length: 12 }, (_, at) => ({ width: 100, height: 60 + 10 * at })));

async function withMany(maxFiles: number) {
  const view = mount({ decoders: [pdf()], maxFiles });
  await doing(() => void view.handle.current!.add([many()]));
  const settled = () => statuses().every((status) => status === "ready" || status === "rejected");
  await waitFor(() => expect(statuses().length > 1 && settled()).toBe(true), timeLimit);
  return view;
}

test("a PDF of more pages than fit: those that fit, and a choice of others by numbers", async () => {
  const { handle } = await withMany(4);
  expect(labels()).toEqual(
    [1, 2, 3, 4].map((page) => `paper.pdf (page ${page} of 12)`).concat("paper.pdf (pages 5 to 12 of 12)"),
  );
  const [first] = items();
  await userEvent.click(screen.getByRole("button", { name: "Choose pages" }));
  const pages = await field();
  expect(pages.value).toBe("1-4");
  expect(dialog()!.textContent).toContain("This message allows 4 images, so there is room for 4 pages.");
  await waitFor(() => expect(dialog()!.querySelectorAll("img").length).toBeGreaterThan(5), timeLimit);
  expect(await violations(dialog()!)).toEqual([]);

  await userEvent.fill(pages, "1, 9-14");
  expect(screen.getByText("Enter page numbers from 1 to 12, for example 1-3.")).toBeDefined();
  await userEvent.fill(pages, "1, 9-12");
  expect(screen.getByText("5 of 12 pages chosen, 1 too many")).toBeDefined();
  await userEvent.keyboard("{Enter}");
  expect(dialog()).not.toBeNull();
  await userEvent.fill(pages, "12, 1, 9-10");
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(statuses()).toEqual(["ready", "ready", "ready", "ready"]), timeLimit);
  expect(labels()).toEqual([12, 1, 9, 10].map((page) => `paper.pdf (page ${page} of 12)`));
  expect(items()[1]!.dataset.id).toBe(first!.dataset.id);
  const { images } = await handle.current!.whenReady();
  const shape = ({ width, height }: { width: number; height: number }) => Math.round((height / width) * 10);
  expect(images.map(shape)).toEqual([17, 6, 14, 15]);
});

test("the choice of pages gives the focus back, or leads to the first page that was chosen", async () => {
  await withMany(4);
  const opener = screen.getByRole("button", { name: "Choose pages" });
  const openField = async () => {
    await waitFor(() => expect(dialog()?.open).toBe(true), timeLimit);
    return field();
  };
  const openPicker = async () => {
    opener.focus();
    await userEvent.keyboard("{Enter}");
    return openField();
  };
  await openPicker();
  await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(dialog()).toBeNull());
  expect(document.activeElement).toBe(opener);

  // The row of the opener is gone then.
  await userEvent.fill(await openPicker(), "9-11");
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(labels()).toEqual([9, 10, 11].map((page) => `paper.pdf (page ${page} of 12)`)), timeLimit);
  const picture = () => items()[0]!.querySelector("[data-vd-item-open]");
  await waitFor(() => expect(document.activeElement).toBe(picture()), timeLimit);

  const byMenu = async () => {
    items()[1]!.querySelector<HTMLElement>("[data-action=menu]")!.focus({ preventScroll: true });
    await userEvent.keyboard("{Enter}");
    await screen.findByRole("menuitem", { name: /Choose pages/ }, timeLimit);
    await userEvent.keyboard("{End}{Enter}");
    return openField();
  };
  const menu = (at: number) => items()[at]!.querySelector("[data-action=menu]");
  await userEvent.fill(await byMenu(), "12, 10");
  await userEvent.click(screen.getByRole("button", { name: "Use 2 pages" }));
  await waitFor(() => expect(labels()).toEqual([12, 10].map((page) => `paper.pdf (page ${page} of 12)`)), timeLimit);
  expect(document.activeElement).toBe(menu(1));

  await userEvent.fill(await byMenu(), "1");
  await userEvent.click(screen.getByRole("button", { name: "Use 1 page" }));
  await waitFor(() => expect(labels()).toEqual(["paper.pdf (page 1 of 12)"]), timeLimit);
  await waitFor(() => expect(document.activeElement).toBe(picture()), timeLimit);
});

test("the choice of pages by keyboard: from the image's menu, arrows and Space, Escape changes nothing", async () => {
  document.dir = "rtl";
  try {
    await withMany(20);
    const before = labels();
    const openPicker = async () => {
      // A scroll closes the menu.
      items()[0]!.querySelector<HTMLElement>("[data-action=menu]")!.focus({ preventScroll: true });
      await userEvent.keyboard("{Enter}");
      await screen.findByRole("menuitem", { name: /Choose pages/ }, timeLimit);
      await userEvent.keyboard("{End}{Enter}");
      await waitFor(() => expect(dialog()?.open).toBe(true), timeLimit);
      return field();
    };
    await openPicker();
    const box = (page: number) => screen.getByLabelText(`Page ${page}`);
    box(1).focus();
    await userEvent.keyboard(" {ArrowLeft} {End} ");
    expect((await field()).value).toBe("3-11");
    expect(document.activeElement).toBe(box(12));
    await userEvent.keyboard("{Delete}{Escape}");
    await waitFor(() => expect(dialog()).toBeNull());
    expect(labels()).toEqual(before);
    expect((await openPicker()).value).toBe("1-12");
    await userEvent.click(screen.getByRole("button", { name: "None" }));
    expect(screen.getByRole("button", { name: "Use 0 pages" }).getAttribute("aria-disabled")).toBe("true");
    box(5).focus();
    await userEvent.keyboard(" ");
    await userEvent.click(screen.getByRole("button", { name: "Use 1 page" }));
    await waitFor(() => expect(labels()).toEqual(["paper.pdf (page 5 of 12)"]), timeLimit);
  } finally {
    document.dir = "";
  }
});
