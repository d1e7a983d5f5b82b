/**
 * The same picture in other bytes: WebKit keeps what it decoded of a `data:` address, so that a contestant who makes one of the file
 * decoded a 12 megapixel AVIF in 190 ms from the third turn on, and in 420 the first two times.
 */

const u32 = (value) => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const ascii = (text) => [...text].map((letter) => letter.charCodeAt(0));

const behindTheEnd = (file, number) => [file, Uint8Array.from(u32(number))];

/** What each format has for whatever nobody looks at. In one piece with the signature: Firefox makes no bitmap of a file whose first part is shorter. */
const WAYS = {
  "image/jpeg": (file, number) => [Uint8Array.of(0xff, 0xd8, 0xff, 0xfe, 0, 6, ...u32(number)), file.slice(2)],
  // Little-endian: the size of all that follows, then of this.
  "image/webp": (file, number) => [
    Uint8Array.of(...ascii("RIFF"), ...u32(file.size + 4).reverse(), ...ascii("WEBP")),
    file.slice(12),
    Uint8Array.of(...ascii("turn"), 4, 0, 0, 0, ...u32(number)),
  ],
  "image/avif": (file, number) => [file, Uint8Array.of(...u32(12), ...ascii("free"), ...u32(number))],
  "image/png": behindTheEnd,
  "image/bmp": behindTheEnd,
};

/** Nothing of the file is copied. */
export function ownCopy(file, number) {
  return new File(WAYS[file.type](file, number), file.name, { type: file.type });
}
