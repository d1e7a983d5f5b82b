/** Whether a JPEG says where it was taken: its EXIF has a GPS directory. Reads the first 65,536 bytes, where cameras write it. */
export async function hasGps(file: Blob): Promise<boolean> {
  const bytes = new Uint8Array(await file.slice(0, 65_536).arrayBuffer());
  const tiffAt = new TextDecoder("latin1").decode(bytes).indexOf("Exif\0\0") + 6;
  if (tiffAt < 6) return false;
  const view = new DataView(bytes.buffer, tiffAt);
  if (view.byteLength < 8) return false;
  const isLittle = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > view.byteLength) return false;
  for (let entry = 0; entry < view.getUint16(directory, isLittle); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 2 > view.byteLength) return false;
    if (view.getUint16(at, isLittle) === GPS_DIRECTORY) return true;
  }
  return false;
}

const GPS_DIRECTORY = 0x8825;
