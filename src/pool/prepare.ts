/** Prepares one file from the page: checks the options, gives the job to a worker, calls the app's own code, builds the image. */
import { fromPlainError } from "../shared/plain-error.js";
import type { DecodeProgress, PageList } from "../shared/app-codecs.js";
import type { AppCode, EncodedFile, PrepareResult } from "../pipeline/prepare-job.js";
import { bytesToBase64 } from "../shared/base64.js";
import { checkCall, throwIfAborted } from "../shared/errors.js";
import { fileName, nameFor } from "../shared/file-name.js";
import { createId } from "../shared/create-id.js";
import { knownRefusal } from "../shared/known-refusals.js";
import { isBlob } from "../shared/platform-types.js";
import { loadPart } from "../shared/load-part.js";
import { releaseMemory } from "../shared/release-memory.js";
import { resolveSettings } from "../shared/settings.js";
import type { ImageHeader, PreparedImage, PrepareOptions } from "../shared/types.js";
import type { Pool } from "./pool.js";

export interface PrepareContext {
  /** Given by the queue, so that an item and its image share one id. */
  id?: string;
  /** Images in the request, earlier messages included; see `resolveSettings`. @default 1 */
  imageCount?: number;
  /** Called once, as soon as the header has been read and is within the limits. */
  onHeader?: (header: ImageHeader) => void;
  /** Called with the progress of the app's decoder. */
  onProgress?: (progress: DecodeProgress) => void;
  /** Called for a file of several pages if no `page` is requested: nothing of it is decoded, and the promise rejects. */
  onPages?: (pages: PageList, header: ImageHeader) => void;
}

/**
 * Rejects with `ImageError` for a file that cannot be sent, with the signal's reason when aborted, and with `TypeError` for
 * options that can never work. Every step has a time limit (`timeoutMs`) or only reads the file.
 */
export async function prepareWith(
  pool: Pick<Pool, "run">,
  file: Blob,
  options: PrepareOptions = {},
  { id = createId(), imageCount = 1, onHeader, onProgress, onPages }: PrepareContext = {},
): Promise<PreparedImage> {
  const startedAt = performance.now();
  const { compress, decoders = [], page, password, signal } = options;
  const settings = resolveSettings(options, imageCount);
  checkCall(isBlob(file), "prepareImage takes a File or a Blob. A URL must be fetched first.");
  const known = knownRefusal(file);
  if (known) throw known;
  let isHeaderTold = false;
  const tools = {
    signal,
    onHeader(header: ImageHeader) {
      if (!isHeaderTold) onHeader?.(header);
      isHeaderTold = true;
    },
  };
  let app: AppCode = {
    decodes: decoders.flatMap(({ mediaTypes }) => [...mediaTypes]),
    sniffs: decoders.some(({ sniff }) => sniff !== undefined),
    compresses: compress !== undefined,
    page,
  };
  for (;;) {
    const result: PrepareResult = await pool.run({ file, settings, app }, tools);
    throwIfAborted(signal);
    switch (result.status) {
      case "prepared":
        return finished(result.image, file, { id, startedAt, page });
      case "rejected":
        throw fromPlainError(result.error);
      case "sniff-by-app":
      case "decode-by-app":
      case "pixels-lost":
      case "compress-by-app": {
        const { askApp } = await loadPart(() => import("./ask-app.js"), signal);
        app = {
          ...app,
          ...(await askApp(result, file, { app, compress, decoders, settings, password, signal, onProgress, onPages })),
        };
      }
    }
  }
}

function finished(
  { bytes, backend, source, ...image }: EncodedFile,
  file: Blob,
  { id, startedAt, page }: { id: string; startedAt: number; page: number | undefined },
): PreparedImage {
  const name = fileName(file);
  // The type comes from the content, whatever made the file: its object URL must never open as a page.
  const blob = new Blob([bytes], { type: image.mediaType });
  const base64 = bytesToBase64(bytes);
  releaseMemory(bytes);
  return {
    ...image,
    id,
    name: nameFor(page === undefined ? name : name.replace(/(\.\w+)?$/, ` (page ${page})$1`), image.mediaType),
    blob,
    base64,
    bytes: blob.size,
    source: { name, ...source },
    durationMs: performance.now() - startedAt,
    engine: backend,
  };
}
