/**
 * Icons are unpacked here, down to the one picture that is shown: WebKitGTK's process dies of some icons (an entry that claims
 * 60000x60000, say), Firefox draws the half of cut ones, and what is inside must pass the same checks as any file.
 */
import { ImageError } from "../../shared/errors.js";
import { type ByteReader, readExactly } from "../byte-reader.js";
import { startsWith } from "../bytes.js";
import { bestIconEntry } from "./icon-entry.js";
import { inspectWith } from "../inspect-image.js";
import { PNG_SIGNATURE } from "../png/chunks.js";
import { readIconBitmap } from "./icon-bitmap.js";
import { writePng } from "../png/write-png.js";
import { createFileReader } from "../../pipeline/read-file.js";
import type { ImageHeader } from "../../shared/types.js";

const ICON = "image/vnd.microsoft.icon";
/** No bitmap of an icon is longer: 1024 x 1024 x 4 and its mask. */
const MAX_BITMAP_BYTES = 5_000_000;

/** The picture in an icon as a PNG; `undefined` for anything but an icon. Rejects with `ImageError` for one that holds none. */
export async function unpackIcon(reader: ByteReader, header: ImageHeader, signal: AbortSignal | undefined): Promise<{ reader: ByteReader; header: ImageHeader } | undefined> {
  if (header.mediaType !== ICON) return undefined;
  const entry = await bestIconEntry(reader);
  if (!entry) throw damaged("it lists no picture");
  if (entry.start >= reader.size) throw cut();
  // Lengths in the list are wrong in many an icon, and no browser minds: both kinds of picture know their own.
  const content = await readExactly(reader, entry.start, MAX_BITMAP_BYTES);
  const png = startsWith(content, PNG_SIGNATURE) ? reader.blob.slice(entry.start, reader.size, "image/png") : pngOf(readIconBitmap(content));
  const unpacked = createFileReader(png, signal);
  const inner = await inspectWith(unpacked);
  if (inner?.mediaType !== "image/png") throw damaged("the picture in it is neither a bitmap nor a PNG");
  return { reader: unpacked, header: inner };
}

function pngOf(bitmap: ReturnType<typeof readIconBitmap>): Blob {
  if (bitmap === "cut") throw cut();
  if (!bitmap) throw damaged("its bitmap is of no known kind");
  return new Blob([writePng(bitmap.rgba, bitmap.width, bitmap.height)], { type: "image/png" });
}

const cut = (): ImageError => new ImageError("image-truncated", "The ICO file is cut off: its end is missing. Copy or download it again.");

const damaged = (why: string): ImageError => new ImageError("image-undecodable", `The ICO file is damaged: ${why}.`);
