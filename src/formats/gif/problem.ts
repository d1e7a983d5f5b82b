import { type ByteReader, readExactly } from "../byte-reader.js";
import { u16le } from "../bytes.js";
import { colourTableBytes, EXTENSION, gifBlocks, GRAPHIC_CONTROL, IMAGE, SCREEN_BYTES, skipChain } from "./blocks.js";
import type { Problem } from "../problem.js";
import { MAX_COLOURS, walkLzw } from "./lzw.js";

/**
 * Counts the first frame's pixels without drawing them. Firefox and WebKit fill up a frame whose data ends early, without an
 * error; thirty bytes may state 67 megapixels. Each draws colours that are not in the table in its own way.
 */
export async function gifProblem(reader: ByteReader): Promise<Problem | undefined> {
  const head = await reader.read(0, SCREEN_BYTES);
  let transparent: number | undefined;
  for await (const { bytes, image } of gifBlocks(reader)) {
    if (bytes[0] === EXTENSION) {
      if (bytes[1] === GRAPHIC_CONTROL) transparent = (bytes[3] ?? 0) & 1 ? bytes[6] : undefined;
      continue;
    }
    if (bytes[0] !== IMAGE) return { kind: "damaged", why: "it holds no picture" };
    if (!image) return undefined;
    if (image.width === 0 || image.height === 0) return { kind: "damaged", why: "its picture is 0 pixels large" };
    if (isOutside(image, { width: u16le(head, 6), height: u16le(head, 8) }))
      return { kind: "damaged", why: "its picture lies outside its screen" };
    const end = await skipChain(reader, image.dataStart);
    if (end === undefined) return undefined;
    const data = await readExactly(reader, image.dataStart - 1, end - image.dataStart + 1);
    // The frame's own table, or the screen's.
    const colours = (image.colourBytes || colourTableBytes(head[10] ?? 0)) / 3;
    const problem = walkLzw(data, image.width * image.height, { colours: colours || MAX_COLOURS, transparent });
    return problem ?? (colours === 0 ? { kind: "damaged", why: "it has no colours" } : undefined);
  }
  return undefined;
}

/** No part of it is on the screen: browsers enlarge the screen, clip the picture, or show nothing. */
const isOutside = (image: { left: number; top: number }, screen: { width: number; height: number }): boolean =>
  screen.width > 0 && screen.height > 0 && (image.left >= screen.width || image.top >= screen.height);
