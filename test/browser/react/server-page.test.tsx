/** HTML from a server, in a page whose policy allows no style but those with a nonce, as Next's own does. */
import { act, waitFor } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { describe, expect, onTestFinished, test } from "vitest";
import { estimateRequest } from "../../../src/core.js";
import { anthropicMessages } from "../../../src/endpoints.js";
import { RequestMeter } from "../../../src/react/components/request-meter.js";
import { VisionDropzone } from "../../../src/react/components/vision-dropzone.js";
import styles from "../../../src/react/styles.css?inline";
import { mount, root } from "./page.js";

const estimate = estimateRequest({
  endpoint: anthropicMessages,
  images: [],
  request: () => ({ text: "x".repeat(2000) }),
  maxRequestBytes: 1000,
});
const App = () => (
  <>
    <VisionDropzone endpoint={anthropicMessages} />
    <RequestMeter estimate={estimate} />
  </>
);

type Page = Window & { violations: string[] };

async function serve(html: string, sheet: string): Promise<Page> {
  const frame = document.createElement("iframe");
  frame.srcdoc = `<!doctype html><head><script>violations = []; document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective))</script><meta http-equiv="Content-Security-Policy" content="style-src 'nonce-a'"><style nonce="a">${sheet}</style></head><body><div id="app">${html}</div></body>`;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  onTestFinished(() => frame.remove());
  await loaded;
  return frame.contentWindow as Page;
}

const isSeen = (element: HTMLElement) => element.getClientRects().length > 0;

describe.each([
  ["with our stylesheet", styles],
  ["without it", ""],
  ["with one of the app's that shows each input", `${styles} input { display: block }`],
])("page from a server: under a strict style-src, %s", (_name, sheet) => {
  test("shows no file input and causes no report, before it is hydrated and after", async () => {
    const html = renderToString(<App />);
    const page = await serve(html, sheet);
    const input = page.document.querySelector("input")!;
    expect(isSeen(input)).toBe(false);
    const errors: unknown[] = [];
    const app = await act(async () =>
      hydrateRoot(page.document.getElementById("app")!, <App />, { onRecoverableError: (error) => errors.push(error) }),
    );
    onTestFinished(() => act(() => app.unmount()));
    expect(isSeen(input)).toBe(false);
    const cap = page.document.querySelector<HTMLElement>("[data-vd-meter-cap]")!;
    const segment = page.document.querySelectorAll<HTMLElement>("[data-vd-meter-segment]").item(0);
    await waitFor(() =>
      expect([cap.style.insetInlineStart, segment.style.flexBasis !== ""]).toEqual([expect.stringMatching(/%$/), true]),
    );
    expect([errors, page.violations]).toEqual([[], []]);
  });
});

test("hidden input: it opens the picker, by the area and by a label", () => {
  mount({ children: ({ open }) => <input type="button" value="open" onClick={open} id="open" /> });
  const input = root().querySelector<HTMLInputElement>("[data-vd-input]")!;
  let clicks = 0;
  input.addEventListener("click", (event) => {
    clicks += 1;
    // No picker over the tests that follow.
    event.preventDefault();
  });
  document.querySelector<HTMLElement>("#open")!.click();
  input.id = "files";
  const label = document.body.appendChild(Object.assign(document.createElement("label"), { htmlFor: "files" }));
  label.click();
  label.remove();
  expect([clicks, isSeen(input)]).toEqual([2, false]);
});

test("root: a frame around it encloses what is in it, and no empty row", () => {
  const sheet = document.head.appendChild(
    Object.assign(document.createElement("style"), {
      textContent: `${styles} .framed { border: 1px solid; padding: 16px }`,
    }),
  );
  onTestFinished(() => sheet.remove());
  mount({ className: "framed" });
  const bottoms = [...root().children]
    .map((child) => child.getBoundingClientRect())
    .filter(({ width }) => width > 1)
    .map(({ bottom }) => bottom);
  expect(root().getBoundingClientRect().bottom - Math.max(...bottoms)).toBeCloseTo(17, 1);
});
