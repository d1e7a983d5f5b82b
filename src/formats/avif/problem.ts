import { quoteSize } from "../../shared/format-figures.js";
import { av1Size, SEQUENCE_HEADER_BYTES } from "./av1.js";
import { type ByteReader, readExactly } from "../byte-reader.js";
import { codedItems, type CodedPicture } from "../heif/items.js";
import { propertiesOf, statedSize } from "../heif/properties.js";
import { heifBoxes } from "../heif/header.js";
import { codedSamples, tracksIn } from "../heif/tracks.js";
import type { Size } from "../../shared/types.js";
import { isCostly } from "../size-problem.js";
import type { Problem } from "../problem.js";

/** Tiles of a grid beyond this number are not checked; 64 tiles of phones' size are 16 megapixels. */
const MOST_PICTURES = 64;

/**
 * A container states sizes, and so does each AV1 stream in it. If they differ, libavif scales up the stream's picture: two
 * kilobytes cost Chromium 750 MB and WebKitGTK 2.6 GB. Checked only if the stated size would cost more than a photo does.
 */
export async function avifProblem(reader: ByteReader): Promise<Problem | undefined> {
  const pictures: CodedPicture[] = [];
  let complete: Size | undefined;
  for await (const { type, content } of heifBoxes(reader)) {
    if (type === "meta") {
      pictures.push(...codedItems(content, "av01", MOST_PICTURES));
      complete = statedSize(propertiesOf(content));
    } else {
      for (const track of tracksIn(content)) pictures.push(...codedSamples(track, "av01"));
    }
  }
  const pixels = pictures.reduce((sum, { stated }) => sum + pixelsOf(stated), 0);
  if (!isCostly(Math.max(pixels, complete ? pixelsOf(complete) : 0))) return undefined;
  if (complete && pixelsOf(complete) > pixels && pictures.length < MOST_PICTURES)
    return { kind: "damaged", why: `nothing in it makes ${quoteSize(complete)} pixels` };
  for (const { stated, from } of pictures) {
    const real = av1Size(await readExactly(reader, from, SEQUENCE_HEADER_BYTES));
    if (!real) return { kind: "damaged", why: "there is no AV1 picture where it says" };
    if (real.width < stated.width || real.height < stated.height) {
      return { kind: "damaged", why: `it states ${quoteSize(stated)} pixels for a picture of ${quoteSize(real)}` };
    }
  }
  return undefined;
}

const pixelsOf = ({ width, height }: Size): number => width * height;
