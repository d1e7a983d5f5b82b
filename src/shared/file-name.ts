/** File names, safe to show and to send, with the extension of the encoded format. */
import { formatExtensions } from "./media-types.js";
import type { SentMediaType } from "./types.js";

/**
 * Controls (C0, DEL, C1), line and paragraph separators, the byte order mark, and characters that change the direction of text:
 * with one of these a name can look as if it had another extension ("photo\u202egpj.exe"), or end a header of the upload. Joiners
 * stay, since emoji are made with them.
 */
// oxlint-disable-next-line no-control-regex -- it looks for control characters
const UNSHOWABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Makes text from outside safe for a label or a header. */
export function showable(text: string): string {
  return text.replace(UNSHOWABLE, "");
}

/** The name without control and bidi characters. A pasted or fetched `Blob` has no name. */
export function fileName(file: Blob): string {
  const { name } = file as Partial<File>;
  return (typeof name === "string" && showable(name)) || "image";
}

/** "image.png", or "image.png (2)" if that is taken: every pasted screenshot has the same name. */
export function freeLabel(name: string, taken: ReadonlySet<string>): string {
  let label = name;
  for (let count = 2; taken.has(label); count += 1) label = `${name} (${count})`;
  return label;
}

/** "photo.heic" sent as JPEG is "photo.jpg": a name must follow the bytes (T12). An extension that fits is left as it is. */
export function nameFor(name: string, mediaType: SentMediaType): string {
  const extensions = formatExtensions(mediaType);
  const dot = name.lastIndexOf(".");
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const extension = dot > 0 ? name.slice(dot + 1).toLowerCase() : "";
  return extensions.includes(extension) ? name : `${stem || "image"}.${extensions[0]}`;
}
