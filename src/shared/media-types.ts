/** Names, extensions and acceptance of formats, which the main thread needs as well. */
import type { Decoder } from "./app-codecs.js";
import type { Endpoint } from "./endpoint.js";
import type { KnownMediaType, MediaType, SentMediaType } from "./types.js";

interface FormatName {
  /** For messages: "HEIC", never "image/heic". */
  name: string;
  /** Usual extensions, the first one preferred. */
  extensions: readonly [string, ...string[]];
}

const FORMAT_NAMES: Readonly<Record<KnownMediaType, FormatName>> = {
  "image/jpeg": { name: "JPEG", extensions: ["jpg", "jpeg", "jfif", "mpo"] },
  "image/png": { name: "PNG", extensions: ["png", "apng"] },
  "image/gif": { name: "GIF", extensions: ["gif"] },
  "image/webp": { name: "WebP", extensions: ["webp"] },
  "image/bmp": { name: "BMP", extensions: ["bmp"] },
  "image/avif": { name: "AVIF", extensions: ["avif"] },
  "image/heic": { name: "HEIC", extensions: ["heic"] },
  "image/heif": { name: "HEIF", extensions: ["heif"] },
  "image/jxl": { name: "JPEG XL", extensions: ["jxl"] },
  "image/tiff": { name: "TIFF", extensions: ["tif", "tiff"] },
  "image/svg+xml": { name: "SVG", extensions: ["svg"] },
  "image/vnd.microsoft.icon": { name: "ICO", extensions: ["ico", "cur"] },
};

export const KNOWN_MEDIA_TYPES = Object.keys(FORMAT_NAMES) as readonly KnownMediaType[];

export function isKnownMediaType(mediaType: string): mediaType is KnownMediaType {
  return Object.hasOwn(FORMAT_NAMES, mediaType);
}

/** For messages. The name of an unknown type is made from its subtype: "FOO" for "image/x-foo". */
export function formatName(mediaType: MediaType): string {
  if (isKnownMediaType(mediaType)) return FORMAT_NAMES[mediaType].name;
  const subtype = mediaType.slice(mediaType.indexOf("/") + 1);
  return subtype
    .replace(/^(x-|vnd\.)+/, "")
    .replace(/\+.*$/, "")
    .toUpperCase();
}

/** The preferred extension comes first; empty for a type that is not known here. */
export function formatExtensions(mediaType: MediaType): readonly string[] {
  return isKnownMediaType(mediaType) ? FORMAT_NAMES[mediaType].extensions : [];
}

/**
 * SVG is left out because it is a program, and drawing one can take a tab down (Firefox, exponential patterns); icons are
 * rejected with a message of their own.
 */
const NOT_BY_DEFAULT: readonly KnownMediaType[] = ["image/svg+xml", "image/vnd.microsoft.icon"];

export const DEFAULT_ACCEPT: readonly MediaType[] = KNOWN_MEDIA_TYPES.filter(
  (mediaType) => !NOT_BY_DEFAULT.includes(mediaType),
);

/** The effective `limits.accept`: without one, the types of the app's decoders are added to the default ones. */
export function acceptedTypes(
  accept: readonly MediaType[] | undefined,
  decoders: readonly Pick<Decoder, "mediaTypes">[] = [],
): readonly MediaType[] {
  return accept ?? [...new Set([...DEFAULT_ACCEPT, ...decoders.flatMap(({ mediaTypes }) => mediaTypes)])];
}

/** The types that this library sends. */
export const SENT_MEDIA_TYPES: readonly string[] = [
  "image/jpeg",
  "image/png",
  "image/gif",
  "image/webp",
] satisfies SentMediaType[];

/** The sent types that a picture can be encoded as: a GIF is only sent unchanged. */
export const WRITTEN_MEDIA_TYPES: readonly string[] = [
  "image/jpeg",
  "image/png",
  "image/webp",
] satisfies SentMediaType[];

export function isSentMediaType(mediaType: string): mediaType is SentMediaType {
  return SENT_MEDIA_TYPES.includes(mediaType);
}

/** The `accept` of a file input for these options. It lists types and extensions, since browsers give HEIC no type (T4). */
export function acceptAttribute({
  limits,
  decoders: given = [],
  documents = "images",
  endpoint,
}: {
  limits?: { accept?: readonly MediaType[] | undefined } | undefined;
  decoders?: readonly Decoder[] | undefined;
  /** What becomes of PDF files, and for which endpoint: they are offered where they are sent as they are, too. */
  documents?: "images" | "native" | "auto" | undefined;
  endpoint?: Endpoint<unknown> | undefined;
} = {}): string {
  const sent: readonly MediaType[] = (documents !== "images" && endpoint?.documents?.mediaTypes) || [];
  const decoders = [...given, { mediaTypes: sent, extensions: ["pdf"] }];
  const taught = (mediaType: MediaType) =>
    decoders.flatMap(({ mediaTypes, extensions = [] }) => (mediaTypes.includes(mediaType) ? extensions : []));
  const entries = acceptedTypes(limits?.accept, decoders).flatMap((mediaType) => [
    mediaType,
    ...[...formatExtensions(mediaType), ...taught(mediaType)].map((extension) => `.${extension.replace(/^\./, "")}`),
  ]);
  return [...new Set(entries)].join(",");
}
