/** Work counted, not timed: what one change costs must not grow with the list. */
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { memo, useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import type { Endpoint, PreparedImage } from "../../src/core.js";
import { type AnthropicImageBlock, anthropicMessages } from "../../src/endpoints.js";
import { useDropzoneContext } from "../../src/react/components/dropzone-context.js";
import type { DropzoneMessages } from "../../src/react/text/messages.js";
import { useVisionDropzone } from "../../src/react/hooks/use-vision-dropzone.js";
import { VisionDropzone, type VisionDropzoneHandle } from "../../src/react/components/vision-dropzone.js";
import { heldPool } from "../fixtures/held-pool.js";
import { imageFile } from "../fixtures/sharp-images.js";
import { doing, items, started, statuses, oneTask } from "./harness.js";
import { stage } from "./stage.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

beforeEach(() => {
  stage.pool = heldPool(2);
});

interface Counts {
  /** Of rows that are ready: each says what was prepared. */
  rowDraws: number;
  /** Calls of the endpoint's `toBlock`. */
  blocks: number;
}

/** A list whose rows and blocks count themselves. */
function mountCounting() {
  const counts: Counts = { rowDraws: 0, blocks: 0 };
  const messages: Partial<DropzoneMessages> = {
    prepared: () => {
      counts.rowDraws += 1;
      return "prepared";
    },
  };
  const endpoint: Endpoint<AnthropicImageBlock> = {
    ...anthropicMessages,
    toBlock(image: PreparedImage) {
      counts.blocks += image.base64 === "" && image.id === "pending" ? 0 : 1;
      return anthropicMessages.toBlock(image);
    },
  };
  const handle: { current: VisionDropzoneHandle<AnthropicImageBlock> | null } = { current: null };
  function Composer() {
    const [text, setText] = useState("");
    return (
      <>
        <input aria-label="Message" value={text} onChange={({ target }) => setText(target.value)} />
        <VisionDropzone<AnthropicImageBlock>
          ref={handle}
          endpoint={endpoint}
          messages={messages}
          request={(blocks) => ({ text, content: blocks })}
        />
      </>
    );
  }
  render(<Composer />);
  return { counts, handle };
}

async function withImages(count: number) {
  const small = await imageFile({ width: 40, height: 30, name: "small.jpg" });
  const mounted = mountCounting();
  await doing(() => void mounted.handle.current!.add(Array.from({ length: count }, () => small)));
  await waitFor(() => expect(statuses()).toEqual(Array(count).fill("ready")));
  await oneTask();
  return mounted;
}

/** What happens to `count` images when `change` happens to the list. */
async function costOf(
  count: number,
  change: (mounted: Awaited<ReturnType<typeof withImages>>) => Promise<void>,
): Promise<Counts> {
  const mounted = await withImages(count);
  mounted.counts.rowDraws = 0;
  mounted.counts.blocks = 0;
  await change(mounted);
  await oneTask();
  return { ...mounted.counts };
}

const photo = () => imageFile({ width: 2000, height: 1500, name: "photo.jpg" });

test.each([3, 60])("scale: one more image among %i: its own row and block, and those beside it", async (count) => {
  const file = await photo();
  const cost = await costOf(count, async ({ handle }) => {
    await doing(() => void handle.current!.add([file]));
    await started(1);
    await doing(() => stage.pool.jobs[0]!.release());
    await waitFor(() => expect(statuses().at(-1)).toBe("ready"));
  });
  // Its own; and the row above it learns that it is no longer the last.
  expect(cost.rowDraws).toBeGreaterThan(0);
  expect(cost.rowDraws).toBeLessThanOrEqual(4);
  // One to send, one to measure around.
  expect(cost.blocks).toBe(2);
});

test.each([3, 60])(
  "scale: the first removed of %i: only the new first row is drawn, no block is made",
  async (count) => {
    const cost = await costOf(count, async () => {
      const remove = items()[0]!.querySelector('[data-action="remove"]')!;
      await doing(() => void fireEvent.click(remove));
      expect(items()).toHaveLength(count - 1);
    });
    expect(cost).toEqual({ rowDraws: 1, blocks: 0 });
  },
);

test("scale: a keystroke in a chat with 60 images draws no row and makes no block", async () => {
  const cost = await costOf(60, async () => {
    await doing(
      () =>
        void fireEvent.change(document.querySelector("input[aria-label=Message]")!, {
          target: { value: "What is this?" },
        }),
    );
  });
  expect(cost).toEqual({ rowDraws: 0, blocks: 0 });
});

test("scale: many images are rendered some per task, and all of them in the end", async () => {
  const small = await imageFile({ width: 40, height: 30, name: "small.jpg" });
  const { handle } = mountCounting();
  const counts: number[] = [];
  const observer = new MutationObserver(() => counts.push(items().length));
  observer.observe(document.body, { subtree: true, childList: true });
  act(() => void handle.current!.add(Array.from({ length: 200 }, () => small)));
  await waitFor(() => expect(items()).toHaveLength(200));
  observer.disconnect();
  const steps = counts.map((count, at) => count - (counts[at - 1] ?? 0));
  expect(Math.max(...steps)).toBeLessThanOrEqual(8);
});

/** Of each row the way in which it cannot be moved: the first and the last have one. */
const ends = () =>
  items().map((row) =>
    row.querySelector("[data-action=earlier]:disabled, [data-action=later]:disabled")?.getAttribute("data-action"),
  );

test("scale: a long list is one list: no row is rendered again when another one is removed", async () => {
  await withImages(60);
  expect(document.querySelectorAll("ol[data-vd-list] > li[data-vd-item]")).toHaveLength(60);
  const before = items();
  for (const row of [before[59]!, before[30]!, ...before.slice(0, 24)]) {
    await doing(() => void fireEvent.click(row.querySelector('[data-action="remove"]')!));
  }
  const left = [...before.slice(24, 30), ...before.slice(31, 59)];
  expect(items()).toHaveLength(left.length);
  // `toEqual` would take a copy for the row itself.
  expect(items().every((row, index) => row === left[index])).toBe(true);
  expect(ends()).toEqual(["earlier", ...Array(32).fill(undefined), "later"]);
});

test("scale: parts render once with the root; those behind a memoized parent update all the same", async () => {
  const small = await imageFile({ width: 40, height: 30, name: "small.jpg" });
  const seen: [number, number][] = [];
  function Count({ given }: { given: number }) {
    const { dropzone } = useDropzoneContext();
    seen.push([given, dropzone.items.length]);
    return null;
  }
  const drawnRoots: number[] = [];
  const Still = memo(() => (
    <>
      <VisionDropzone.List />
      <VisionDropzone.Meter />
    </>
  ));
  function Composer() {
    const dropzone = useVisionDropzone({ endpoint: anthropicMessages });
    drawnRoots.push(dropzone.items.length);
    return (
      <VisionDropzone.Root dropzone={dropzone}>
        <button type="button" onClick={() => dropzone.add([small])}>
          add
        </button>
        <Still />
        <Count given={dropzone.items.length} />
      </VisionDropzone.Root>
    );
  }
  render(<Composer />);
  await doing(() => void fireEvent.click(screen.getByRole("button", { name: "add" })));
  await waitFor(() => expect(statuses()).toEqual(["ready"]));
  expect(screen.getByRole("meter").textContent).toMatch(/^\d+ B of 33.55 MB/);
  expect(seen.filter(([given, found]) => found < given)).toEqual([]);
  expect(seen.map(([given]) => given)).toEqual(drawnRoots);
});
