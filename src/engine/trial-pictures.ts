/** EXIF of one entry, orientation 6: the camera was held on its side. Goes in behind a JPEG's first two bytes. */
const EXIF_SIDEWAYS = [
  0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00, 0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01, 0x01, 0x12,
  0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, 0x06, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
];

/** The same JPEG, saying that it lies on its side. In one part, which Firefox insists on (T19). */
export function asLyingOnItsSide(jpeg: ArrayBuffer): Blob {
  const bytes = new Uint8Array(jpeg);
  const labelled = Uint8Array.from([...bytes.subarray(0, 2), ...EXIF_SIDEWAYS, ...bytes.subarray(2)]);
  return new Blob([labelled], { type: "image/jpeg" });
}
