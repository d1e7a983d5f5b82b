/** Prepares a file: it becomes an image of the message, or several. Loaded with the first file. */
import { prepareWith } from "../pool/on-demand.js";
import type { Pool } from "../pool/pool.js";
import type { Rewritable } from "../pool/prepare.js";
import type { DecodeProgress, PageList } from "../shared/app-codecs.js";
import { throwIfAborted } from "../shared/errors.js";
import { loadPart } from "../shared/load-part.js";
import { readBytes } from "../shared/read-bytes.js";
import { resolveSettings } from "../shared/settings.js";
import type { ImageHeader, PreparedImage } from "../shared/types.js";
import { READ_TIMEOUT_MS, withTimeout } from "../shared/with-timeout.js";
import { optionsFor, pieceOf, placeInFile } from "./image-options.js";
import { type KeptPicture, pictureFor } from "./kept-picture.js";
import { mayKeepPlanes, releasePlanesLater } from "./kept-planes.js";
import { imageCount } from "./replan-for-count.js";
import type { FileSource, ImageItem } from "./types.js";
import type { Expand, Report, WorkSite } from "./work.js";

export interface PrepareSite<B> extends Pick<WorkSite<B>, "read" | "kept"> {
  pool: Pool;
}

export async function prepareItem<B>(
  source: FileSource,
  site: PrepareSite<B>,
  signal: AbortSignal,
  report: Report,
): Promise<ImageItem | Expand> {
  const { pool, read, kept } = site;
  const { items, options, estimate } = read();
  const count = imageCount(items, options);
  const itemOptions = optionsFor(options, source);
  const settings = resolveSettings(itemOptions, count);
  if ((options.documents ?? "images") !== "images" && !source.pages && (await isPdf(source.file, signal))) {
    const { prepareDocument } = await loadPart(() => import("./prepare-document.js"), signal);
    const item = await prepareDocument(source, site, { settings, ...placeInFile(source) }, signal, report);
    if (item) return item;
  }
  const before = kept.get(source.id);
  const ready = (image: PreparedImage, remember: KeptPicture | undefined): ImageItem => {
    throwIfAborted(signal);
    if (remember) kept.set(source.id, remember);
    return { ...source, status: "ready", image, upload: { status: "none" } };
  };
  const alreadyMade = before && pictureFor(before, settings);
  if (alreadyMade) return ready(alreadyMade, before);
  let known: ImageHeader | undefined;
  let rewritable: Rewritable | undefined;
  const keep = mayKeepPlanes(kept, estimate) ? (planes: Rewritable) => void (rewritable = planes) : undefined;
  let expand: (() => Promise<Expand>) | undefined;
  const working = { ...source, status: "working", step: "prepare" } as const;
  const onHeader = (header: ImageHeader) => report({ ...working, header: (known = header) });
  const onProgress = (progress: DecodeProgress) => report({ ...working, header: known, progress });
  const onPages = (pages: PageList, header: ImageHeader) => {
    expand = async () => (await loadPart(() => import("./expand-pages.js"))).expandPages(source, pages, header);
  };
  const onSplit = (pieces: number, header: ImageHeader) => {
    expand = async () =>
      (await loadPart(() => import("./expand-pages.js"))).expandPieces(source, pieces, header, settings);
  };
  try {
    const image = await prepareWith(
      pool,
      source.file,
      { ...itemOptions, ...placeInFile(source), signal },
      {
        id: source.id,
        imageCount: count,
        onHeader,
        onProgress,
        onPages,
        onSplit,
        onRewritable: keep,
        piece: pieceOf(source),
      },
    );
    if (rewritable) releasePlanesLater(kept);
    return ready(image, known && { image, header: known, settings, pictureFor, ...(rewritable && { rewritable }) });
  } catch (cause) {
    if (expand) return await expand();
    if (signal.aborted || !before) throw cause;
    const { prepareAgain } = await loadPart(() => import("./prepare-again.js")).catch(() => {
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

/** A file that cannot be read is none: the pipeline says why. */
async function isPdf(file: Blob, signal: AbortSignal): Promise<boolean> {
  const timeLimit = { timeoutMs: READ_TIMEOUT_MS, signal };
  const head = await withTimeout(readBytes(file.slice(0, 5)), timeLimit).catch(() => new ArrayBuffer());
  return String.fromCharCode(...new Uint8Array(head)) === "%PDF-";
}
