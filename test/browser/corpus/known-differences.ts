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
  "corpus/jpeg/ycck_adobe_pil_sample_cmyk.jpg": { mean: 9, worstField: 20, why: "four inks without a profile: libvips assumes one, browsers use the plain formula" },
  "corpus/png/apng_delay.png": { mean: 255, worstField: 255, why: "its default picture is not part of the animation; every browser shows the first frame, libvips the default picture" },
  "corpus/avif/large_1920x1080.avif": { mean: 10, worstField: 20, why: "it does not say which matrix its colours were coded with; libheif and the browsers assume different ones" },
};
