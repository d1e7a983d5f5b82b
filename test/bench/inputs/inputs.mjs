/** The measured files as data: how each is made, and the size at which it is seen. */
import sharp from "sharp";
import { bmp } from "./bmp.mjs";
import { crop, wholePhoto } from "./photos.mjs";
import { textPage } from "./text-page.mjs";

const photo12 = () => crop("camera24", 4032, 3024, [0.4, 0.5]);
const jpeg = { quality: 95, chromaSubsampling: "4:2:0" };

/** `width` and `height` are upright; `file`'s extension tells the media type. */
export const SINGLES = {
  "jpeg-12": {
    file: "jpeg-12.jpg",
    label: "JPEG 12 MP",
    width: 4032,
    height: 3024,
    make: async () => (await photo12()).jpeg(jpeg).toBuffer(),
  },
  "jpeg-20": {
    file: "jpeg-20.jpg",
    label: "JPEG 20 MP",
    width: 6028,
    height: 3391,
    make: () => wholePhoto("camera20"),
  },
  "jpeg-24": {
    file: "jpeg-24.jpg",
    label: "JPEG 24 MP",
    width: 6000,
    height: 4000,
    make: () => wholePhoto("camera24"),
  },
  "jpeg-42": {
    file: "jpeg-42.jpg",
    label: "JPEG 42 MP",
    width: 8640,
    height: 4860,
    make: () => wholePhoto("enlarged42"),
  },
  progressive: {
    file: "progressive.jpg",
    label: "JPEG 12 MP, progressive",
    width: 4032,
    height: 3024,
    make: async () => (await photo12()).jpeg({ ...jpeg, progressive: true }).toBuffer(),
  },
  rotated: {
    file: "rotated.jpg",
    label: "JPEG 12 MP, EXIF 6",
    width: 3024,
    height: 4032,
    make: async () => (await photo12()).withMetadata({ orientation: 6 }).jpeg(jpeg).toBuffer(),
  },
  p3: {
    file: "p3.jpg",
    label: "JPEG 12 MP, Display P3",
    width: 4032,
    height: 3024,
    make: async () => (await photo12()).withIccProfile("p3").jpeg(jpeg).toBuffer(),
  },
  small: {
    file: "small.jpg",
    label: "JPEG 1000x750, fits",
    width: 1000,
    height: 750,
    make: async () => (await crop("camera24", 1000, 750)).jpeg(jpeg).toBuffer(),
  },
  png: {
    file: "png.png",
    label: "PNG 12 MP",
    width: 4032,
    height: 3024,
    make: async () => (await photo12()).png().toBuffer(),
  },
  webp: {
    file: "webp.webp",
    label: "WebP 12 MP",
    width: 4032,
    height: 3024,
    make: async () => (await photo12()).webp({ quality: 90 }).toBuffer(),
  },
  avif: {
    file: "avif.avif",
    label: "AVIF 12 MP",
    width: 4032,
    height: 3024,
    make: async () => (await photo12()).avif({ quality: 60, effort: 2 }).toBuffer(),
  },
  bmp: {
    file: "bmp.bmp",
    label: "BMP 12 MP",
    width: 4032,
    height: 3024,
    make: async () => bmp(await (await photo12()).removeAlpha().raw().toBuffer(), 4032, 3024),
  },
  screenshot: { file: "screenshot.png", label: "PNG 2560x1600, text", width: 2560, height: 1600, make: textPage },
};

/** 8 to 16 MP in the shapes that cameras have. */
const SHAPES = [
  ["camera24", 4000, 3000],
  ["camera20", 4608, 3072],
  ["seeds16", 4000, 2250],
  ["phone13", 3000, 4000],
  ["camera24", 3264, 2448],
  ["enlarged42", 4896, 3264],
  ["camera24", 4928, 3264],
  ["camera20", 4032, 3024],
  ["phone13", 2448, 3264],
  ["seeds16", 5120, 2880],
  ["camera24", 3456, 3456],
  ["camera24", 3024, 4000],
  ["camera20", 5184, 2916],
  ["enlarged42", 4032, 3024],
  ["seeds16", 3968, 2976],
  ["camera24", 4288, 2848],
  ["camera24", 4160, 3120],
  ["camera20", 3648, 2736],
  ["enlarged42", 3024, 4032],
  ["camera24", 4624, 3468],
];

/** Twenty different photos: what a person drops after a trip. Portraits lie on their side, with EXIF 6, as phones store them. */
export const BATCH = SHAPES.map(([photo, width, height], index) => ({
  file: `batch-${String(index + 1).padStart(2, "0")}.jpg`,
  width,
  height,
  turned: height > width,
  async make() {
    const upright = await crop(photo, width, height, [((index * 7) % 11) / 10, ((index * 3) % 7) / 6]);
    if (!this.turned) return upright.jpeg({ quality: 90 }).toBuffer();
    // EXIF 6 is turned right by a quarter to be seen.
    const lying = await sharp(await upright.png({ compressionLevel: 0 }).toBuffer())
      .rotate(270)
      .toBuffer();
    return sharp(lying).withMetadata({ orientation: 6 }).jpeg({ quality: 90 }).toBuffer();
  },
}));

/** 2 MP, for what is measured by number, not by pixels. */
export const MODEST = {
  file: "modest.jpg",
  width: 1632,
  height: 1224,
  make: async () => (await crop("camera24", 1632, 1224)).jpeg(jpeg).toBuffer(),
};

/** For the short form: seconds, not minutes. */
export const TINY = [
  {
    file: "tiny-landscape.jpg",
    width: 1600,
    height: 1000,
    make: async () => (await crop("camera24", 1600, 1000)).jpeg(jpeg).toBuffer(),
  },
  {
    file: "tiny-portrait.png",
    width: 700,
    height: 1400,
    make: async () => (await crop("camera24", 700, 1400)).png().toBuffer(),
  },
];
