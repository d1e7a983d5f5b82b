/** The uploads under way. Each reports its end, unless it was aborted. */
import { ImageError } from "../shared/errors.js";
import { loadPart } from "../shared/load-part.js";
import type { ImageQueueOptions, PreparedItem, UploadState } from "./types.js";
import { createUnderWay } from "./under-way.js";

export interface Uploads {
  /** Starts those that are not under way yet, as far as there is room. */
  start: <B>(items: readonly PreparedItem[], options: ImageQueueOptions<B>) => void;
  stop: (id: string) => void;
  stopAll: () => void;
}

/** Browsers open six connections per host over HTTP/1.1; half of them are left for the chat itself. */
const AT_ONCE = 3;

export function createUploads(report: (id: string, upload: UploadState) => void): Uploads {
  const underWay = createUnderWay();

  function upload<B>(
    { id, image }: PreparedItem,
    { uploadFile, endpoint, uploadTimeoutMs }: ImageQueueOptions<B>,
  ): void {
    if (!uploadFile) return;
    const run = async (signal: AbortSignal) => {
      const onProgress = (fraction: number) => {
        if (!signal.aborted) report(id, { status: "uploading", fraction });
      };
      onProgress(0);
      const { uploadImage } = await loadPart(() => import("./upload-image.js"), signal, "upload-failed");
      return uploadImage(image, uploadFile, { endpoint, signal, timeoutMs: uploadTimeoutMs, onProgress });
    };
    underWay.start(id, run, (end) => {
      if (end.status === "fulfilled")
        report(id, { status: "uploaded", fileId: end.value, provider: endpoint.provider });
      else
        report(id, {
          status: "failed",
          error:
            end.reason instanceof ImageError
              ? end.reason
              : new ImageError("upload-failed", String(end.reason), { cause: end.reason }),
        });
    });
  }

  return {
    start(items, options) {
      const fresh = items.filter(({ id }) => !underWay.has(id));
      for (const item of fresh.slice(0, Math.max(0, AT_ONCE - underWay.size))) upload(item, options);
    },
    stop: underWay.stop,
    stopAll: underWay.stopAll,
  };
}
