/** The table of contents: one file's walk from first bytes to what is sent, a line a step. */
import { cutMetadata, type Sent, sendAsItIs } from "./passthrough.js";
import { AppCodeWanted } from "./app-code-wanted.js";
import { base64Length } from "../shared/base64.js";
import { encodedChanges, oneColourChanges, openedChanges, keptBecauseItFits, keptBecauseSmaller, keptChanges } from "./changes.js";
import type { Problem } from "../formats/problem.js";
import { problemError } from "../formats/problem-error.js";
import { registry } from "../formats/registry.js";
import { type EncodeContext, type EncodedImage, encodeImage } from "./encode-image.js";
import { proveDecodable } from "./verify-decodable.js";
import type { EncodePicture, Witness } from "../pixels/encode-job.js";
import { ImageError, throwIfAborted } from "../shared/errors.js";
import type { ByteReader } from "../formats/byte-reader.js";
import { openPicture, type OpenPicture } from "./open-picture.js";
import { type Plan, planImage } from "../shared/plan.js";
import { createFileReader, orVanished } from "./read-file.js";
import { readHeader } from "./read-header.js";
import { toPlainError } from "../shared/plain-error.js";
import type { EncodedFile, PrepareJob, PrepareResult } from "./prepare-job.js";
import type { Change, ImageHeader } from "../shared/types.js";
import { findMissing } from "./verify-complete.js";
import { refuse, validateFile, validateHeader, validateImageBytes } from "../shared/validate.js";

/** What the pipeline works with, wherever it runs: in a worker, on the page, in Node. */
export interface PrepareTools {
  encode: EncodePicture;
  signal?: AbortSignal | undefined;
  /** Told as soon as the first bytes were read and found acceptable. */
  onHeader?: ((header: ImageHeader) => void) | undefined;
}

const PARTLY_DECODED: Problem = { kind: "damaged", why: "only a part of its pixels can be decoded" };

/** Rejects only with the signal's reason, or for a fault of ours; every other end is a result. */
export async function prepareFile(job: PrepareJob, tools: PrepareTools): Promise<PrepareResult> {
  try {
    return { status: "prepared", image: await prepare(job, tools) };
  } catch (thrown) {
    throwIfAborted(tools.signal);
    const cause = await orVanished(thrown, job.file, tools.signal);
    if (cause instanceof ImageError) return { status: "rejected", error: toPlainError(cause) };
    if (cause instanceof AppCodeWanted) return wantedOf(cause, job.file);
    throw cause;
  }
}

/** The page has the original itself: the app gets that very object, with whatever hangs on it. */
function wantedOf({ result }: AppCodeWanted, original: Blob): PrepareResult {
  return result.status === "compress-by-app" && result.file === original ? { ...result, file: undefined } : result;
}

async function prepare({ file, settings, app }: PrepareJob, { encode, signal, onHeader }: PrepareTools): Promise<EncodedFile> {
  throwIfAborted(signal);
  refuse(validateFile(file.size, settings.limits));
  const reader = createFileReader(file, signal);
  try {
    const header = await readHeader(reader, app, signal);
    refuse(validateHeader(header, settings.limits, header.mediaType === "image/jpeg" ? settings.maxStreamedPixels : undefined));
    if (app.sniffed && !app.decoded) throw new AppCodeWanted({ status: "decode-by-app", header });
    onHeader?.(header);
    return await walk(reader, header, { encode, app, settings, signal });
  } finally {
    reader.close();
  }
}

async function walk(original: ByteReader, header: ImageHeader, context: EncodeContext): Promise<EncodedFile> {
  const { app, settings, signal } = context;
  const { blob: file } = original;
  const picture = await openPicture(original, header, { settings, app, signal });

  const source = { mediaType: header.mediaType, width: header.width, height: header.height, orientation: header.orientation, bytes: file.size };
  const finish = ({ bytes, mediaType, width, height }: Sent, changes: readonly Change[], backend: string): EncodedFile => {
    throwIfAborted(signal);
    return { bytes, mediaType, width, height, source, changes, backend };
  };

  const plan = planImage(picture.header, settings);
  const cut = plan.keep === "never" || picture.by ? undefined : await cutMetadata(file, header, signal);
  if (plan.keep === "always" && cut) {
    refuse(validateImageBytes(base64Length(cut.bytes.length), settings.limits));
    const seen = await provenWhole(picture, { ...context, app: { ...app, compresses: false } }, proveDecodable(picture.reader.blob, picture.header, context));
    return finish(cut, [...keptChanges(cut.removed, keptBecauseItFits(header)), ...oneColourChanges(seen)], "none");
  }
  const encoded = await encodeWhole(picture, file, plan, context).catch((cause: unknown) => sendAsItIs(cause, picture, context));
  if ("removed" in encoded) return finish(encoded, keptChanges(encoded.removed, encoded.why), "none");
  const flattened = encoded.alpha && encoded.mediaType === "image/jpeg";
  if (cut && !flattened && cut.bytes.length <= encoded.bytes.length) {
    return finish(cut, [...keptChanges(cut.removed, keptBecauseSmaller(header, encoded.bytes.length)), ...oneColourChanges(encoded)], encoded.engine);
  }
  const changes = encodedChanges({ ...encoded, settings, sent: encoded, byApp: app.compresses });
  return finish(encoded, [...openedChanges(picture, header), ...changes], encoded.engine);
}

async function encodeWhole(picture: OpenPicture, original: Blob, plan: Plan, context: EncodeContext): Promise<EncodedImage> {
  const { reader, header, cut } = picture;
  throwIfAborted(context.signal);
  const colours = context.app.compresses ? undefined : await registry.readColours(reader, header.mediaType);
  const animation = header.frames === "many" ? (picture.by ? reader.blob : original) : undefined;
  const encoded = await provenWhole(picture, context, encodeImage({ file: reader.blob, header, plan, animation, colours }, context));
  // WebKit leaves transparent what it could not decode, and says nothing.
  if (encoded.alpha && header.alpha === false && registry.formatOf(header.mediaType)?.facts?.isOpacityCertain && !cut) throw problemError(PARTLY_DECODED, header);
  return encoded;
}

/**
 * What the engine makes of it, proven to be all of it where the engine may not notice. A PNG's pixels are counted meanwhile, until
 * its last row is seen to be drawn; a JPEG is only looked through where its decoder was not strict itself. What is missing is named
 * before what failed.
 */
async function provenWhole<T extends Witness>({ reader, header, cut }: OpenPicture, { encode, app, settings, signal }: EncodeContext, work: Promise<T>): Promise<T> {
  const drawn = new AbortController();
  const find = async () => cut ?? findMissing(reader, header, { encode: app.compresses ? undefined : encode, timeoutMs: settings.timeoutMs, drawn: drawn.signal, signal });
  void work.then(({ isLastRowDrawn }) => isLastRowDrawn && drawn.abort()).catch(() => undefined);
  const isLater = header.mediaType === "image/jpeg";
  const [done, early] = await Promise.allSettled([work, isLater ? undefined : find()]);
  throwIfAborted(signal);
  if (early.status === "rejected") throw early.reason;
  const isWhole = done.status === "fulfilled" && done.value.isWhole;
  const missing = isLater && !isWhole ? await find() : early.value;
  if (missing && (!cut || done.status === "rejected")) throw problemError(missing, header);
  if (done.status === "rejected") throw done.reason;
  return done.value;
}
