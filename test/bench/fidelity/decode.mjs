/** A decoder that is neither the browser's nor Pillow's: sharp, upright, colour-managed to sRGB, on white, 8 bits, RGB. */
import sharp from "sharp";

export async function decode(file) {
  const { data, info } = await sharp(file, { limitInputPixels: false })
    .autoOrient()
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

/** From the header. */
export async function uprightSize(file) {
  const { autoOrient } = await sharp(file, { limitInputPixels: false }).metadata();
  return autoOrient;
}

/** Made as large as `to` again, by a kernel that is nobody's own here: what an unbiased look at the detail kept needs. */
export async function enlarge(picture, to) {
  const { width, height, channels } = picture;
  const { data, info } = await sharp(picture.data, { raw: { width, height, channels } })
    .resize(to.width, to.height, { kernel: "cubic", fit: "fill" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}
