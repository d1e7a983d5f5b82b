/** Prepares one file from the page: checks the options, gives the job to a worker, calls the app's own code, builds the image. */
import { fromPlainError } from "../shared/plain-error.js";
import type { DecodeProgress, PageList } from "../shared/app-codecs.js";
import type { AppCode, EncodedFile, PrepareResult, Rewritable } from "../pipeline/prepare-job.js";
import { bytesToBase64 } from "../shared/base64.js";
import { checkCall, checkWord, throwIfAborted } from "../shared/errors.js";
import { fileName, nameFor } from "../shared/file-name.js";
import { createId } from "../shared/create-id.js";
import { knownRejection } from "../shared/known-rejections.js";
import { isBlob } from "../shared/platform-types.js";
import { loadPart } from "../shared/load-part.js";
import { releaseMemory } from "../shared/release-memory.js";
import { resolveSettings } from "../shared/settings.js";
import { restored } from "../shared/stored-images.js";
import type { AnimationMode, ImageHeader, PreparedImage, PrepareOptions } from "../shared/types.js";
import type { Pool } from "./pool.js";

const ANIMATION_MODES: readonly AnimationMode[] = ["first-frame", "keep", "reject", "contact-sheet"];

export type { Rewritable };

export interface PrepareContext {
  /** Given by the queue, so that an item and its image have the same id. */
  id?: string;
  /** Images in the request, earlier messages included; see `resolveSettings`. @default 1 */
  imageCount?: number;
  /** Called once, as soon as the header has been read and is within the limits. */
  onHeader?: (header: ImageHeader) => void;
  /** Called with the progress of the app's decoder. */
  onProgress?: (progress: DecodeProgress) => void;
  /** Called for a file of several pages if no `page` is requested: it is not decoded, and the promise rejects. */
  onPages?: (pages: PageList, header: ImageHeader) => void;
  /** Called for a picture that the settings cut into pieces: it is not decoded, and the promise rejects. */
  onSplit?: (count: number, header: ImageHeader) => void;
  /** The wanted piece of a picture that is cut. */
  piece?: PieceRequest | undefined;
  /** What was kept of the picture, with a higher quality; moved to a worker. */
  rewritable?: Rewritable | undefined;
  /** Called with what was kept of the picture, to write it again, where there is something. Not called: nothing is kept. */
  onRewritable?: ((rewritable: Rewritable) => void) | undefined;
}

export interface PieceRequest {
  /** Counted from 1. */
  piece: number;
  /** Pieces of the whole picture. */
  of: number;
  /** The other pieces are wanted with the same settings, too, so they are made together. */
  withOthers: boolean;
}

/**
 * Rejects with `ImageError` for a file that cannot be sent, with the signal's reason when aborted, and with `TypeError` for
 * options that can never work. Every step has a time limit (`timeoutMs`) or only reads the file.
 */
export async function prepareWith(
  pool: Pick<Pool, "run">,
  file: Blob,
  options: PrepareOptions = {},
  context: PrepareContext = {},
): Promise<PreparedImage> {
  if (context.piece) {
    const { preparePiece } = await loadPart(() => import("./prepare-piece.js"), options.signal);
    return preparePiece(pool, file, options, { ...context, piece: context.piece });
  }
  const { id = createId(), imageCount = 1, onHeader, onProgress, onPages, onSplit, onRewritable } = context;
  const startedAt = performance.now();
  const { compress, decoders = [], page, password, signal } = options;
  const settings = resolveSettings(options, imageCount);
  checkWord("animation", settings.animation, ANIMATION_MODES);
  checkCall(isBlob(file), "prepareImage takes a File or a Blob. A URL must be fetched first.");
  const known = knownRejection(file);
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
  let { rewritable } = context;
  for (;;) {
    const job = {
      file,
      settings,
      app,
      pieces: onSplit && "ask",
      keepsPlanes: onRewritable && true,
      rewritable,
    } as const;
    const result: PrepareResult = await pool.run(job, tools);
    throwIfAborted(signal);
    if (result.status === "pixels-lost" && rewritable) {
      rewritable = undefined;
      continue;
    }
    switch (result.status) {
      case "prepared":
        if (result.image.rewritable) onRewritable?.(result.image.rewritable);
        return finished(result.image, file, { id, startedAt, page });
      case "split":
        onSplit?.(result.count, result.header);
        throw new Error("The pieces are images of their own.");
      case "pieces":
        throw new RangeError("No pieces were asked for.");
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

export function finished(
  { bytes, backend, source, rewritable: _, ...image }: EncodedFile,
  file: Blob,
  { id, startedAt, page, piece }: { id: string; startedAt: number; page?: number | undefined; piece?: PieceRequest },
): PreparedImage {
  const name = fileName(file);
  // The type comes from the content, whatever made the file: its object URL must never open as a page.
  const blob = new Blob([bytes], { type: image.mediaType });
  const base64 = bytesToBase64(bytes);
  releaseMemory(bytes);
  const before = restored.get(file);
  const part = piece ? `${piece.piece} of ${piece.of}` : page && `page ${page}`;
  return {
    ...image,
    changes: [...(before?.changes ?? []), ...image.changes],
    id,
    name: nameFor(part === undefined ? name : name.replace(/(\.\w+)?$/, ` (${part})$1`), image.mediaType),
    blob,
    base64,
    bytes: blob.size,
    source: before?.source ?? { name, ...source },
    durationMs: performance.now() - startedAt,
    engine: backend,
  };
}
