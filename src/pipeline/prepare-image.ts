/** The table of contents: one file's walk from first bytes to what is sent, a line a step. */
import { cutMetadata, type Sent, sendAsItIs } from "./passthrough.js";
import { base64Length, bytesToBase64 } from "../shared/base64.js";
import { encodedChanges, oneColourChanges, openedChanges, keptBecauseItFits, keptBecauseSmaller, keptChanges } from "./changes.js";
import { readColours } from "../formats/read-colours.js";
import { damageError } from "../formats/find-problem.js";
import type { Damage } from "../formats/problem.js";
import { type EncodeContext, type EncodedImage, encodeImage } from "./encode-image.js";
import { proveDecodable } from "./verify-decodable.js";
import type { Engine, Witness } from "../pixels/encode-job.js";
import { checkCall, throwIfAborted } from "../shared/errors.js";
import { createId } from "../shared/id.js";
import type { ByteReader } from "../formats/byte-reader.js";
import { letGo } from "../shared/release-memory.js";
import { intakeOf } from "./intake.js";
import { fileName, nameFor } from "../shared/file-name.js";
import { openPicture, type OpenPicture } from "./open-picture.js";
import { type Plan, planImage } from "../shared/plan.js";
import { createFileReader, orVanished } from "./read-file.js";
import { readHeader } from "./read-header.js";
import { type PrepareSettings, resolveSettings } from "../shared/settings.js";
import type { Change, ImageHeader, MediaType, PreparedImage, PrepareOptions } from "../shared/types.js";
import { findMissing } from "./verify-complete.js";
import { refuse, validateFile, validateHeader, validateImageBytes } from "./validate.js";

export interface PrepareContext {
  /** Given by the queue, so that an item and its image share one id. */
  id?: string;
  /** Images in the request, earlier turns included; see `resolveSettings`. @default 1 */
  imageCount?: number;
  /** Told as soon as the first bytes were read and found acceptable. */
  onHeader?: (header: ImageHeader) => void;
}

/** Formats whose header is right when it says that there is no alpha. */
const OPAQUE: ReadonlySet<MediaType> = new Set<MediaType>(["image/jpeg", "image/png"]);
const PARTLY_DECODED: Damage = { kind: "damaged", why: "only a part of its pixels can be decoded" };

/**
 * Rejects with `ImageError` for a file that cannot be sent, with the signal's reason when aborted, and with `TypeError` for
 * options that can never work. Every await has a time limit (`timeoutMs`) or only reads the file.
 */
export async function prepareWith(
  engine: Engine,
  file: Blob,
  options: PrepareOptions = {},
  { id = createId(), imageCount = 1, onHeader }: PrepareContext = {},
): Promise<PreparedImage> {
  const startedAt = performance.now();
  const { signal } = options;
  const settings = resolveSettings(options, imageCount);
  checkCall(file instanceof Blob, "prepareImage takes a File or a Blob. A URL must be fetched first.");
  throwIfAborted(signal);
  const refusal = validateFile(file.size, settings.limits);
  if (refusal) throw await orVanished(refusal, file, signal);
  const intake = intakeOf(engine);
  const isAlone = intake.isEmpty();
  const leave = await intake.enter(signal);
  const reader = createFileReader(file, signal, isAlone);
  try {
    return await walk(engine, reader, options, { id, settings, startedAt, onHeader, leave });
  } catch (cause) {
    throw await orVanished(cause, file, signal);
  } finally {
    reader.close();
    leave();
  }
}

interface WalkContext extends Pick<PrepareContext, "onHeader"> {
  id: string;
  settings: PrepareSettings;
  startedAt: number;
  /** Gives the file's place back before its end. */
  leave: () => void;
}

async function walk(engine: Engine, reader: ByteReader, { signal, compress, decoders = [] }: PrepareOptions, { id, settings, startedAt, onHeader, leave }: WalkContext): Promise<PreparedImage> {
  const context: EncodeContext = { engine, compress, settings, signal };
  const { blob: file } = reader;
  const header = await readHeader(reader);
  refuse(validateHeader(header, settings.limits, header.mediaType === "image/jpeg" ? settings.maxStreamedPixels : undefined));
  onHeader?.(header);
  // The app's own code takes the time it takes, and may prepare images itself.
  if (compress || decoders.some(({ mediaTypes }) => mediaTypes.includes(header.mediaType))) leave();
  const picture = await openPicture(reader, header, { settings, decoders, isCompressedByApp: compress !== undefined, signal });

  const name = fileName(file);
  const source = { name, mediaType: header.mediaType, width: header.width, height: header.height, orientation: header.orientation, bytes: file.size };
  const finish = (sent: Sent, changes: readonly Change[], engineName: string): PreparedImage => {
    throwIfAborted(signal);
    const { bytes, mediaType, width, height } = sent;
    // By content, whatever made it: an address of it must never open as a page.
    const blob = new Blob([bytes], { type: mediaType });
    const done = { id, name: nameFor(name, mediaType), blob, base64: bytesToBase64(bytes), mediaType, width, height, bytes: blob.size };
    letGo(bytes);
    return { ...done, source, changes, durationMs: performance.now() - startedAt, engine: engineName };
  };

  const plan = planImage(picture.header, settings);
  const cut = plan.keep === "never" || picture.by ? undefined : await cutMetadata(file, header, signal);
  if (plan.keep === "always" && cut) {
    refuse(validateImageBytes(base64Length(cut.bytes.length), settings.limits));
    const seen = await provenWhole(picture, { ...context, compress: undefined }, proveDecodable(picture.reader.blob, picture.header, context));
    return finish(cut, [...keptChanges(cut.removed, keptBecauseItFits(header)), ...oneColourChanges(seen)], "none");
  }
  const encoded = await encodeWhole(picture, file, plan, context).catch((cause: unknown) => sendAsItIs(cause, picture, context));
  if ("removed" in encoded) return finish(encoded, keptChanges(encoded.removed, encoded.why), "none");
  const flattened = encoded.alpha && encoded.mediaType === "image/jpeg";
  if (cut && !flattened && cut.bytes.length <= encoded.bytes.length) {
    return finish(cut, [...keptChanges(cut.removed, keptBecauseSmaller(header, encoded.bytes.length)), ...oneColourChanges(encoded)], encoded.engine);
  }
  const changes = encodedChanges({ ...encoded, settings, sent: encoded, byApp: compress !== undefined });
  return finish(encoded, [...openedChanges(picture, header), ...changes], encoded.engine);
}

async function encodeWhole(picture: OpenPicture, original: Blob, plan: Plan, context: EncodeContext): Promise<EncodedImage> {
  const { reader, header, cut } = picture;
  throwIfAborted(context.signal);
  const colours = context.compress ? undefined : await readColours(reader, header.mediaType);
  const animation = header.frames === "many" ? (picture.by ? reader.blob : original) : undefined;
  const encoded = await provenWhole(picture, context, encodeImage({ file: reader.blob, header, plan, animation, colours }, context));
  // WebKit leaves transparent what it could not decode, and says nothing.
  if (encoded.alpha && header.alpha === false && OPAQUE.has(header.mediaType) && !cut) throw damageError(PARTLY_DECODED, header);
  return encoded;
}

/**
 * What the engine makes of it, proven to be all of it where the engine may not notice. A PNG's pixels are counted meanwhile, until
 * its last row is seen to be drawn; a JPEG is only looked through where its decoder was not strict itself. What is missing is named
 * before what failed.
 */
async function provenWhole<T extends Witness>({ reader, header, cut }: OpenPicture, { engine, compress, settings, signal }: EncodeContext, work: Promise<T>): Promise<T> {
  const drawn = new AbortController();
  const find = async () => cut ?? findMissing(reader, header, { engine: compress ? undefined : engine, timeoutMs: settings.timeoutMs, drawn: drawn.signal, signal });
  void work.then(({ isLastRowDrawn }) => isLastRowDrawn && drawn.abort()).catch(() => undefined);
  const isLater = header.mediaType === "image/jpeg";
  const [done, early] = await Promise.allSettled([work, isLater ? undefined : find()]);
  throwIfAborted(signal);
  if (early.status === "rejected") throw early.reason;
  const isWhole = done.status === "fulfilled" && done.value.isWhole;
  const missing = isLater && !isWhole ? await find() : early.value;
  if (missing && (!cut || done.status === "rejected")) throw damageError(missing, header);
  if (done.status === "rejected") throw done.reason;
  return done.value;
}
