/** The page of `npm run bench:scale`: a chat's composer with a long conversation behind it, driven from outside. */
import { useState } from "react";
import { createRoot } from "react-dom/client";
import type { ReadyRequest } from "vision-dropzone";
import { VisionDropzone, type VisionDropzoneHandle } from "vision-dropzone";
import { type AnthropicImageBlock, anthropicMessages } from "vision-dropzone/endpoints";
import "vision-dropzone/styles.css";

const IMAGE_CHARACTERS = 200_000;
const SOURCES = 8;

let handle: VisionDropzoneHandle<AnthropicImageBlock> | null = null;
let pictures: Blob[] = [];
let chosen: File[] = [];
let delivered: ReadyRequest<AnthropicImageBlock> | undefined;

/** Earlier messages as an app keeps them: each with an image of its own and some text. */
function conversation(megabytes: number) {
  return Array.from({ length: Math.round((megabytes * 1e6) / IMAGE_CHARACTERS) }, (_, turn) => {
    const data = btoa(`image ${turn}`.repeat(30_000)).slice(0, IMAGE_CHARACTERS);
    const image = { type: "image", source: { type: "base64", media_type: "image/jpeg", data } };
    return { role: "user", content: [image, { type: "text", text: `What is in picture ${turn}?` }] };
  });
}

function Composer({ megabytes }: { megabytes: number }) {
  const [text, setText] = useState("");
  const [history] = useState(() => conversation(megabytes));
  return (
    <VisionDropzone
      ref={(given) => {
        handle = given;
      }}
      endpoint={anthropicMessages}
      limits={{ maxFileBytes: 50_000_000 }}
      request={(blocks) => ({
        model: "m",
        max_tokens: 1,
        messages: [...history, { role: "user", content: [...blocks, { type: "text", text }] }],
      })}
      onReady={(ready) => (delivered = ready)}
      aria-label="Images"
    >
      <span>
        <label>
          Message <textarea value={text} onChange={({ target }) => setText(target.value)} />
        </label>
      </span>
    </VisionDropzone>
  );
}

/** Gradients, lines and small text, larger than the box: each is decoded, resampled and encoded. */
async function picture(number: number, width: number): Promise<Blob> {
  const height = (width * 3) / 4;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no 2D context");
  const gradient = context.createLinearGradient(0, 0, width, height);
  gradient.addColorStop(0, `hsl(${number * 45} 80% 60%)`);
  gradient.addColorStop(1, "#048");
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
  context.fillStyle = "#222";
  context.font = "14px sans-serif";
  for (let y = 20; y < height; y += 40)
    context.fillText("The quick brown fox jumps over the lazy dog 0123456789", 10 + (y % 200), y);
  return canvas.convertToBlob({ type: "image/jpeg", quality: 0.95 });
}

const bench = {
  async open({ megabytes, width }: { megabytes: number; width: number }) {
    pictures = await Promise.all(Array.from({ length: SOURCES }, (_, number) => picture(number, width)));
    createRoot(document.querySelector("#root") as HTMLElement).render(<Composer megabytes={megabytes} />);
  },
  /** Made before the clock runs: a person's files are there already. */
  choose: (count: number) =>
    (chosen = Array.from(
      { length: count },
      (_, number) => new File([pictures[number % SOURCES] as Blob], `picture-${number}.jpg`, { type: "image/jpeg" }),
    )),
  add: () => handle?.add(chosen),
  async settled() {
    await handle?.whenReady().catch(() => undefined);
    return document.querySelectorAll("[data-vd-item]").length;
  },
  removeAt: (index: number) =>
    document.querySelectorAll<HTMLElement>('[data-vd-item] [data-action="remove"]')[index]?.click(),
  delivered: () => delivered?.images.length,
};

export type Bench = typeof bench;
Object.assign(globalThis, { bench });
