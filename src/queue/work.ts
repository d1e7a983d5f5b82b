/** The work under way on files and addresses. Each piece reports its end, unless it was aborted. */
import type { Pool } from "../pool/pool.js";
import type { RequestEstimate } from "../meter/types.js";
import { ImageError, messageOf } from "../shared/errors.js";
import { loadPart } from "../shared/load-part.js";
import { storedImageOf } from "../shared/stored-images.js";
import type { KeptPicture } from "./kept-picture.js";
import { sourceOf } from "./items.js";
import type { FileSource, ImageItem, ImageQueueOptions, ItemSource, RejectedItem, UrlSource } from "./types.js";
import { createUnderWay } from "./under-way.js";

export interface Work {
  /** Loads the code that the first file needs. Idempotent, never throws. */
  warm: () => void;
  /** Starts on an item that is shown as `working` already. */
  start: (item: ItemSource) => void;
  stop: (id: string) => void;
  stopAll: () => void;
}

export interface WorkSite<B> {
  /** `estimate`: as last measured. */
  read: () => { items: readonly ImageItem[]; options: ImageQueueOptions<B>; estimate: RequestEstimate };
  /** By item id: the last picture made from each original. */
  kept: Map<string, KeptPicture>;
  /** Gets the item in its new state. */
  change: (item: ImageItem) => void;
  /** Puts several items in the place of one. */
  expand: (id: string, expand: Expand) => void;
  rejected: (item: ItemSource, error: ImageError) => RejectedItem;
}

export type Report = (item: ImageItem) => void;
/** Makes several items from one. */
export type Expand = (items: readonly ImageItem[], options: ImageQueueOptions<unknown>) => readonly ImageItem[];
type Task = (signal: AbortSignal, report: Report) => Promise<ImageItem | Expand>;

const loadPrepareItem = () => import("./prepare-item.js");

export function createWork<B>(pool: Pool, { read, kept, change, expand, rejected }: WorkSite<B>): Work {
  const underWay = createUnderWay();

  /** After an abort the item's state no longer depends on this work, so reports are ignored. */
  function run(source: ItemSource, task: Task, unexpected: (cause: unknown) => ImageError): void {
    const reporting = (signal: AbortSignal) =>
      task(signal, (item) => {
        if (!signal.aborted) change(item);
      });
    underWay.start(source.id, reporting, (end) => {
      if (end.status === "fulfilled") {
        if (typeof end.value === "function") {
          kept.delete(source.id);
          expand(source.id, end.value);
        } else change(end.value);
      } else change(rejected(source, end.reason instanceof ImageError ? end.reason : unexpected(end.reason)));
    });
  }

  async function prepare(source: FileSource, signal: AbortSignal, report: Report): Promise<ImageItem | Expand> {
    const { prepareItem } = await loadPart(loadPrepareItem, signal);
    const withFile = (file: FileSource) => prepareItem(file, { pool, read, kept }, signal, report);
    if (!storedImageOf(source.file)) return withFile(source);
    const { restoreItem } = await loadPart(() => import("./restore-item.js"), signal);
    return restoreItem(source, { read, kept }, signal, withFile);
  }

  async function resolve(source: UrlSource, signal: AbortSignal, report: Report): Promise<ImageItem> {
    const { resolveItem } = await loadPart(() => import("./resolve-item.js"), signal, "url-unreadable");
    return resolveItem(source, read().options, signal, report);
  }

  return {
    warm() {
      void loadPart(loadPrepareItem).catch(() => {
        // A failure is reported with the first file.
      });
    },
    start(item) {
      const source = sourceOf(item);
      if (source.file === undefined) run(source, (...how) => resolve(source, ...how), unfetched);
      else run(source, (...how) => prepare(source, ...how), unprepared);
    },
    stop: underWay.stop,
    stopAll: underWay.stopAll,
  };
}

/** An error of ours or of the platform. The file is kept and named, and can be tried again; the cause is attached. */
function unprepared(cause: unknown): ImageError {
  return new ImageError("image-unencodable", `Preparing the image failed unexpectedly: ${messageOf(cause)}`, { cause });
}

function unfetched(cause: unknown): ImageError {
  return new ImageError("url-unreadable", `The image can't be downloaded: ${messageOf(cause)}`, { cause });
}
