/** Answers every question about formats from one list of them. */
import type { ImageHeader, MediaType } from "../shared/types.js";
import { type ByteReader, FIRST_READ_BYTES } from "./byte-reader.js";
import type { Format } from "./format.js";
import type { Colours } from "./icc/colours.js";
import type { Problem } from "./problem.js";
import type { Stripped, StripOptions } from "./stripped.js";

export interface Registry {
  readonly mediaTypes: readonly MediaType[];
  formatOf: (mediaType: MediaType) => Format | undefined;
  /**
   * Recognizes a format by its signature, never by name or `file.type` (T12). `head` is the beginning of the file; 65,536 bytes
   * are enough for any (only a long comment in front of an SVG's root element needs more than 64 bytes). `undefined`: not an
   * image that is known here.
   */
  sniff: (head: Uint8Array) => MediaType | undefined;
  /** The result of `inspectImage`. */
  inspect: (reader: ByteReader) => Promise<ImageHeader | undefined>;
  /**
   * Whether the file ends before its picture does, judged by the file's own structure: browsers disagree. For half a JPEG
   * Chromium makes no bitmap, Firefox one with the top half, WebKit a blank one.
   */
  isTruncated: (reader: ByteReader, header: Pick<ImageHeader, "mediaType">) => Promise<boolean>;
  /** The problem in a file's structure, if any. Checked before anything is decoded: browsers disagree about damaged files, and some crash. */
  findProblem: (reader: ByteReader, header: Pick<ImageHeader, "mediaType">) => Promise<Problem | undefined>;
  /**
   * Browsers disagree about what a few files mean: which of two EXIF blocks counts, where an animation's first frame is, whether
   * the fourth byte of a pixel is alpha. Resolves to a file that can be read in only one way, with the same pixels, or to
   * `undefined` if the file is like that already.
   */
  normalize: (reader: ByteReader, header: ImageHeader) => Promise<Blob | undefined>;
  /**
   * Removes from a file all that is not needed to draw it, without decoding: position, camera, thumbnail, comments, further
   * pictures, anything after the picture. The decoded pixels stay exactly the same.
   *
   * `undefined`: not possible without loss, so the picture must be encoded again: a colour profile other than sRGB or four colour
   * components (without the profile the colours would be wrong), an animation, a damaged structure, a format that is never sent.
   * The orientation is removed with the EXIF: a picture that is not upright must be rotated first. With `keepProfile` a profile
   * other than sRGB stays in the file, and does not prevent stripping.
   *
   * `removed` says what was removed, e.g. `"EXIF (with GPS position)"`; it is empty, and `bytes` are unchanged, if nothing was.
   */
  strip: (bytes: Uint8Array<ArrayBuffer>, mediaType: MediaType, options?: StripOptions) => Stripped | undefined;
  /**
   * A small picture that is in the file, upright, as a JPEG of its own. `undefined`: there is none, or none that can be trusted.
   */
  thumbnail: (reader: ByteReader) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** `undefined`: sRGB, or nothing that matters to a browser. */
  readColours: (reader: ByteReader, mediaType: MediaType) => Promise<Colours | undefined>;
}

/** The first format whose `sniff` returns a type takes the file. */
export function createRegistry(formats: readonly Format[]): Registry {
  const byMediaType = new Map(
    formats.flatMap((format) => format.mediaTypes.map((mediaType) => [mediaType, format] as const)),
  );

  const formatOf = (mediaType: MediaType): Format | undefined => byMediaType.get(mediaType);

  function sniff(head: Uint8Array): MediaType | undefined {
    for (const format of formats) {
      const mediaType = format.sniff(head);
      if (mediaType !== undefined) return mediaType;
    }
    return undefined;
  }

  async function inspect(reader: ByteReader): Promise<ImageHeader | undefined> {
    const mediaType = sniff(await reader.read(0, FIRST_READ_BYTES));
    const format = mediaType && formatOf(mediaType);
    const stored = format && (await format.header(reader, mediaType));
    if (!stored || (!format.facts?.mayLackSize && (stored.width <= 0 || stored.height <= 0))) return undefined;
    const isSwapped = stored.orientation >= 5;
    return {
      ...stored,
      mediaType,
      width: isSwapped ? stored.height : stored.width,
      height: isSwapped ? stored.width : stored.height,
      bytes: reader.size,
    };
  }

  const isTruncated: Registry["isTruncated"] = async (reader, { mediaType }) =>
    (await formatOf(mediaType)?.isTruncated?.(reader)) ?? false;

  const findProblem: Registry["findProblem"] = async (reader, header) => {
    if (await isTruncated(reader, header)) return { kind: "truncated", why: "its end is missing" };
    return formatOf(header.mediaType)?.problem?.(reader);
  };

  const normalize: Registry["normalize"] = async (reader, header) => {
    const pieces = await formatOf(header.mediaType)?.normalize?.(reader, header);
    const parts = pieces?.map((piece) => ("from" in piece ? reader.blob.slice(piece.from, piece.to) : piece));
    return parts && new Blob(parts, { type: header.mediaType });
  };

  const strip: Registry["strip"] = (bytes, mediaType, options = {}) =>
    sniff(bytes) === mediaType ? formatOf(mediaType)?.strip?.(bytes, options) : undefined;

  const thumbnail: Registry["thumbnail"] = async (reader) => {
    const mediaType = sniff(await reader.read(0, FIRST_READ_BYTES));
    const format = mediaType && formatOf(mediaType);
    if (!mediaType || !format?.thumbnail) return undefined;
    const stored = await format.header(reader, mediaType);
    return stored && format.thumbnail(reader, stored);
  };

  const readColours: Registry["readColours"] = async (reader, mediaType) => formatOf(mediaType)?.colours?.(reader);

  return {
    mediaTypes: [...byMediaType.keys()],
    formatOf,
    sniff,
    inspect,
    isTruncated,
    findProblem,
    normalize,
    strip,
    thumbnail,
    readColours,
  };
}
