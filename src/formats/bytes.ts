/**
 * Reads numbers from byte arrays without a DataView for each (a header takes dozens of reads). Bytes past the end count as 0, so
 * lengths must be checked where they matter.
 */

export const u16be = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

export const u16le = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

export const u24le = (bytes: Uint8Array, at: number): number => u16le(bytes, at) | ((bytes[at + 2] ?? 0) << 16);

/** `>>> 0`: a bit operation alone would give a negative number from 2^31 on. */
export const u32be = (bytes: Uint8Array, at: number): number => ((u16be(bytes, at) << 16) | u16be(bytes, at + 2)) >>> 0;

export const u32le = (bytes: Uint8Array, at: number): number => ((u16le(bytes, at + 2) << 16) | u16le(bytes, at)) >>> 0;

export const i32le = (bytes: Uint8Array, at: number): number => u32le(bytes, at) | 0;

/** Four letters, as chunk and box types have them. */
export const fourCc = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/**
 * The first bytes of a file or of a part of it. Text is ASCII only, bytes from 0x80 on are written as numbers: a minifier writes
 * "\xff" as the character itself, and a page without a stated charset reads that as two others.
 */
export type Signature = string | readonly number[];

/** Whether the bytes from `at` on are those of the signature. */
export function startsWith(bytes: Uint8Array, signature: Signature, at = 0): boolean {
  if (at + signature.length > bytes.length) return false;
  for (let i = 0; i < signature.length; i++) {
    if (bytes[at + i] !== (typeof signature === "string" ? signature.charCodeAt(i) : signature[i])) return false;
  }
  return true;
}

/** The bytes of a text; ASCII only. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));
