/** The component in a real page with the real pipeline: mounting, files, real events. */
import { act, render } from "@testing-library/react";
import { StrictMode } from "react";
import type { ReadyRequest } from "../../../src/queue/types.js";
import { type AnthropicImageBlock, anthropicMessages } from "../../../src/endpoints.js";
import {
  VisionDropzone,
  type VisionDropzoneHandle,
  type VisionDropzoneProps,
} from "../../../src/react/components/vision-dropzone.js";
import { busy, canvasFile } from "../../fixtures/canvas/files.js";

export type Block = AnthropicImageBlock;
type Props = Partial<VisionDropzoneProps<Block>>;

export async function photo(name: string, width = 1600, height = 1200): Promise<File> {
  const blob = await canvasFile({ width, height }, busy);
  // One part: Firefox cannot decode a file made of several (T19).
  return new File([await blob.arrayBuffer()], name, { type: blob.type });
}

export const notImage = new File(["just words"], "notes.png", { type: "image/png" });

/** A `compress` that works on an image until it is aborted. */
export const endless: NonNullable<Props["compress"]> = (_file, { signal }) =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

export function mount(props: Props = {}) {
  const ready: ReadyRequest<Block>[] = [];
  const handle: { current: VisionDropzoneHandle<Block> | null } = { current: null };
  const ui = (more: Props = {}) => (
    <StrictMode>
      <VisionDropzone
        endpoint={anthropicMessages}
        ref={handle}
        onReady={(request) => ready.push(request)}
        {...props}
        {...more}
      />
    </StrictMode>
  );
  const view = render(ui());
  return { ready, handle, unmount: view.unmount, update: (more: Props) => view.rerender(ui(more)) };
}

export const root = () => document.querySelector<HTMLElement>("[data-vd-root]")!;
export const input = () => document.querySelector<HTMLInputElement>("input[type=file]")!;
export const items = () => [...document.querySelectorAll<HTMLElement>("[data-vd-item]")];
export const itemNames = () => items().map((item) => item.querySelector("[data-vd-item-name]")!.textContent);
export const statuses = () => items().map(({ dataset }) => dataset.status);

function transferOf(files: readonly File[], text = ""): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  if (text) data.setData("text/plain", text);
  return data;
}

const events = { bubbles: true, cancelable: true } as const;

/** A drop as the browser sends it. Returns true when something took it. */
export function drop(target: Element, ...files: File[]): boolean {
  return !target.dispatchEvent(new DragEvent("drop", { ...events, dataTransfer: transferOf(files) }));
}

export function paste(target: Element, files: readonly File[], text = ""): boolean {
  const event = new ClipboardEvent("paste", events);
  // Firefox ignores `clipboardData` among the constructor's options.
  Object.defineProperty(event, "clipboardData", { value: transferOf(files, text) });
  return !target.dispatchEvent(event);
}

/** One event of a drag. Returns true when something took it, that is, kept it from the browser. */
export function drag(
  type: "dragenter" | "dragover" | "dragleave" | "drop",
  target: EventTarget,
  dataTransfer: DataTransfer,
): boolean {
  return !target.dispatchEvent(new DragEvent(type, { ...events, composed: true, dataTransfer }));
}

/** A drag of files. */
export const carrying = (...files: File[]) => transferOf(files);

/** A clipboard or drag of texts by their types. */
export function texts(data: Record<string, string>): DataTransfer {
  const transfer = new DataTransfer();
  for (const [type, text] of Object.entries(data)) transfer.setData(type, text);
  return transfer;
}

export function pasteData(target: Element, clipboardData: DataTransfer): boolean {
  const event = new ClipboardEvent("paste", { ...events, composed: true });
  // Firefox ignores `clipboardData` among the constructor's options.
  Object.defineProperty(event, "clipboardData", { value: clipboardData });
  return !target.dispatchEvent(event);
}

export function pick(...files: File[]): void {
  input().files = transferOf(files).files;
  input().dispatchEvent(new Event("change", { bubbles: true }));
}

/** Runs and waits until what the events changed has reached the page, which takes a task of its own. */
export const doing = (what: () => void) =>
  act(async () => {
    what();
    await new Promise((resolve) => void setTimeout(resolve));
  });
