/** Makes an image that was prepared before ready as it is. Loaded with the first one. */
import { inspectImage } from "../formats/inspect-image.js";
import { base64Length, bytesToBase64 } from "../shared/base64.js";
import { base64ToBytes } from "../shared/base64-to-bytes.js";
import { ImageError, throwIfAborted } from "../shared/errors.js";
import { nameFor } from "../shared/file-name.js";
import { isSentMediaType } from "../shared/media-types.js";
import { isBlob } from "../shared/platform-types.js";
import { readBytes } from "../shared/read-bytes.js";
import { readFile } from "../shared/read-file.js";
import type { PrepareSettings } from "../shared/settings.js";
import { restored, storedImageOf } from "../shared/stored-images.js";
import type { Change, ImageHeader, StoredImage } from "../shared/types.js";
import { settingsFor } from "./image-options.js";
import { pictureFor } from "./kept-picture.js";
import { storedChanges, storedSource } from "./stored-figures.js";
import type { FileSource, ImageItem, PreparedItem } from "./types.js";
import type { Expand, WorkSite } from "./work.js";

const FROM_STORED: Change = {
  code: "from-prepared",
  detail: "the original is not here",
  reason: "Made from the picture prepared before, not from the original: the original is not here",
};

/**
 * `prepare`: called for an image that cannot be sent as it is. Rejects with an `ImageError` if the bytes are not a complete
 * image, and with the signal's reason.
 */
export async function restoreItem<B>(
  listed: FileSource,
  { read, kept }: Pick<WorkSite<B>, "read" | "kept">,
  signal: AbortSignal,
  prepare: (source: FileSource) => Promise<ImageItem | Expand>,
): Promise<ImageItem | Expand> {
  const { name } = listed;
  const stored = storedImageOf(listed.file) ?? {};
  const bytes = await bytesOf(stored, signal);
  throwIfAborted(signal);
  if (bytes.length === 0) throw new ImageError("file-empty", "The stored image is empty.", { actual: 0, limit: 1 });
  if (typeof stored.bytes === "number" && stored.bytes !== bytes.length) {
    const message = `The stored image is incomplete: ${bytes.length} of ${stored.bytes} bytes.`;
    throw new ImageError("image-truncated", message, { actual: bytes.length, limit: stored.bytes });
  }
  const content = new Blob([bytes]);
  const header = await inspectImage(content, { signal });
  if (!header) throw new ImageError("not-an-image", "The stored file isn't an image, or its beginning is damaged.");
  const { mediaType, width, height } = header;
  const from = storedSource(stored) ?? { name, mediaType, width, height, orientation: 1, bytes: bytes.length };
  const changes = storedChanges(stored);
  const file = new File([content], name, { type: mediaType });
  // For the picture made from it, which must say so, and what the original was.
  const before = changes.filter(({ code }) => code !== "kept-original");
  restored.set(file, { source: from, changes: [...before, FROM_STORED] });
  const source = { ...listed, file };
  const { items, options } = read();
  const settings = settingsFor(options, source, items);
  if (!isSentMediaType(mediaType) || !mayBeSent(header, settings)) return prepare(source);
  const image = {
    id: source.id,
    name: nameFor(name, mediaType),
    blob: file,
    base64: bytesToBase64(bytes),
    mediaType,
    width,
    height,
    bytes: bytes.length,
    source: from,
    changes,
    durationMs: 0,
    engine: typeof stored.engine === "string" ? stored.engine : "none",
  };
  kept.set(source.id, { image, header, settings, pictureFor });
  return { ...source, status: "ready", image, upload: { status: "none" } } satisfies PreparedItem;
}

/** The endpoint's limits. The app's limits on other images do not apply to one that was prepared before. */
function mayBeSent({ mediaType, width, height, orientation, bytes }: ImageHeader, settings: PrepareSettings): boolean {
  const { limits, sendable, takes } = settings;
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const hasRightSize = long <= takes.maxEdgePx && short >= takes.minEdgePx;
  const isTaken = sendable?.some((type) => type === mediaType) !== false;
  return orientation === 1 && isTaken && hasRightSize && base64Length(bytes) <= limits.maxImageBytes;
}

async function bytesOf({ blob, base64 }: StoredImage, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  if (isBlob(blob)) {
    try {
      return new Uint8Array(await readFile(() => readBytes(blob), signal));
    } catch (cause) {
      throwIfAborted(signal);
      throw new ImageError("file-unreadable", "The stored image can no longer be read.", { cause });
    }
  }
  if (typeof base64 !== "string")
    throw new ImageError("not-an-image", "The stored image has neither a Blob nor base64.");
  try {
    return await base64ToBytes(base64);
  } catch (cause) {
    throw new ImageError("not-an-image", "The stored image isn't valid base64.", { cause });
  }
}
