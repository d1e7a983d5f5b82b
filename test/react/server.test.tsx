// @vitest-environment node
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { anthropicMessages } from "../../src/endpoints.js";
import { VisionDropzone } from "../../src/react/components/vision-dropzone.js";

test("renders on a server, where there is no window and no worker", () => {
  expect(typeof window).toBe("undefined");
  const html = renderToString(<VisionDropzone endpoint={anthropicMessages} onReady={() => {}} />);
  expect(html).toContain("Drop, paste or choose images");
  expect(html).toMatch(/role="meter"[^>]*aria-valuetext="/);
});
