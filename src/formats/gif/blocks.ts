/** The block layer of GIF89a. */
import { type ByteReader, readExactly } from "../byte-reader.js";
import { u16le } from "../bytes.js";

export const EXTENSION = 0x21;
export const IMAGE = 0x2c;
export const TRAILER = 0x3b;
export const GRAPHIC_CONTROL = 0xf9;

/** Signature and logical screen descriptor. */
export const SCREEN_BYTES = 13;
export const IMAGE_DESCRIPTOR_BYTES = 10;

/** Pixels come in chains of blocks of at most 255 bytes, so they are read in larger pieces. */
const CHAIN_READ_BYTES = 262_144;

/** `packed` is the byte of flags in a screen or image descriptor. */
export const colourTableBytes = (packed: number): number => (packed & 0x80 ? 3 << ((packed & 7) + 1) : 0);

export const blocksStart = (head: Uint8Array): number => SCREEN_BYTES + colourTableBytes(head[10] ?? 0);

export interface GifImage {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Where its chain of data blocks begins, after the colour table and the LZW code size; may lie beyond the file. */
  dataStart: number;
  /** Length of its own colour table; 0 if it has none. */
  colourBytes: number;
}

/** The image descriptor whose introducer stands at `at`. */
async function readImage(reader: ByteReader, at: number): Promise<GifImage | undefined> {
  const bytes = await reader.read(at, IMAGE_DESCRIPTOR_BYTES);
  if (bytes.length < IMAGE_DESCRIPTOR_BYTES) return undefined;
  const colourBytes = colourTableBytes(bytes[9] ?? 0);
  return {
    left: u16le(bytes, 1),
    top: u16le(bytes, 3),
    width: u16le(bytes, 5),
    height: u16le(bytes, 7),
    dataStart: at + IMAGE_DESCRIPTOR_BYTES + colourBytes + 1,
    colourBytes,
  };
}

/**
 * Steps over a chain of data blocks as far as `bytes` go. `next`: after the empty block that ends it, or, if it has not ended
 * yet, where it continues (beyond `bytes`).
 */
export function walkChain(bytes: Uint8Array, from: number): { next: number; isEnded: boolean } {
  let at = from;
  while (at < bytes.length) {
    const length = bytes[at] ?? 0;
    if (length === 0) return { next: at + 1, isEnded: true };
    at += length + 1;
  }
  return { next: at, isEnded: false };
}

/** The position after the empty block that ends a chain of data blocks. `undefined`: the file ends first. */
export async function skipChain(reader: ByteReader, from: number): Promise<number | undefined> {
  let at = from;
  while (at < reader.size) {
    const bytes = await reader.read(at, at === from ? 256 : CHAIN_READ_BYTES);
    if (bytes.length === 0) return undefined;
    const { next, isEnded } = walkChain(bytes, 0);
    at += next;
    if (isEnded) return at;
  }
  return undefined;
}

/** No animation that is shown has this many. */
const MAX_BLOCKS = 65_536;

export interface GifBlock {
  /**
   * Its first seven bytes, fewer at the end of the file: introducer, label, and what a graphic control says about transparency.
   */
  bytes: Uint8Array;
  /** Given for an image block whose descriptor is complete. */
  image: GifImage | undefined;
}

/**
 * Block after block after the screen descriptor. Ends after the first that is neither an extension nor an image (a trailer,
 * nonsense, the end of the file), and if a chain of data blocks does not end. A chain is walked when the next block is requested.
 */
export async function* gifBlocks(reader: ByteReader): AsyncGenerator<GifBlock> {
  let at: number | undefined = blocksStart(await reader.read(0, SCREEN_BYTES));
  for (let count = 0; at !== undefined && count < MAX_BLOCKS; count++) {
    const bytes = await readExactly(reader, at, 7);
    const image: GifImage | undefined = bytes[0] === IMAGE ? await readImage(reader, at) : undefined;
    yield { bytes, image };
    if (!image && bytes[0] !== EXTENSION) return;
    at = await skipChain(reader, image?.dataStart ?? at + 2);
  }
}
