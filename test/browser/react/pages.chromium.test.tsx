/** Files of many pages, and protected ones, as a person meets them: the real decoder, real keys. */
import { screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { pdf } from "vision-dropzone/pdf";
import "../../../src/react/styles.css";
import { lockedPdfFile } from "../../fixtures/bytes/pdf.js";
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
