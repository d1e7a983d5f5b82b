/** Reads size and type of a file from a server's headers. Pure. */
import { isKnownMediaType } from "../shared/media-types.js";
import type { MediaType } from "../shared/types.js";

/** Unregistered names that servers use. */
const ALIASES: ReadonlyMap<string, MediaType> = new Map([
  ["image/jpg", "image/jpeg"],
  ["image/pjpeg", "image/jpeg"],
  ["image/x-png", "image/png"],
  ["image/x-icon", "image/vnd.microsoft.icon"],
  ["image/x-ms-bmp", "image/bmp"],
]);

/** Types that servers send for files of unknown type. */
const NOTHING_SAID: readonly string[] = ["", "application/octet-stream", "binary/octet-stream"];

/** `text` is the type as the server wrote it, without parameters; empty if it is of no use. */
export interface StatedType {
  text: string;
  mediaType: MediaType | undefined;
}

export function statedType(headers: Headers): StatedType {
  const essence = (headers.get("content-type") ?? "").split(";", 1)[0]!.trim().toLowerCase();
  const text = NOTHING_SAID.includes(essence) ? "" : essence;
  return { text, mediaType: isKnownMediaType(text) ? text : ALIASES.get(text) };
}

/** The file's size in bytes; `undefined` if it is not stated, or is the size of a compressed transfer. */
export function statedBytes(headers: Headers): number | undefined {
  const encoding = headers.get("content-encoding") ?? "identity";
  const length = headers.get("content-length") ?? "";
  const bytes = encoding === "identity" && /^\d+$/.test(length) ? Number(length) : 0;
  // Some servers answer HEAD with "0" because the answer, not the file, is empty.
  return bytes > 0 && Number.isSafeInteger(bytes) ? bytes : undefined;
}
