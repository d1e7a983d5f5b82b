import { startsWith, u16le } from "../bytes.js";
import {
  blocksStart,
  colourTableBytes,
  EXTENSION,
  GRAPHIC_CONTROL,
  IMAGE,
  IMAGE_DESCRIPTOR_BYTES,
  TRAILER,
  walkChain,
} from "./blocks.js";
import { assemble, type Stripped } from "../stripped.js";

const COMMENT = 0xfe;
const PLAIN_TEXT = 0x01;

/** Keeps screen, colour tables, the one image and its graphic control (transparency). */
export function stripGif(bytes: Uint8Array<ArrayBuffer>): Stripped | undefined {
  const removed = new Set<string>();
  let at = blocksStart(bytes);
  const parts: Uint8Array[] = [bytes.subarray(0, at)];
  let images = 0;
  while (bytes[at] !== TRAILER) {
    const kind = bytes[at + 1] ?? 0;
    const isImage = bytes[at] === IMAGE;
    if (!isImage && bytes[at] !== EXTENSION) return undefined;
    const dataStart = isImage ? at + IMAGE_DESCRIPTOR_BYTES + colourTableBytes(bytes[at + 9] ?? 0) + 1 : at + 2;
    const { next, isEnded } = walkChain(bytes, dataStart);
    if (!isEnded) return undefined;
    if (isImage && ++images > 1) return undefined;
    if (isImage || kind === GRAPHIC_CONTROL) parts.push(bytes.subarray(at, next));
    else removed.add(labelOf(kind, bytes.subarray(at + 2, next)));
    at = next;
  }
  if (images === 0 || u16le(bytes, 6) === 0 || u16le(bytes, 8) === 0) return undefined;
  parts.push(bytes.subarray(at, at + 1));
  if (at + 1 < bytes.length) removed.add("trailing data");
  return assemble(bytes, parts, removed);
}

function labelOf(kind: number, content: Uint8Array): string {
  if (kind === COMMENT) return "comment";
  if (kind === PLAIN_TEXT) return "text";
  return startsWith(content, "XMP DataXMP", 1) ? "XMP" : "application data";
}
