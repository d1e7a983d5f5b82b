/** Where a browser and the reference decoder rightly show different things; everything else is held to `TOLERANCE`. */
import type { Distance } from "../../fixtures/reference/compare.js";

/** In levels of 0 to 255; see docs/robustness.md. Our JPEG and the reference's own differ by rounding and resampling only. */
export const TOLERANCE: Distance = { mean: 4, worstField: 16 };

/** Sixteen fields of two pixels each: JPEG's halved colour alone moves one by twenty levels. */
export const TINY_TOLERANCE: Distance = { mean: 4, worstField: 24 };
export const TINY_PX = 64;

export interface Difference extends Distance {
  why: string;
}

/** Paths below `../shared`. */
export const DIFFERENCES: Readonly<Record<string, Difference>> = {
  "corpus/jpeg/ycck_adobe_pil_sample_cmyk.jpg": {
    mean: 9,
    worstField: 20,
    why: "four inks without a profile: libvips assumes one, browsers use the plain formula",
  },
  "corpus/tiff/cmyk_jpeg_strip.tif": {
    mean: 9,
    worstField: 20,
    why: "four inks without a profile, as above, by `tiff()`",
  },
  "corpus/png/apng_delay.png": {
    mean: 255,
    worstField: 255,
    why: "its default picture is not part of the animation; every browser shows the first frame, libvips the default picture",
  },
  "corpus/avif/large_1920x1080.avif": {
    mean: 10,
    worstField: 20,
    why: "it does not say which matrix its colours were coded with; libheif and the browsers assume different ones",
  },
};

/** How far a colour may be from what the file means, in levels. */
export const COLOUR_LEVELS = 2;

export interface ColourDifference {
  /** Of `test/fixtures/reference/colour-files.ts`. */
  files: RegExp;
  what: string;
  /** The most, by browser. */
  levels: Readonly<Record<string, number>>;
  why: string;
}

/** Colours that are sent as the browser decodes them, although the file says otherwise. */
export const COLOUR_DIFFERENCES: readonly ColourDifference[] = [
  {
    files: /in GIF$/,
    what: "a profile in a GIF",
    levels: { chromium: 42, firefox: 42, webkit: 42 },
    why: "an extension that no browser reads",
  },
  {
    files: /^four inks/,
    what: "four inks (CMYK) with a profile",
    levels: { chromium: 26, firefox: 86, webkit: 86 },
    why: "Firefox and WebKitGTK use the plain formula, Chromium its own converter; figures are against LittleCMS",
  },
  {
    files: /^grey of/,
    what: "a grey profile in JPEG and PNG",
    levels: { webkit: 20 },
    why: "WebKitGTK reads profiles of RGB only",
  },
  {
    files: /cICP/,
    what: "Display P3 as a number (cICP) in PNG",
    levels: { webkit: 30 },
    why: "WebKitGTK does not know the chunk",
  },
  {
    files: /cHRM/,
    what: "primaries (cHRM) in PNG",
    levels: { webkit: 30 },
    why: "WebKitGTK reads the gamma beside them only",
  },
];
