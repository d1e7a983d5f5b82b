/** The table of contents: one file's walk from first bytes to what is sent, a line a step. */
import { base64Length, bytesToBase64 } from "./base64.js";
import { encodedChanges, keptBecauseItFits, keptBecauseSmaller, keptChanges } from "./changes.js";
import { decodeByPlugin } from "./decode-by-plugin.js";
import { encodeImage } from "./encode-image.js";
import { proveDecodable } from "./prove-decodable.js";
import type { Engine } from "./engine-contract.js";
import { checkCall, ImageError, messageOf, throwIfAborted } from "./errors.js";
import { createId } from "./id.js";
import { inspectImage } from "./inspect/inspect-image.js";
import { fileName, nameFor } from "./file-name.js";
import { FORMAT_NAMES, isSentMediaType } from "./media-types.js";
import { planImage } from "./plan.js";
import { resolveSettings } from "./settings.js";
import { stripMetadata } from "./strip-metadata.js";
import { isTruncated } from "./truncation.js";
import type { Change, ImageHeader, PreparedImage, PrepareOptions, SentMediaType, Size } from "./types.js";
import { validateFile, validateHeader, validateImageBytes } from "./validate.js";

export interface PrepareContext {
  /** Given by the queue, so that an item and its image share one id. */
  id?: string;
  /** Images in the request, earlier turns included; see `resolveSettings`. @default 1 */
  imageCount?: number;
  /** Told as soon as the first bytes were read and found acceptable. */
  onHeader?: (header: ImageHeader) => void;
}

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
  const { signal, compress, decoders = [] } = options;
  const settings = resolveSettings(options, imageCount);
  checkCall(file instanceof Blob, "prepareImage takes a File or a Blob. A URL must be fetched first.");
  throwIfAborted(signal);
  refuse(validateFile(file.size, settings.limits));
  const header = await readHeader(file, signal);
  refuse(validateHeader(header, settings.limits));
  if (await readFile(() => isTruncated(file, header, signal && { signal }), signal)) throw truncated(header);
  onHeader?.(header);

  const name = fileName(file);
  const source = { name, mediaType: header.mediaType, width: header.width, height: header.height, orientation: header.orientation, bytes: file.size };
  const finish = async (sent: Sent, changes: readonly Change[], engineName: string): Promise<PreparedImage> => {
    const bytes = new Uint8Array(await sent.blob.arrayBuffer());
    throwIfAborted(signal);
    const { blob, mediaType, width, height } = sent;
    const done = { id, name: nameFor(name, mediaType), blob, base64: bytesToBase64(bytes), mediaType, width, height, bytes: blob.size };
    return { ...done, source, changes, durationMs: performance.now() - startedAt, engine: engineName };
  };

  const plugin = await decodeByPlugin(file, header, decoders, { timeoutMs: settings.timeoutMs, signal });
  if (plugin) refuse(validateHeader(plugin.header, { ...settings.limits, accept: [plugin.header.mediaType] }));
  const picture = plugin ?? { file, header };
  const plan = planImage(picture.header, settings);
  const cut = plan.keep === "never" || plugin ? undefined : await cutMetadata(file, header, signal);
  if (plan.keep === "always" && cut) {
    refuse(validateImageBytes(base64Length(cut.blob.size), settings.limits));
    await proveDecodable(file, header, { engine, settings, signal });
    return finish(cut, keptChanges(cut.removed, keptBecauseItFits(header)), "none");
  }
  const encoded = await encodeImage({ ...picture, plan }, { engine, compress, settings, signal });
  const flattened = encoded.alpha && encoded.mediaType === "image/jpeg";
  if (cut && !flattened && cut.blob.size <= encoded.blob.size) {
    return finish(cut, keptChanges(cut.removed, keptBecauseSmaller(header, encoded.blob.size)), encoded.engine);
  }
  const changes = encodedChanges({ ...encoded, settings, sent: encoded, byApp: compress !== undefined });
  const decoded: Change[] = plugin ? [{ code: "decoded-by-plugin", reason: `${FORMAT_NAMES[header.mediaType]} was decoded by an added decoder.` }] : [];
  return finish(encoded, [...decoded, ...changes], encoded.engine);
}

interface Sent extends Size {
  blob: Blob;
  mediaType: SentMediaType;
}

async function readHeader(file: Blob, signal: AbortSignal | undefined): Promise<ImageHeader> {
  const header = await readFile(() => inspectImage(file, signal && { signal }), signal);
  if (header) return header;
  const named = file.type.startsWith("image/") ? `, although it is labelled ${file.type}` : "";
  throw new ImageError("not-an-image", `The file is not an image${named}, or its beginning is damaged.`, {
    actual: file.type || undefined,
  });
}

/** The disk may be gone, the file changed since it was picked: a refusal, not a crash. */
async function readFile<T>(read: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throwIfAborted(signal);
    const detail = messageOf(cause);
    throw new ImageError("file-unreadable", `The file cannot be read: ${detail}`, { cause });
  }
}

async function cutMetadata(file: Blob, header: ImageHeader, signal: AbortSignal | undefined): Promise<(Sent & { removed: string[] }) | undefined> {
  const { mediaType, width, height } = header;
  if (!isSentMediaType(mediaType)) return undefined;
  const cut = stripMetadata(new Uint8Array(await readFile(() => file.arrayBuffer(), signal)), mediaType);
  return cut && { blob: new Blob([cut.bytes], { type: mediaType }), mediaType, width, height, removed: cut.removed };
}

function truncated(header: ImageHeader): ImageError {
  return new ImageError("image-truncated", `The ${FORMAT_NAMES[header.mediaType]} file is cut off: its end is missing. Copy or download it again.`);
}

function refuse(problem: ImageError | undefined): void {
  if (problem) throw problem;
}
