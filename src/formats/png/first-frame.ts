import { type ByteReader, readExactly } from "../byte-reader.js";
import { u32be } from "../bytes.js";
import { pngChunks } from "./chunks.js";
import { pngChunk } from "./write-png.js";
import type { Size } from "../../shared/types.js";
import type { Piece } from "../piece.js";

/** A frame's own data begins with its number in the sequence. */
const SEQUENCE_BYTES = 4;

interface Frames {
  /** Where the first IDAT begins. */
  at: number;
  /** The picture in the IDATs is the animation's first frame; otherwise only programs that do not know animations show it. */
  isFirst: boolean;
  /** As stored. */
  size: Size;
}

/**
 * The pixels of an animation's first frame, and an end chunk. If the first frame is smaller than the picture, the still picture
 * is used instead.
 */
export async function firstFrame(reader: ByteReader, { at, isFirst, size }: Frames): Promise<Piece[]> {
  let stillEnd = at;
  let frame: Piece[] | undefined;
  for await (const chunk of pngChunks(reader, { at })) {
    if (chunk.to > reader.size) break;
    if (chunk.type === "IDAT" && stillEnd === chunk.from) {
      stillEnd = chunk.to;
    } else if (isFirst || chunk.type === "IEND" || (frame && chunk.type === "fcTL")) {
      return [...(frame?.length ? frame : [{ from: at, to: stillEnd }]), end()];
    } else if (chunk.type === "fcTL") {
      const control = await reader.read(chunk.from + 8 + SEQUENCE_BYTES, 16);
      const isFullSize =
        u32be(control, 0) === size.width &&
        u32be(control, 4) === size.height &&
        u32be(control, 8) + u32be(control, 12) === 0;
      if (!isFullSize) return [{ from: at, to: stillEnd }, end()];
      frame = [];
    } else if (frame && chunk.type === "fdAT") {
      const content = chunk.from + 8 + SEQUENCE_BYTES;
      const bytes = Math.max(0, chunk.to - 4 - content);
      frame.push(pngChunk("IDAT", await readExactly(reader, content, bytes)));
    }
  }
  // The chunk is truncated: what there is of it stays as it is.
  return frame?.length ? frame : [{ from: at, to: reader.size }];
}

const end = (): Piece => pngChunk("IEND", new Uint8Array(0));
