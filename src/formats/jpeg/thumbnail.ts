import { concat } from "../../shared/concat.js";
import type { Orientation, Size } from "../../shared/types.js";
import { type ByteReader, createByteReader } from "../byte-reader.js";
import { exifThumbnail } from "../exif/exif-thumbnail.js";
import type { StoredHeader } from "../format.js";
import { EXIF_PREFIX_BYTES, payloadOf, readJpeg } from "./header.js";
import { APP1, headerSegments } from "./markers.js";
import { jpegExif } from "./normalize.js";
import { stripJpeg } from "./strip.js";

/** Cameras write 160x120, phones up to 512x384. A larger one is no thumbnail and too slow for the page to decode. */
const MAX_SIDE_PX = 1024;

/**
 * How far its ratio may be from the picture's. 192x256 for 3120x4208 is 1 % off. The thumbnail of a picture that was cropped
 * later is further off, and so is one of 4:3 with black bars, which cameras make for 3:2 (12 %).
 */
const MOST_RATIO_ERROR = 0.04;

const SOI_BYTES = 2;

/** The EXIF thumbnail, without metadata except the orientation, which all browsers apply to a JPEG. Nothing is decoded. */
export async function jpegThumbnail(
  reader: ByteReader,
  header: StoredHeader,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const thumbnail = await findThumbnail(reader);
  const size = thumbnail && (await readJpeg(createByteReader(new Blob([thumbnail])), "image/jpeg"));
  const orientation = size && orientationOf(size, header);
  const stripped = orientation && stripJpeg(thumbnail, { keepProfile: true });
  if (!stripped) return undefined;
  return orientation === 1 ? stripped.bytes : concat([jpegExif(orientation), stripped.bytes.subarray(SOI_BYTES)]);
}

async function findThumbnail(reader: ByteReader): Promise<Uint8Array<ArrayBuffer> | undefined> {
  for await (const segment of headerSegments(reader)) {
    if (segment.marker !== APP1) continue;
    const exif = await payloadOf(reader, segment, "Exif\0");
    const thumbnail = exif && exifThumbnail(exif.subarray(EXIF_PREFIX_BYTES));
    if (thumbnail) return thumbnail.slice();
  }
  return undefined;
}

/** Its orientation: the picture's, or upright if a program rotated it already. `undefined`: it shows another picture. */
function orientationOf(thumbnail: Size, { orientation, ...stored }: StoredHeader): Orientation | undefined {
  if (Math.max(thumbnail.width, thumbnail.height) > MAX_SIDE_PX) return undefined;
  if (isAlike(thumbnail, stored)) return orientation;
  const isRotated = orientation >= 5 && isAlike(thumbnail, { width: stored.height, height: stored.width });
  return isRotated ? 1 : undefined;
}

function isAlike(one: Size, other: Size): boolean {
  const error = (one.width * other.height) / (one.height * other.width) - 1;
  return Math.abs(error) <= MOST_RATIO_ERROR;
}
