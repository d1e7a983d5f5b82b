/** 24-bit BMP, which sharp does not write: rows from the bottom up, BGR, padded to four bytes. */
export function bmp(rgb, width, height) {
  const stride = (width * 3 + 3) & ~3;
  const file = Buffer.alloc(54 + stride * height);
  file.write("BM", 0, "latin1");
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  file.writeUInt32LE(stride * height, 34);
  for (let y = 0; y < height; y++) {
    let to = 54 + (height - 1 - y) * stride;
    for (let from = y * width * 3; from < (y + 1) * width * 3; from += 3, to += 3) {
      file[to] = rgb[from + 2];
      file[to + 1] = rgb[from + 1];
      file[to + 2] = rgb[from];
    }
  }
  return file;
}
