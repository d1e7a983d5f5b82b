/**
 * What a screen reader says in five complete tasks, done by keyboard. Read it aloud when you change a text: would a person say it
 * like this?
 */
import { APIError } from "@anthropic-ai/sdk";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, onTestFinished, test, vi } from "vitest";
import { MessageList } from "../../demo/components/message-list.js";
import { describeTrouble } from "../../demo/state/trouble.js";
import { heldPool } from "../fixtures/held-pool.js";
import { button, doing, drop, mount, notImage, photo, root, started } from "./harness.js";
import { stage } from "./stage.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

/** All that the live region has said since the last call. */
function listen(): () => string {
  const said: string[] = [];
  let last = "";
  const read = () => {
    const text = document.querySelector("[data-vd-status]")?.textContent ?? "";
    if (text !== "" && text !== last) said.push(text);
    last = text;
  };
  const observer = new MutationObserver(read);
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  onTestFinished(() => observer.disconnect());
  return () => said.splice(0).join(" ");
}

/** Pictures of 100 kB, or of what is asked for where that is less. */
async function finishJobs(from: number) {
  for (const { job, release } of stage.pool.jobs.slice(from)) {
    const bytes = new Uint8Array(Math.min(100_000, job.maxBytes ?? Infinity));
    bytes.set([0xff, 0xd8, 0xff]);
    await doing(() =>
      release({ status: "encoded", bytes, mediaType: "image/jpeg", alpha: false, backend: "held", ...job.target }),
    );
  }
}

/** The visible text and the buttons of what was added to a log region; what is folded is not read. */
function spokenLog(): string {
  const log = screen.getByRole("log").cloneNode(true) as HTMLElement;
  for (const folded of log.querySelectorAll("details > :not(summary)")) folded.remove();
  return [...log.querySelectorAll("h2, p, button, summary")].map(({ textContent }) => textContent.trim()).join(" / ");
}

test("announcements: five tasks by keyboard sound like a person", async () => {
  stage.pool = heldPool(3);
  const [holiday, receipt, poster] = (await Promise.all(["holiday.jpg", "receipt.jpg", "poster.jpg"].map(photo))) as [
    File,
    File,
    File,
  ];
  const user = userEvent.setup();
  const { handle } = mount({ maxRequestBytes: 300_000, layout: "tiles" });
  const heard = listen();

  // Two photos and a file that is no picture.
  await drop(root(), holiday, receipt, notImage);
  await started(2);
  await finishJobs(0);
  await waitFor(() => expect(root().dataset.status).toBe("ready"));
  expect(heard()).toBe("2 images added. notes.png wasn't added: Not an image, or damaged. 2 images ready.");

  // The first one to the end.
  button(/^holiday\.jpg, /).focus();
  await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
  await waitFor(() => expect(heard()).toBe("Moved to 2 of 2."));

  // One more is too much; it fits by shrinking, not after that is taken back, and again without the last one.
  await drop(root(), poster);
  await started(3);
  await finishJobs(2);
  await waitFor(() => expect(root().dataset.status).toBe("over"));
  expect(heard()).toBe("poster.jpg added. 3 images ready. 100 kB over the limit: remove one image.");
  screen.getByRole("button", { name: /^Shrink to fit/ }).focus();
  await user.keyboard("{Enter}");

  await started(6);
  await finishJobs(3);
  await waitFor(() => expect(root().dataset.status).toBe("ready"));
  expect(heard()).toBe("3 images shrunk to fit. The message fits again.");
  button("Undo").focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(root().dataset.status).toBe("over"));
  expect(heard()).toBe("100 kB over the limit: remove one image.");
  button("Remove last image").focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(root().dataset.status).toBe("ready"));
  expect(heard()).toBe("Removed poster.jpg. Undo available. The message fits again.");

  // The API refuses it: at most 25 words, the button included.
  const refusal = { type: "error", error: { type: "request_too_large", message: "Request exceeds the maximum size" } };
  const error = APIError.generate(413, refusal, undefined, new Headers());
  const trouble = describeTrouble(error, { provider: "Anthropic", earlierMessages: 0, earlierImages: 0 })!;
  const card = render(
    <MessageList entries={[{ kind: "trouble", id: 1, trouble }]} waiting={false} onRemedy={() => {}} />,
  );
  expect(spokenLog()).toBe(
    "Too large for Anthropic / Nothing was lost. The request was larger than the API allows. / Shrink to fit / Details",
  );
  expect(spokenLog().match(/\w+/g)!.length).toBeLessThanOrEqual(25);
  card.unmount();

  // Sent after all.
  await doing(async () => handle.current!.removeSent(await handle.current!.whenReady()));
  await waitFor(() => expect(heard()).toBe("2 images sent."));
});
