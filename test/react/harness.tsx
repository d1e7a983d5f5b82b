/** What the tests of the hook and the component share: a pool that waits, real image files, hand-made events. */
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { StrictMode } from "react";
import { expect } from "vitest";
import type { ReadyRequest } from "../../src/queue/types.js";
import { type AnthropicImageBlock, anthropicMessages } from "../../src/endpoints.js";
import {
  VisionDropzone,
  type VisionDropzoneHandle,
  type VisionDropzoneProps,
} from "../../src/react/components/vision-dropzone.js";
import { imageFile } from "../fixtures/sharp-images.js";
import { someTasks } from "../fixtures/some-tasks.js";
import { loadImageParts } from "../../src/react/hooks/use-image-parts.js";
import { stage } from "./stage.js";

// Loaded with the first image, which takes Vitest a second.
await loadImageParts();

export type Block = AnthropicImageBlock;

export const photo = (name: string) => imageFile({ width: 2000, height: 1500, name });
export const notImage = new File(["just words"], "notes.png", { type: "image/png" });

interface TransferTexts {
  text?: string;
  types?: string[];
  /** What else the drag or clipboard holds, by type. */
  data?: Record<string, string>;
}

export function transfer(files: readonly File[], { text = "", types = ["Files"], data = {} }: TransferTexts = {}) {
  const items = files.map((file) => ({
    kind: "file",
    type: file.type,
    getAsFile: () => file,
    webkitGetAsEntry: () => null,
  }));
  return {
    types,
    files,
    items,
    dropEffect: "none",
    getData: (type: string) => (type === "text/plain" ? text : (data[type] ?? "")),
  };
}

/** Runs it and waits until the queue's change has reached the page, which takes a task of its own. */
export async function doing(what: () => void) {
  await act(async () => {
    what();
    await someTasks();
  });
}

export async function drop(target: Element, ...files: File[]) {
  await doing(() => fireEvent.drop(target, { dataTransfer: transfer(files) }));
}

/** Returns true when the paste was taken, that is, kept from the browser. */
export async function paste(target: Element | Document, data: ReturnType<typeof transfer>): Promise<boolean> {
  let untouched = true;
  await doing(() => void (untouched = fireEvent.paste(target, { clipboardData: data })));
  return !untouched;
}

export async function pick(...files: File[]) {
  const input = document.querySelector<HTMLInputElement>("input[type=file]")!;
  Object.defineProperty(input, "files", { value: files, configurable: true });
  await doing(() => fireEvent.change(input));
}

export const root = () => document.querySelector<HTMLElement>("[data-vd-root]")!;
export const items = () => [...document.querySelectorAll<HTMLElement>("[data-vd-item]")];
export const itemNames = () => items().map((item) => item.querySelector("[data-vd-item-name]")!.textContent);
export const statuses = () => items().map(({ dataset }) => dataset.status);

/** One more task: for "and nothing else happened", after a `waitFor` of what should have. */
export const oneTask = () => act(() => someTasks());

/**
 * Waits for a part that is loaded when first wanted, and until its effects have run: `findByRole` is there before them, and in
 * StrictMode they put the focus a second time.
 */
export async function lazyPart(role: "dialog" | "menu", name?: string): Promise<HTMLElement> {
  const part = await screen.findByRole(role, { name });
  await oneTask();
  return part;
}

/** Waits until this many jobs have reached the pool in all. */
export const started = (count: number) => act(() => stage.pool.started(count));

/** Ends these jobs of the pool (all of them by default) and waits until each has left the state `working`. */
export async function release(...which: number[]) {
  const before = statuses().filter((status) => status === "working").length;
  const jobs = which.length > 0 ? which.map((index) => stage.pool.jobs[index]!) : stage.pool.jobs;
  await doing(() => jobs.forEach((job) => job.release()));
  await waitFor(() =>
    expect(statuses().filter((status) => status === "working").length).toBe(Math.max(0, before - jobs.length)),
  );
  await oneTask();
}

export function mount(props: Partial<VisionDropzoneProps<Block>> = {}) {
  const heard = { ready: [] as ReadyRequest<Block>[] };
  const handle: { current: VisionDropzoneHandle<Block> | null } = { current: null };
  const ui = (more: Partial<VisionDropzoneProps<Block>> = {}) => (
    <StrictMode>
      <VisionDropzone
        endpoint={anthropicMessages}
        ref={handle}
        onReady={(ready) => heard.ready.push(ready)}
        {...props}
        {...more}
      />
    </StrictMode>
  );
  const view = render(ui());
  return {
    heard,
    handle,
    update: (more: Partial<VisionDropzoneProps<Block>>) => view.rerender(ui(more)),
    unmount: view.unmount,
  };
}

export const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>("button", { name });
