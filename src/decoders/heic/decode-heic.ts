import { createByteReader } from "../../formats/byte-reader.js";
import { heifBoxes } from "../../formats/heif/header.js";
import { type ItemProperty, propertiesOf } from "../../formats/heif/properties.js";
import { fourCc, u16be } from "../../formats/bytes.js";
import { topBoxes } from "../../formats/iso/boxes.js";
import { isDisplayP3Profile } from "../../formats/icc/known-profile.js";
import { ImageError, messageOf } from "../../shared/errors.js";
import { readBytes } from "../../shared/read-bytes.js";
import { tooManyPixels } from "../../shared/validate.js";
import { displayP3ToSrgb } from "../display-p3-to-srgb.js";
import { decodeHeif } from "./libheif.js";

/** SMPTE EG 432-1 primaries and the sRGB curve, as ISO/IEC 23091-2 numbers them. */
const P3_PRIMARIES = 12;
const SRGB_CURVE = 13;

/** The most bytes that may be missing from a file that is decoded in part. */
const MAX_MISSING_BYTES = 64_000_000;

interface HeicRequest {
  maxPixels: number;
  /** Whether part of a picture is wanted if the file ends early. */
  truncated: "reject" | "accept";
}

/** Upright, in sRGB. Rejects with `ImageError`, or with anything for a damaged file. */
export async function decodeHeic(file: Blob, { maxPixels, truncated }: HeicRequest): Promise<ImageData> {
  const isP3 = await isInDisplayP3(file);
  const missingBytes = truncated === "accept" ? await bytesMissing(file) : 0;
  // libheif shows nothing of a tile that is incomplete.
  const bytes = new Uint8Array(await readBytes(new Blob([file, new Uint8Array(missingBytes)])));
  const picture = await decodeHeif(bytes, (size) => {
    if (size.height > maxPixels / size.width) throw tooManyPixels(size, maxPixels);
  }).catch((cause: unknown) => {
    throw messageOf(cause).startsWith("Unsupported") ? unknownKind(cause) : cause;
  });
  if (isP3) displayP3ToSrgb(picture.data);
  return new ImageData(picture.data, picture.width, picture.height);
}

/**
 * How many bytes a file that ends early lacks, by the lengths that its boxes state. The pipeline already knows that it ends
 * early, and reports it.
 */
async function bytesMissing(file: Blob): Promise<number> {
  let end = file.size;
  for await (const box of topBoxes(createByteReader(file))) end = Math.max(end, box.end);
  return end - file.size <= MAX_MISSING_BYTES ? end - file.size : 0;
}

/** libheif does not convert colours. Phones take photos in Display P3; any other profile is treated as sRGB. */
async function isInDisplayP3(file: Blob): Promise<boolean> {
  for await (const { type, content } of heifBoxes(createByteReader(file))) {
    if (type === "meta") return propertiesOf(content).some(isDisplayP3);
  }
  return false;
}

function isDisplayP3({ type, content }: ItemProperty): boolean {
  if (type !== "colr") return false;
  if (fourCc(content, 0) === "nclx") return u16be(content, 4) === P3_PRIMARIES && u16be(content, 6) === SRGB_CURVE;
  return isDisplayP3Profile(content.subarray(4));
}

function unknownKind(cause: unknown): ImageError {
  const message = "This HEIF file is of a kind that the decoder does not know. Export it as JPEG and add it again.";
  return new ImageError("image-undecodable", message, { cause: messageOf(cause) });
}
