/** Writes samples of 8 bits into the picture, according to their meaning in the file. */
import { linearToSrgb } from "../../formats/icc/srgb-curve.js";
import type { Chunk } from "./unpack-chunk.js";
import { PHOTOMETRIC, TAGS, type TiffPage } from "./page.js";

/** RGBA, straight alpha, as stored. */
export interface Canvas {
  width: number;
  height: number;
  data: Uint8ClampedArray<ArrayBuffer>;
}

/** `plane`: which sample of the pixels this is, if they are in planes. `finish` applies the palette. */
export function placeChunk(
  samples: Uint8Array,
  chunk: Chunk,
  { left, top, plane }: { left: number; top: number; plane: number },
  { width, height, data }: Canvas,
  page: TiffPage,
): void {
  const [columns, rows] = [Math.min(chunk.width, width - left), Math.min(chunk.height, height - top)];
  const colours = Math.min(4, page.samples);
  for (let y = 0; y < rows; y++) {
    let from = y * chunk.width * chunk.samples;
    let to = ((top + y) * width + left) * 4;
    for (let x = 0; x < columns; x++, from += chunk.samples, to += 4) {
      if (page.isPlanar) {
        if (plane < 4) data[to + plane] = samples[from]!;
      } else for (let one = 0; one < colours; one++) data[to + one] = samples[from + one]!;
    }
  }
}

function coloursBefore({ photometric }: TiffPage): number {
  return photometric === PHOTOMETRIC.inks ? 4 : photometric === PHOTOMETRIC.rgb || photometric >= 6 ? 3 : 1;
}

/** Turns the first four samples of each pixel into RGBA, in place. */
export function finishPixels({ data }: Canvas, page: TiffPage): void {
  const { photometric, alpha } = page;
  const paint = painterOf(page);
  const alphaAt = coloursBefore(page);
  const hasAlpha = alpha !== "none" && alphaAt < Math.min(4, page.samples);
  for (let at = 0; at < data.length; at += 4) {
    const opacity = hasAlpha ? data[at + alphaAt]! : 255;
    paint(data, at);
    data[at + 3] = opacity;
    if (hasAlpha && alpha === "premultiplied" && opacity > 0 && opacity < 255 && photometric !== PHOTOMETRIC.palette)
      for (let one = 0; one < 3; one++) data[at + one] = (data[at + one]! * 255) / opacity;
  }
}

type Paint = (data: Uint8ClampedArray, at: number) => unknown;

function painterOf({ photometric, directory, bits }: TiffPage): Paint {
  switch (photometric) {
    case PHOTOMETRIC.whiteIsZero:
      return (data, at) => (data[at] = data[at + 1] = data[at + 2] = 255 - data[at]!);
    case PHOTOMETRIC.palette:
      return byPalette(directory.get(TAGS.palette) ?? [], bits);
    case PHOTOMETRIC.rgb:
      return () => {};
    case PHOTOMETRIC.inks:
      return fromInks;
    case PHOTOMETRIC.ycbcr:
      return fromYcbcr;
    case PHOTOMETRIC.lab:
      return (data, at) => fromLab(data, at, (data[at + 1]! << 24) >> 24, (data[at + 2]! << 24) >> 24);
    case PHOTOMETRIC.iccLab:
      return (data, at) => fromLab(data, at, data[at + 1]! - 128, data[at + 2]! - 128);
    default:
      return (data, at) => (data[at + 1] = data[at + 2] = data[at]!);
  }
}

/** All reds, then all greens, then all blues, of 16 bits; some files have 8 bits. */
function byPalette(palette: readonly number[], bits: number): Paint {
  const count = Math.min(1 << bits, Math.floor(palette.length / 3));
  const shift = palette.some((level) => level > 255) ? 8 : 0;
  return (data, at) => {
    const index = data[at]!;
    for (let one = 0; one < 3; one++) data[at + one] = index < count ? palette[one * count + index]! >> shift : 0;
  };
}

const fromInks: Paint = (data, at) => {
  const light = 255 - data[at + 3]!;
  for (let one = 0; one < 3; one++) data[at + one] = ((255 - data[at + one]!) * light) / 255;
};

const fromYcbcr: Paint = (data, at) => {
  const [y, cb, cr] = [data[at]!, data[at + 1]! - 128, data[at + 2]! - 128];
  data[at] = y + 1.402 * cr;
  data[at + 1] = y - 0.344136 * cb - 0.714136 * cr;
  data[at + 2] = y + 1.772 * cb;
};

/** CIE L*a*b* of D50 to sRGB, by Bradford's matrix. */
function fromLab(data: Uint8ClampedArray, at: number, a: number, b: number): void {
  const fy = ((data[at]! * 100) / 255 + 16) / 116;
  const [x, y, z] = [inverse(fy + a / 500) * 0.96422, inverse(fy), inverse(fy - b / 200) * 0.82521];
  data[at] = encoded(3.1338561 * x - 1.6168667 * y - 0.4906146 * z);
  data[at + 1] = encoded(-0.9787684 * x + 1.9161415 * y + 0.033454 * z);
  data[at + 2] = encoded(0.0719453 * x - 0.2289914 * y + 1.4052427 * z);
}

const inverse = (f: number): number => (f > 6 / 29 ? f ** 3 : (f - 4 / 29) * 3 * (6 / 29) ** 2);
const encoded = (light: number): number => 255 * linearToSrgb(Math.min(1, Math.max(0, light)));
