/** Names of files, as people gave them and as they must read after a re-encode. */
import { FORMAT_EXTENSIONS } from "./media-types.js";
import type { MediaType } from "./types.js";

/** A pasted or fetched `Blob` has no name. */
export function fileName(file: Blob): string {
  return "name" in file && typeof file.name === "string" && file.name !== "" ? file.name : "image";
}

/** "photo.heic" sent as JPEG is "photo.jpg": a name must follow the bytes (T12). A right extension is left as it is. */
export function nameFor(name: string, mediaType: MediaType): string {
  const extensions: readonly string[] = FORMAT_EXTENSIONS[mediaType];
  const dot = name.lastIndexOf(".");
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const extension = dot > 0 ? name.slice(dot + 1).toLowerCase() : "";
  return extensions.includes(extension) ? name : `${stem || "image"}.${extensions[0]}`;
}
