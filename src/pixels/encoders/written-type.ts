/** Reads the type of a file that a canvas wrote from its first bytes: the blob's own type cannot be trusted (T12, T13). */
import type { SentMediaType } from "../../shared/types.js";

const SIGNATURES: readonly { mediaType: SentMediaType; offset: number; bytes: readonly number[] }[] = [
  { mediaType: "image/jpeg", offset: 0, bytes: [0xff, 0xd8, 0xff] },
  { mediaType: "image/png", offset: 0, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { mediaType: "image/webp", offset: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
];

export function writtenType(file: Uint8Array): SentMediaType | undefined {
  return SIGNATURES.find(({ offset, bytes }) => bytes.every((byte, at) => file[offset + at] === byte))?.mediaType;
}
