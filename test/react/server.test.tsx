// @vitest-environment node
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { estimateRequest } from "../../src/core.js";
import { anthropicMessages } from "../../src/endpoints.js";
import type { ImageItem } from "../../src/queue/types.js";
import { useVisionDropzone } from "../../src/react/hooks/use-vision-dropzone.js";
import { loadImageParts } from "../../src/react/hooks/use-image-parts.js";
import { RequestMeter } from "../../src/react/components/request-meter.js";
import { VisionDropzone } from "../../src/react/components/vision-dropzone.js";

test("server: renders on a server, where there is no window and no worker", () => {
  expect(typeof window).toBe("undefined");
  const html = renderToString(<VisionDropzone endpoint={anthropicMessages} onReady={() => {}} />);
  expect(html).toContain("Drop, paste or choose images");
  // There is nothing to measure yet.
  expect(html).not.toContain("data-vd-meter");
});

test("server: its HTML holds no style attribute, which a strict style-src would block", async () => {
  await loadImageParts();
  const file = new File(["x"], "a.jpg", { type: "image/jpeg" });
  const working: ImageItem = {
    id: "1",
    name: "a.jpg",
    label: "a.jpg",
    file,
    status: "working",
    step: "prepare",
    header: undefined,
  };
  const estimate = estimateRequest({
    endpoint: anthropicMessages,
    images: [],
    request: () => ({ text: "x".repeat(2000) }),
    maxRequestBytes: 1000,
  });
  function Everything() {
    const dropzone = useVisionDropzone({ endpoint: anthropicMessages });
    return (
      <VisionDropzone.Root dropzone={dropzone}>
        <VisionDropzone.Area />
        <VisionDropzone.Item item={working} />
        <RequestMeter estimate={estimate} />
        <VisionDropzone.Input />
        <VisionDropzone.Status />
      </VisionDropzone.Root>
    );
  }
  const html = renderToString(<Everything />) + renderToString(<VisionDropzone endpoint={anthropicMessages} />);
  for (const part of ["meter-segment", "meter-cap", "progress", "input", "status"])
    expect(html).toContain(`data-vd-${part}=`);
  expect(html).toMatch(/role="meter"[^>]*aria-valuetext="/);
  expect(html).not.toMatch(/\sstyle=/);
  expect(html).toMatch(/<input[^>]*\shidden=/);
});
