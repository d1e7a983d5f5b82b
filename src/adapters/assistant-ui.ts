/** assistant-ui 0.14 and later: an attachment adapter. Only its types are used: no code of it is loaded. */
import type { AttachmentAdapter, ImageMessagePart, PendingAttachment } from "@assistant-ui/react";
import { dataUrl } from "../endpoints/data-url.js";
import { withBlocks } from "../endpoints/with-blocks.js";
import { createQueue } from "../queue/create-image-queue.js";
import type { ImageItem, ImageQueue, ImageQueueOptions } from "../queue/types.js";
import { sharedPool } from "../pool/shared-pool.js";
import { checkEndpoint } from "../shared/check-endpoint.js";
import type { Endpoint } from "../shared/endpoint.js";
import { acceptAttribute } from "../shared/media-types.js";

export interface VisionAttachmentsOptions extends Omit<
  ImageQueueOptions<ImageMessagePart>,
  "endpoint" | "defaultImages"
> {
  /** Whose limits the pictures must meet: `anthropicMessages`, `openaiResponses`. */
  endpoint: Endpoint<unknown>;
}

export interface VisionAttachments extends AttachmentAdapter {
  /** The images of the message being written, for a meter: `queue.subscribe`, `queue.getSnapshot().estimate`. */
  queue: ImageQueue<ImageMessagePart>;
}

/**
 * An `AttachmentAdapter` for `useLocalRuntime` and the like: `adapters: { attachments: visionAttachments({ endpoint: anthropicMessages }) }`.
 * Make it once, outside of the component. Each file is prepared when it is added, and its attachment shows how far that is. A file that
 * cannot be sent becomes an attachment with the reason; it does not stop the message, which is sent without it. Where the images
 * together are over a limit, sending fails with an `ImageError` that says by how much.
 */
export function visionAttachments(given: VisionAttachmentsOptions): VisionAttachments {
  const { endpoint, ...options } = Object(given) as VisionAttachmentsOptions;
  checkEndpoint(endpoint);
  const queue = createQueue<ImageMessagePart>(sharedPool(options.createWorker), {
    ...options,
    endpoint: withBlocks<ImageMessagePart>(endpoint, {
      id: `assistant-ui-${endpoint.id}`,
      toBlock: (image) => ({ type: "image", image: dataUrl(image), filename: image.name }),
      ...(endpoint.urlBlock && { urlBlock: (url) => ({ type: "image", image: url }) }),
    }),
  });
  // A file of several pages becomes several items of the list but one attachment.
  const itemsOf = (file: File) => queue.getSnapshot().items.filter((item) => item.file === file);

  async function* add({ file }: { file: File }): AsyncGenerator<PendingAttachment, void> {
    let onChange = () => {};
    const unsubscribe = queue.subscribe(() => onChange());
    try {
      // A separate `File` for each attachment, so that its items can be found even if the same file is added twice.
      const own = new File([file], file.name, { type: file.type, lastModified: file.lastModified });
      const [id = ""] = queue.add([own]);
      for (let items = itemsOf(own); items.length > 0; items = itemsOf(own)) {
        const changed = new Promise<void>((resolve) => (onChange = resolve));
        const status = statusOf(items);
        yield { id, type: "image", name: own.name, contentType: own.type, file: own, status };
        if (status.type !== "running") return;
        await changed;
      }
    } finally {
      unsubscribe();
    }
  }

  return {
    queue,
    accept: acceptAttribute(options),
    add,
    async remove({ file }) {
      queue.remove(file ? itemsOf(file).map(({ id }) => id) : []);
      queue.forgetRemoved();
    },
    async send(attachment, { signal } = {}) {
      const { items, blocks, rejected } = await queue.whenReady(signal && { signal });
      const { file } = attachment;
      const content = blocks.filter((_, index) => items[index]?.file === file);
      queue.removeSent({
        items: items.filter((item) => item.file === file),
        rejected: rejected.filter((item) => item.file === file),
      });
      return { ...attachment, status: { type: "complete" }, content };
    },
  };
}

function statusOf(items: readonly ImageItem[]): PendingAttachment["status"] {
  const errors = items.flatMap((item) => (item.status === "rejected" ? [item.error] : []));
  if (errors[0] && errors.length === items.length) {
    return { type: "incomplete", reason: "error", message: errors[0].message };
  }
  if (items.every(({ status }) => status === "ready" || status === "rejected")) {
    return { type: "requires-action", reason: "composer-send" };
  }
  const progress = items.reduce((sum, item) => sum + doneOf(item), 0) / items.length;
  return { type: "running", reason: "uploading", progress };
}

/** How far an item is, 0 to 1. Most of the time passes once the header is known. */
function doneOf(item: ImageItem): number {
  if (item.status === "waiting") return 0;
  if (item.status !== "working") return 1;
  if (item.step !== "prepare") return 0.1;
  const fraction = item.progress?.step === "decode" ? (item.progress.fraction ?? 0) : 0;
  return item.header ? 0.3 + 0.6 * fraction : 0.1;
}
