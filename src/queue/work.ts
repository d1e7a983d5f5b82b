/** The work under way on files and addresses. Each piece ends in a report, unless it was called off. */
import type { DecodeProgress, PageList } from "../shared/app-codecs.js";
import type { Pool } from "../pool/pool.js";
import { ImageError, messageOf, throwIfAborted } from "../shared/errors.js";
import { fileName } from "../shared/file-name.js";
import { prepareOnDemand } from "../pool/prepare-on-demand.js";
import { resolveSettings } from "../shared/settings.js";
import type { ImageHeader, PreparedImage } from "../shared/types.js";
import { optionsFor, pageOf } from "./image-options.js";
import { type KeptPicture, pictureFor } from "./kept-picture.js";
import { sourceOf } from "./items.js";
import { imageCount } from "./replan-for-count.js";
import type { FileSource, ImageItem, ImageQueueOptions, ItemSource, RejectedItem, UrlSource } from "./types.js";
import { createUnderWay } from "./under-way.js";
import { DEFAULT_LIMITS } from "../shared/defaults.js";
import { urlWay } from "./url-way.js";

export interface Work {
  /** Begins on an item that is shown as `working` already. */
  start: (item: ItemSource) => void;
  stop: (id: string) => void;
  stopAll: () => void;
}

interface WorkSite<B> {
  read: () => { items: readonly ImageItem[]; options: ImageQueueOptions<B> };
  /** By item id: the last picture made of each original. */
  kept: Map<string, KeptPicture>;
  /** The item in its new state. */
  change: (item: ImageItem) => void;
  /** Several in the place of one. */
  expand: (id: string, expand: Expand) => void;
  rejected: (item: ItemSource, error: ImageError) => RejectedItem;
}

type Report = (item: ImageItem) => void;
/** Makes several items of one. */
export type Expand = (items: readonly ImageItem[], options: ImageQueueOptions<unknown>) => readonly ImageItem[];
type Task = (signal: AbortSignal, report: Report) => Promise<ImageItem | Expand>;

export function createWork<B>(pool: Pool, { read, kept, change, expand, rejected }: WorkSite<B>): Work {
  const underWay = createUnderWay();

  /** Once called off, an item has gone on without its work, and hears no more of it. */
  function run(source: ItemSource, task: Task, unexpected: (cause: unknown) => ImageError): void {
    const reporting = (signal: AbortSignal) =>
      task(signal, (item) => {
        if (!signal.aborted) change(item);
      });
    underWay.start(source.id, reporting, (end) => {
      if (end.status === "fulfilled") {
        if (typeof end.value === "function") expand(source.id, end.value);
        else change(end.value);
      } else change(rejected(source, end.reason instanceof ImageError ? end.reason : unexpected(end.reason)));
    });
  }

  async function prepare(source: FileSource, signal: AbortSignal, report: Report): Promise<ImageItem | Expand> {
    const { items, options } = read();
    const count = imageCount(items, options);
    const itemOptions = optionsFor(options, source);
    const settings = resolveSettings(itemOptions, count);
    const before = kept.get(source.id);
    const ready = (image: PreparedImage, remember: KeptPicture | undefined): ImageItem => {
      throwIfAborted(signal);
      if (remember) kept.set(source.id, remember);
      return { ...source, status: "ready", image, upload: { status: "none" } };
    };
    const right = before && pictureFor(before, settings);
    if (right) return ready(right, before);
    let known: ImageHeader | undefined;
    let several: (() => Promise<Expand>) | undefined;
    const working = { ...source, status: "working", step: "prepare" } as const;
    const onHeader = (header: ImageHeader) => report({ ...working, header: (known = header) });
    const onProgress = (progress: DecodeProgress) => report({ ...working, header: known, progress });
    const onPages = (pages: PageList, header: ImageHeader) => {
      several = async () => (await import("./expand-pages.js")).expandPages(source, pages, header);
    };
    try {
      const image = await prepareOnDemand(
        pool,
        source.file,
        { ...itemOptions, page: pageOf(source), signal },
        { id: source.id, imageCount: count, onHeader, onProgress, onPages },
      );
      return ready(image, known && { image, header: known, settings });
    } catch (cause) {
      if (several) return await several();
      if (signal.aborted || !before) throw cause;
      const { prepareAgain } = await import("./prepare-again.js").catch(() => {
        throw cause;
      });
      const image = await prepareAgain(before, cause, {
        pool,
        options: itemOptions,
        settings,
        imageCount: count,
        signal,
      });
      return ready(image, { ...before, again: { image, settings } });
    }
  }

  /** Ends as an item that is sent by its address, or as a file that waits like any other. */
  async function resolve(source: UrlSource, signal: AbortSignal, report: Report): Promise<ImageItem> {
    const onFetch = () => report({ ...source, status: "working", step: "fetch", header: undefined });
    const { options } = read();
    const { endpoint, allowPrivateHosts, limits, fetch } = options;
    const policy = {
      way: urlWay(options),
      endpoint,
      allowPrivateHosts,
      maxFileBytes: limits?.maxFileBytes ?? DEFAULT_LIMITS.maxFileBytes,
      fetch,
    };
    const { resolveUrl } = await import("../url/resolve-url.js");
    const { file, check } = await resolveUrl(source.url, policy, { signal, onFetch });
    if (file) return { ...source, name: fileName(file), file, status: "waiting" };
    return { ...source, status: "ready", image: undefined, check };
  }

  return {
    start(item) {
      const source = sourceOf(item);
      if (source.file === undefined) run(source, (...how) => resolve(source, ...how), unfetched);
      else run(source, (...how) => prepare(source, ...how), unprepared);
    },
    stop: underWay.stop,
    stopAll: underWay.stopAll,
  };
}

/** A fault of ours or of the platform. The file is kept and named, and can be tried again; the cause is attached. */
function unprepared(cause: unknown): ImageError {
  return new ImageError("image-unencodable", `Preparing the image failed unexpectedly: ${messageOf(cause)}`, { cause });
}

function unfetched(cause: unknown): ImageError {
  return new ImageError("url-unreadable", `The image cannot be fetched: ${messageOf(cause)}`, { cause });
}
