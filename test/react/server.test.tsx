// @vitest-environment node
import { useSyncExternalStore } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { visionAttachments } from "../../src/assistant-ui.js";
import { estimateRequest } from "../../src/core.js";
import { anthropicMessages } from "../../src/endpoints.js";
import * as Vision from "../../src/parts.js";
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

test("server: parts in other elements, and a meter over the adapter of assistant-ui, as README has it", () => {
  const { queue } = visionAttachments({ endpoint: anthropicMessages });
  function Composer() {
    const dropzone = useVisionDropzone({ endpoint: anthropicMessages });
    const { subscribe, getSnapshot } = queue;
    const { estimate } = useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
    return (
      <Vision.Root dropzone={dropzone} render={<form />}>
        <Vision.List render={<ul />} />
        <Vision.Area compact render={<button className="mine" aria-label="Add" />} />
        <Vision.Status render={<output />} />
        {estimate.level}
      </Vision.Root>
    );
  }
  expect(renderToString(<Composer />)).toMatch(
    /^<form data-vd-root.*<button class="mine".*data-vd-area.*<output data-vd-status.*<\/output>ok<\/form>$/,
  );
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
