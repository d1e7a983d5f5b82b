/** A PDF file that is sent as it is. Loaded with the first one, where the option `documents` asks for that. */
import { base64Of } from "../documents/base64-of.js";
import { pdfFacts } from "../documents/pdf-facts.js";
import type { Decoder } from "../shared/app-codecs.js";
import { ImageError, throwIfAborted } from "../shared/errors.js";
import { type Clock, withDeadline } from "../shared/with-deadline.js";
import type { PrepareSettings } from "../shared/settings.js";
import { decideDocument, type DocumentFacts } from "./decide-document.js";
import { claim, knownFiles, situationOf } from "./document-situation.js";
import type { PrepareSite } from "./prepare-item.js";
import type { DocumentItem, FileSource, ImageQueueOptions } from "./types.js";
import type { Report } from "./work.js";

const PDF = "application/pdf";

interface Given {
  settings: PrepareSettings;
  /** Of this file. */
  password?: string | undefined;
}

/**
 * The item that stands for the whole file; `undefined`: it goes the way of images. Rejects with `ImageError` where neither is possible, and
 * with the signal's reason.
 */
export async function prepareDocument<B>(
  source: FileSource,
  { pool, read, kept }: PrepareSite<B>,
  given: Given,
  signal: AbortSignal,
  report: Report,
): Promise<DocumentItem | undefined> {
  const { file, id, label } = source;
  claim(kept, id, undefined);
  const { limits } = read().options;
  const isTaken = file.size <= given.settings.limits.maxFileBytes;
  // The pipeline says what is wrong with it.
  if (!isTaken || limits?.accept?.includes(PDF) === false) return undefined;
  const found = knownFiles.get(file) ?? { facts: await factsOf(source, read().options, given, signal, report) };
  knownFiles.set(file, found);
  const situation = situationOf(found.facts, { ...read(), kept }, new Set([id]));
  const plan = decideDocument(found.facts, situation);
  if (plan.way === "images") return undefined;
  if (plan.way === "rejected") throw plan.error;
  claim(kept, id, found.facts);
  const { bytes, pageCount } = found.facts;
  if (found.prepared?.id !== id || found.prepared.name !== label) {
    const base64 = found.prepared?.base64 ?? (await base64Of(file, signal));
    found.prepared = { id, name: label, blob: file, base64, mediaType: PDF, bytes, pageCount };
  }
  const item: DocumentItem = { ...source, status: "ready", image: undefined, document: found.prepared };
  // It is ready without its picture, which comes when there is one.
  setTimeout(() => void showFirstPage(item, { pool, read }, report));
  return item;
}

/** Gives the item a picture of its first page, where the app shows thumbnails and has a decoder. */
async function showFirstPage<B>(
  { id, document: pdf }: DocumentItem,
  { pool, read }: Pick<PrepareSite<B>, "pool" | "read">,
  report: Report,
): Promise<void> {
  const { options } = read();
  const listed = () => read().items.find((item) => item.id === id && item.document === pdf);
  const item = listed();
  if (!item?.file || item.thumbnail || !options.thumbnails || !pdfDecoderOf(options)) return;
  // Without one it is shown as a file without a picture.
  const thumbnail = await import("./file-pages.js")
    .then(({ pageThumbnail }) => pageThumbnail(item, 1, { pool, options }))
    .catch(() => undefined);
  const now = listed();
  if (thumbnail && now?.status === "ready" && now.document) report({ ...now, thumbnail });
}

function pdfDecoderOf<B>({ decoders = [] }: ImageQueueOptions<B>): Decoder | undefined {
  return decoders.find(({ mediaTypes }) => mediaTypes.includes(PDF));
}

async function factsOf<B>(
  source: FileSource,
  options: ImageQueueOptions<B>,
  given: Given,
  signal: AbortSignal,
  report: Report,
): Promise<DocumentFacts> {
  const { file } = source;
  const read = await pdfFacts(file, signal);
  const facts = { ...read, bytes: file.size };
  if (facts.isEncrypted || facts.pageCount !== undefined) return facts;
  return (await countedByDecoder(source, facts, options, given, signal, report)) ?? facts;
}

/** The app's decoder opens more than we do. Where there is none, or it fails, nobody knows. */
async function countedByDecoder<B>(
  source: FileSource,
  facts: DocumentFacts,
  options: ImageQueueOptions<B>,
  { settings: { timeoutMs }, password }: Given,
  signal: AbortSignal,
  report: Report,
): Promise<DocumentFacts | undefined> {
  const decoder = pdfDecoderOf(options);
  if (!decoder?.pages) return undefined;
  const { file } = source;
  const header = { mediaType: PDF, width: 0, height: 0, orientation: 1, frames: "many", alpha: undefined } as const;
  const count = async (deadline: AbortSignal, clock: Clock) =>
    decoder.pages!(file, {
      header: { ...header, bytes: file.size },
      password,
      signal: deadline,
      onProgress(progress) {
        if (progress.step === "wait") clock.stop();
        else clock.restart();
        if (!deadline.aborted)
          report({ ...source, status: "working", step: "prepare", header: { ...header, bytes: file.size }, progress });
      },
    });
  try {
    const counted = await withDeadline(count, { timeoutMs, signal });
    return counted.status === "timed-out" ? undefined : { ...facts, pageCount: counted.value.count };
  } catch (cause) {
    throwIfAborted(signal);
    const isLocked = cause instanceof ImageError && cause.code.startsWith("password-");
    return isLocked ? { ...facts, isEncrypted: true } : undefined;
  }
}
