import { avifDamage } from "./heif/avif-problem.js";
import { bmpDamage } from "./bmp/problem.js";
import type { Damage } from "./problem.js";
import { gifDamage } from "./gif/problem.js";
import { jpegDamage } from "./jpeg/problem.js";
import { pngDamage } from "./png/problem.js";
import { webpDamage } from "./webp/problem.js";
import { ImageError } from "../shared/errors.js";
import type { ByteReader } from "./byte-reader.js";
import { FORMAT_NAMES } from "../shared/media-types.js";
import { isTruncated } from "./is-truncated.js";
import type { ImageHeader, MediaType } from "../shared/types.js";

const CHECKS: Readonly<Partial<Record<MediaType, (reader: ByteReader) => Promise<Damage | undefined>>>> = {
  "image/jpeg": jpegDamage,
  "image/png": pngDamage,
  "image/webp": webpDamage,
  "image/gif": gifDamage,
  "image/bmp": bmpDamage,
  "image/avif": avifDamage,
};

/**
 * What is wrong with a file, as far as its own structure tells, before any decoder sees it: engines disagree about damaged
 * files, and some die of them.
 */
export async function findDamage(reader: ByteReader, header: ImageHeader): Promise<Damage | undefined> {
  if (await isTruncated(reader, header)) return { kind: "cut", why: "its end is missing" };
  return CHECKS[header.mediaType]?.(reader);
}

export function damageError({ kind, why }: Damage, { mediaType }: ImageHeader): ImageError {
  const format = FORMAT_NAMES[mediaType];
  switch (kind) {
    case "cut":
      return new ImageError("image-truncated", `The ${format} file is cut off: ${why}. Copy or download it again.`);
    case "damaged":
      return new ImageError("image-undecodable", `The ${format} file is damaged: ${why}. Copy or download it again.`);
    case "unsupported":
      return new ImageError("image-format-unsupported", `This ${format} file cannot be read here: ${why}. Export the picture as JPEG or PNG and add it again.`, { actual: mediaType });
  }
}
