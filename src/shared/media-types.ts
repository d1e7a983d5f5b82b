/** Facts about formats: what people call them, how their files end. */
import type { MediaType, SentMediaType } from "./types.js";

/** For messages: "HEIC", never "image/heic". */
export const FORMAT_NAMES = {
  "image/jpeg": "JPEG",
  "image/png": "PNG",
  "image/gif": "GIF",
  "image/webp": "WebP",
  "image/bmp": "BMP",
  "image/avif": "AVIF",
  "image/heic": "HEIC",
  "image/heif": "HEIF",
  "image/jxl": "JPEG XL",
  "image/tiff": "TIFF",
  "image/svg+xml": "SVG",
  "image/vnd.microsoft.icon": "ICO",
} as const satisfies Record<MediaType, string>;

/** Usual extensions, the first one preferred. */
export const FORMAT_EXTENSIONS = {
  "image/jpeg": ["jpg", "jpeg", "jfif", "mpo"],
  "image/png": ["png", "apng"],
  "image/gif": ["gif"],
  "image/webp": ["webp"],
  "image/bmp": ["bmp"],
  "image/avif": ["avif"],
  "image/heic": ["heic"],
  "image/heif": ["heif"],
  "image/jxl": ["jxl"],
  "image/tiff": ["tif", "tiff"],
  "image/svg+xml": ["svg"],
  "image/vnd.microsoft.icon": ["ico", "cur"],
} as const satisfies Record<MediaType, readonly string[]>;

/** What may leave this library. */
export const SENT_MEDIA_TYPES: readonly string[] = ["image/jpeg", "image/png", "image/gif", "image/webp"] satisfies SentMediaType[];

/** What of it a picture can be encoded as: a GIF is only ever sent as it came. */
export const WRITTEN_MEDIA_TYPES: readonly string[] = ["image/jpeg", "image/png", "image/webp"] satisfies SentMediaType[];

export function isSentMediaType(mediaType: string): mediaType is SentMediaType {
  return SENT_MEDIA_TYPES.includes(mediaType);
}

/** For an `<input accept>`: types and extensions both, since browsers give HEIC no type (T4). */
export function acceptAttribute(accept: readonly MediaType[]): string {
  return accept.flatMap((mediaType) => [mediaType, ...FORMAT_EXTENSIONS[mediaType].map((e) => `.${e}`)]).join(",");
}
