/**
 * The table of contents: a file's way from its first bytes to the finished image, one line per step. `stages.ts` types what is
 * known after each.
 */
import type { DrawSheet } from "../pixels/contact-sheet.js";
import type { EncodePicture } from "../pixels/encode-job.js";
import { ImageError, throwIfAborted } from "../shared/errors.js";
import { isImageBitmap } from "../shared/platform-types.js";
import { toPlainError } from "../shared/plain-error.js";
import type { ImageHeader } from "../shared/types.js";
import { AppCodeWanted } from "./app-code-wanted.js";
import { countPieces } from "../shared/pieces.js";
import { encodedChanges, normalizedChanges, pieceChanges } from "./changes.js";
import { encodeFile } from "./encode-file.js";
import { inspect } from "./inspect.js";
import { isAnimation } from "./is-animation.js";
import { normalizeFile } from "./normalize-file.js";
import { orNotAPhoto } from "./not-a-photo.js";
import { originalThatFits, smallerOriginal } from "./passthrough.js";
import { planFile } from "./plan-file.js";
import type { EncodedFile, PrepareJob, PrepareResult } from "./prepare-job.js";
import { prepared } from "./prepared.js";
import { orVanished } from "./file-reader.js";
import { receive } from "./receive.js";
import type { Repertoire } from "./repertoire.js";
import type { Inspected, Normalized, Planned } from "./stages.js";

/** Supplied by the place where the pipeline runs: a worker, the page, or Node. */
export interface PrepareTools extends Repertoire {
  encode: EncodePicture;
  signal?: AbortSignal | undefined;
  drawSheet?: DrawSheet | undefined;
  /** Called as soon as the header has been read and is within the limits. */
  onHeader?: ((header: ImageHeader) => void) | undefined;
}

/** Rejects only with the signal's reason, with `NotAPhoto` where the repertoire lacks what the file needs, or because of a bug of ours; every other outcome is a result. */
export async function prepareFile(job: PrepareJob, tools: PrepareTools): Promise<PrepareResult> {
  try {
    return await prepare(job, tools);
  } catch (thrown) {
    throwIfAborted(tools.signal);
    const cause = await orVanished(thrown, job.file, tools.signal);
    if (cause instanceof ImageError) return { status: "rejected", error: toPlainError(cause) };
    if (cause instanceof AppCodeWanted) return wantedOf(cause, job.file);
    throw cause;
  }
}

async function prepare(job: PrepareJob, tools: PrepareTools): Promise<PrepareResult> {
  const received = receive(job, tools);
  const { pieces } = job;
  try {
    const inspected = await inspect(received);
    const { originalHeader: header } = inspected;
    const count = pieces === "ask" ? piecesOf(inspected) : 1;
    if (count > 1) return { status: "split", count, header };
    tools.onHeader?.(header);
    let normalized = await normalizeFile(inspected);
    // The photo worker takes no animations.
    if (tools.rare && inspected.settings.animation !== "first-frame" && isAnimation(header)) {
      const made = await tools.rare.animated(normalized, tools.drawSheet);
      if ("file" in made) return { status: "prepared", image: made.file };
      ({ normalized } = made);
    }
    if (typeof pieces !== "object") return { status: "prepared", image: await pictureToSend(normalized) };
    const images: EncodedFile[] = [];
    for (const piece of await orNotAPhoto(tools.rare).cutFile(normalized, pieces))
      images.push(await pictureToSend(piece));
    return { status: "pieces", images };
  } finally {
    received.original.close();
    const { decoded } = job.app;
    if (isImageBitmap(decoded)) decoded.close();
  }
}

/** A picture that the app's decoder opens is not cut: its file may have pages. */
function piecesOf({ originalHeader, settings: { box, maxPieces }, app }: Inspected): number {
  if (app.sniffed || app.decodes.includes(originalHeader.mediaType)) return 1;
  return countPieces(originalHeader, box, maxPieces);
}

async function pictureToSend(normalized: Normalized): Promise<EncodedFile> {
  const planned = await planFile(normalized);
  return (await originalThatFits(planned)) ?? (await encodedOrOriginal(planned));
}

async function encodedOrOriginal(planned: Planned): Promise<EncodedFile> {
  const outcome = await encodeFile(planned).then(
    (image) => ({ image }),
    (cause: unknown) => ({ cause }),
  );
  const { settings, app, rare } = planned;
  if ("cause" in outcome) {
    const { cause } = outcome;
    if (!(cause instanceof ImageError) || cause.code !== "image-unencodable") throw cause;
    return orNotAPhoto(rare).originalInstead(planned, cause);
  }
  const { bytes, planes, ...image } = outcome.image;
  if (settings.ifScreen && image.isScreen)
    return pictureToSend({ ...planned, settings: { ...settings, ...settings.ifScreen, ifScreen: undefined } });
  const smaller = smallerOriginal(planned, { ...image, bytes });
  if (smaller) return smaller;
  const { width, height, mediaType, alpha } = image;
  const facts = { ...image, sent: { width, height, mediaType, alpha }, byApp: app.compresses };
  const before = [...normalizedChanges(planned), ...pieceChanges(planned)];
  const changes = [...before, ...encodedChanges({ ...facts, settings })];
  const { bytes: _, changes: __, ...file } = prepared(planned, { ...image, bytes }, changes, image.backend);
  const rewritable = planes && { planes, fileBytes: bytes.length, facts, before, file };
  return { ...file, bytes, changes, rewritable };
}

/** The page has the original itself: the app gets that same object, with any properties it added. */
function wantedOf({ result }: AppCodeWanted, original: Blob): PrepareResult {
  return result.status === "compress-by-app" && result.file === original ? { ...result, file: undefined } : result;
}
