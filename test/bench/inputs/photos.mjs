/** Real camera photos beside the project where there are some, else our own 12 MP sample, enlarged. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const at = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const PHOTOS = {
  camera24: { file: at("../shared/photos/camera_24mp_mpo.jpg"), width: 6000, height: 4000 },
  camera20: { file: at("../shared/photos/kleiber_20mp.jpg"), width: 6028, height: 3391 },
  enlarged42: { file: at("../shared/photos/derived_kleiber_42mp.jpg"), width: 8640, height: 4860 },
  seeds16: { file: at("../shared/photos/seeding_16mp.jpg"), width: 5312, height: 2988 },
  phone13: { file: at("../shared/photos/phone_13mp_issue70.jpg"), width: 3120, height: 4208 },
};
const SAMPLE = at("public/samples/lake-12mp.jpg");
const isReal = Object.values(PHOTOS).every(({ file }) => existsSync(file));

/** What the inputs are made of, for the report. */
export const photoSource = isReal ? "camera photos" : "our own 12 MP sample, enlarged";

/** The photo's own file, or one of the same size. */
export function wholePhoto(name) {
  const { file, width, height } = PHOTOS[name];
  if (isReal) return readFile(file);
  return sharp(SAMPLE).resize(width, height, { fit: "cover" }).jpeg({ quality: 90 }).toBuffer();
}

/** A part of the photo, pixel for pixel; `at` says how far across and down it lies, 0 to 1. */
export async function crop(name, width, height, [across, down] = [0.5, 0.5]) {
  const whole = PHOTOS[name];
  const left = Math.round((whole.width - width) * across);
  const top = Math.round((whole.height - height) * down);
  return sharp(await wholePhoto(name)).extract({ left, top, width, height });
}
