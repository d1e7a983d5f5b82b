/** The uploads under way. Each ends in a report, unless it was called off. */
import { ImageError } from "../errors.js";
import { DEFAULT_UPLOAD_TIMEOUT_MS, uploadImage } from "../upload-image.js";
import type { ImageQueueOptions, PreparedItem, UploadState } from "./types.js";

export interface Uploads {
  /** Starts those that are not under way yet, as far as there is room. */
  start: <B>(items: readonly PreparedItem[], options: ImageQueueOptions<B>) => void;
  stop: (id: string) => void;
  stopAll: () => void;
}

/** Browsers open six connections a host over HTTP/1.1; half of them are left for the chat itself. */
const AT_ONCE = 3;

export function createUploads(report: (id: string, upload: UploadState) => void): Uploads {
  const underWay = new Map<string, AbortController>();

  async function run<B>({ id, image }: PreparedItem, { uploadFile, endpoint, uploadTimeoutMs }: ImageQueueOptions<B>): Promise<void> {
    if (!uploadFile) return;
    const controller = new AbortController();
    const { signal } = controller;
    underWay.set(id, controller);
    const tell = (upload: UploadState) => {
      if (!signal.aborted) report(id, upload);
    };
    tell({ status: "uploading", fraction: 0 });
    const end = await uploadImage(image, uploadFile, {
      endpoint,
      signal,
      timeoutMs: uploadTimeoutMs ?? DEFAULT_UPLOAD_TIMEOUT_MS,
      onProgress: (fraction) => tell({ status: "uploading", fraction }),
    }).then(
      (fileId): UploadState => ({ status: "uploaded", fileId, provider: endpoint.provider }),
      (error: unknown): UploadState => ({ status: "failed", error: error instanceof ImageError ? error : new ImageError("upload-failed", String(error), { cause: error }) }),
    );
    if (signal.aborted) return;
    underWay.delete(id);
    report(id, end);
  }

  function stop(id: string): void {
    underWay.get(id)?.abort();
    underWay.delete(id);
  }

  return {
    start(items, options) {
      const fresh = items.filter(({ id }) => !underWay.has(id));
      for (const item of fresh.slice(0, Math.max(0, AT_ONCE - underWay.size))) void run(item, options);
    },
    stop,
    stopAll() {
      for (const id of underWay.keys()) stop(id);
    },
  };
}
