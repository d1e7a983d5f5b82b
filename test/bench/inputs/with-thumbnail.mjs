/** Gives a JPEG what cameras write into it: an EXIF block with a thumbnail, in the place of the block that it has. */
import sharp from "sharp";

const THUMBNAIL_PX = 160;
const APP1 = 0xe1;
const SOS = 0xda;

export async function withThumbnail(file) {
  const { orientation = 1 } = await sharp(file).metadata();
  const thumbnail = await sharp(file).resize(THUMBNAIL_PX).jpeg({ quality: 75 }).toBuffer();
  return Buffer.concat([file.subarray(0, 2), exif(orientation, thumbnail), ...withoutExif(file)]);
}

/** Two directories: the picture's with its orientation, the thumbnail's with where it lies. */
function exif(orientation, thumbnail) {
  const tiff = Buffer.alloc(8 + 18 + 42);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  entry(tiff, 10, 0x0112, 3, orientation * 65_536);
  tiff.writeUInt32BE(26, 22);
  tiff.writeUInt16BE(3, 26);
  entry(tiff, 28, 0x0103, 3, 6 * 65_536);
  entry(tiff, 40, 0x0201, 4, tiff.length);
  entry(tiff, 52, 0x0202, 4, thumbnail.length);
  const payload = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, thumbnail]);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([head, payload]);
}

function entry(tiff, at, tag, type, value) {
  tiff.writeUInt16BE(tag, at);
  tiff.writeUInt16BE(type, at + 2);
  tiff.writeUInt32BE(1, at + 4);
  tiff.writeUInt32BE(value, at + 8);
}

/** What follows SOI. */
function withoutExif(file) {
  const kept = [];
  let at = 2;
  while (file[at + 1] !== SOS) {
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (file[at + 1] !== APP1) kept.push(file.subarray(at, end));
    at = end;
  }
  return [...kept, file.subarray(at)];
}
