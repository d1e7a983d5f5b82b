/**
 * The same picture in other bytes: WebKit keeps what it decoded of a `data:` address, so that a contestant who makes one of the file
 * decoded a 12 megapixel AVIF in 190 ms from the third turn on, and in 420 the first two times.
 */

const u32 = (value) => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const ascii = (text) => [...text].map((letter) => letter.charCodeAt(0));

const behindTheEnd = (file, number) => [file, Uint8Array.from(u32(number))];

/** What each format has for whatever nobody looks at. */
const WAYS = {
  "image/jpeg": (file, number) => [file.slice(0, 2), Uint8Array.of(0xff, 0xfe, 0, 6, ...u32(number)), file.slice(2)],
  // Little-endian: the size of all that follows, then of this.
  "image/webp": (file, number) => [file.slice(0, 4), Uint8Array.from(u32(file.size + 4)).reverse(), file.slice(8), Uint8Array.of(...ascii("turn"), 4, 0, 0, 0, ...u32(number))],
  "image/avif": (file, number) => [file, Uint8Array.of(...u32(12), ...ascii("free"), ...u32(number))],
  "image/png": behindTheEnd,
  "image/bmp": behindTheEnd,
};

/** Nothing of the file is copied. */
export function ownCopy(file, number) {
  return new File(WAYS[file.type](file, number), file.name, { type: file.type });
}
