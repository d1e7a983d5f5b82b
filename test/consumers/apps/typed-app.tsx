import { RequestMeter, useVisionDropzone, VisionDropzone, type VisionDropzoneHandle } from "vision-dropzone";
import { createImageQueue, type Endpoint, ImageError, prepareImage, toBlock } from "vision-dropzone/core";
import { type AnthropicImageBlock, anthropicMessages, openaiChat, withBlocks } from "vision-dropzone/endpoints";
import { heic } from "vision-dropzone/heic";
import { german } from "vision-dropzone/languages/de";
import * as Vision from "vision-dropzone/parts";
import "vision-dropzone/styles.css";

export async function block(file: File): Promise<AnthropicImageBlock> {
  return toBlock(await prepareImage(file, { endpoint: anthropicMessages }), anthropicMessages);
}

const plain = withBlocks(openaiChat, { toBlock: ({ base64 }) => ({ picture: base64 }) });
export const queue = createImageQueue({ endpoint: plain, decoders: [heic()] });
export const pictures: string[] = queue.getSnapshot().ready?.blocks.map(({ picture }) => picture) ?? [];

export function Composer({ onSend }: { onSend: (blocks: AnthropicImageBlock[]) => void }) {
  const dropzone = useVisionDropzone({ endpoint: anthropicMessages, maxRequestBytes: 4_500_000, messages: german });
  const send = async () => onSend((await dropzone.whenReady()).blocks);
  return (
    <Vision.Root dropzone={dropzone} ref={(element) => element?.focus()} render={<section className="mine" />}>
      <VisionDropzone.List layout="tiles" />
      <Vision.Meter render={(props, { status }) => <footer {...props} aria-busy={status === "working"} />} />
      <RequestMeter estimate={dropzone.estimate} />
      <button onClick={() => void send()}>Send</button>
    </Vision.Root>
  );
}

export function AtRunTime({ endpoint }: { endpoint: Endpoint<unknown> }) {
  const ref = (handle: VisionDropzoneHandle<unknown> | null) => handle?.open();
  return <VisionDropzone endpoint={endpoint} ref={ref} onReject={([first]) => first?.error instanceof ImageError} />;
}

// @ts-expect-error -- an endpoint is needed
export const wrong = <VisionDropzone />;
