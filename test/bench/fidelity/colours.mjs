/** Colours: profiles, CMYK, 16 bits and transparency, against sharp's colour-managed decode, resized in float64. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { decode, uprightSize } from "./decode.mjs";
import { resizeChannel } from "./lanczos.mjs";
import { photoFolder } from "./photo-folder.mjs";
import { thumbnailSize } from "./thumbnail-size.mjs";

const CORPUS = [
  { path: "jpeg/xmp_adobergb_2000x1072_xmp_test.jpg", mediaType: "image/jpeg", what: "Adobe RGB" },
  { path: "jpeg/icc_prophoto_ProPhoto.jpg", mediaType: "image/jpeg", what: "ProPhoto RGB" },
  { path: "jpeg/ycck_adobe_pil_sample_cmyk.jpg", mediaType: "image/jpeg", what: "CMYK (YCCK)" },
  { path: "jpeg/grayscale_hopper_gray.jpg", mediaType: "image/jpeg", what: "grey" },
  { path: "png/large_alpha_2135x2048_logo.png", mediaType: "image/png", what: "alpha, profile" },
];

/** Files of the corpus where the machine has it, and the same kinds made of a photo, large enough to be decoded small. */
export async function colourInputs(photo) {
  const corpus = join(photoFolder(), "../corpus");
  const found = CORPUS.filter(({ path }) => existsSync(join(corpus, path)));
  const known = found.map(({ path, ...rest }) => ({
    ...rest,
    name: path.split("/").at(-1),
    file: readFileSync(join(corpus, path)),
  }));
  return [...known, ...(await madeOf(photo))];
}

async function madeOf({ file }) {
  const part = () => sharp(file).autoOrient().resize(2400, 1800, { fit: "cover" });
  const fade = await sharp(
    Buffer.from(
      '<svg width="2400" height="1800"><defs><radialGradient id="g"><stop stop-color="#fff"/><stop offset="1" stop-opacity="0"/></radialGradient></defs><rect width="2400" height="1800" fill="url(#g)"/></svg>',
    ),
  )
    .png()
    .toBuffer();
  const make = async (name, what, mediaType, image) => ({ name, what, mediaType, file: await image.toBuffer() });
  return [
    await make("made-srgb.jpg", "sRGB", "image/jpeg", part().jpeg({ quality: 95 })),
    await make("made-display-p3.jpg", "Display P3", "image/jpeg", part().withIccProfile("p3").jpeg({ quality: 95 })),
    await make(
      "made-cmyk.jpg",
      "CMYK, profile",
      "image/jpeg",
      part().toColourspace("cmyk").withIccProfile("cmyk").jpeg({ quality: 95 }),
    ),
    await make("made-16-bit.png", "16 bits", "image/png", part().toColourspace("rgb16").png()),
    await make(
      "made-alpha.png",
      "alpha",
      "image/png",
      part()
        .ensureAlpha()
        .composite([{ input: fade, blend: "dest-in" }])
        .png(),
    ),
  ];
}

/** A box that makes every picture smaller, so that none is passed on as it is. */
export async function colourBox({ file }) {
  const { width, height } = await uprightSize(file);
  return { width: Math.min(1280, Math.ceil(width * 0.6)), height: Math.min(960, Math.ceil(height * 0.6)) };
}

/** Mean error of each result in `files`, by browser, beside what JPEG of that quality costs by itself. */
export async function colourFigures({ name, what, file, box }, files) {
  const source = await decode(file);
  const size = thumbnailSize(source, box);
  const reference = [0, 1, 2].map((channel) => resizeChannel(source, channel, size));
  const levels = Uint8ClampedArray.from(
    { length: size.width * size.height * 3 },
    (_, at) => reference[at % 3][Math.floor(at / 3)],
  );
  const jpeg = await sharp(levels, { raw: { ...size, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
  const browsers = {};
  for (const [browser, made] of Object.entries(files)) {
    browsers[browser] = made.file
      ? { backend: made.backend, error: meanError(await decode(made.file), reference, size) }
      : made;
  }
  return { name, what, jpegError: meanError(await decode(jpeg), reference, size), browsers };
}

/** Mean difference of the levels of red, green and blue; `undefined` when the size is another. */
function meanError({ data, width, height, channels }, reference, size) {
  if (width !== size.width || height !== size.height) return undefined;
  let sum = 0;
  reference.forEach((levels, channel) => {
    for (let pixel = 0; pixel < levels.length; pixel++)
      sum += Math.abs(data[pixel * channels + channel] - levels[pixel]);
  });
  return sum / (3 * width * height);
}
