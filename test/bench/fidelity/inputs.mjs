/** What is made small: `{ name, kind, mediaType, file, target, blocks? }`. Real photos where the machine has them, the rest made here. */
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import sharp from "sharp";
import { colourBox, colourInputs } from "./colours.mjs";
import { uprightSize } from "./decode.mjs";
import { photoFolder } from "./photo-folder.mjs";
import { BOX } from "./settings.mjs";
import { takeScreenshots } from "./screenshots.mjs";
import { thumbnailSize } from "./thumbnail-size.mjs";
import { zonePlate } from "./zone-plate.mjs";

const TYPES = { ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png" };
const UNREADABLE = { ".heic": "no browser here decodes HEIC", ".heif": "no browser here decodes HEIF" };

/** The photos of a folder, and each file left out, with the reason. */
function photosIn(folder) {
  const photos = [];
  const skipped = [];
  for (const name of readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)) {
    const extension = extname(name).toLowerCase();
    const mediaType = TYPES[extension];
    if (UNREADABLE[extension]) skipped.push({ name, reason: UNREADABLE[extension] });
    // One sample is a header without a picture, made to be rejected.
    else if (mediaType && !name.startsWith("claims-"))
      photos.push({ name, kind: kindOf(name), mediaType, file: readFileSync(join(folder, name)) });
  }
  return { photos, skipped };
}

const kindOf = (name) => (name.startsWith("screenshot") ? "screenshot" : "photo");

const PLATE = { width: 4032, height: 3024 };

/** Once as JPEG, which browsers may decode small, and once as PNG, which they cannot. */
async function zonePlates() {
  const { data, ...size } = zonePlate(PLATE);
  const plate = () => sharp(data, { raw: { width: size.width, height: size.height, channels: size.channels } });
  const jpeg = await plate().jpeg({ quality: 100, chromaSubsampling: "4:4:4" }).toBuffer();
  const png = await plate().png({ compressionLevel: 3 }).toBuffer();
  return [
    { name: "zone-plate.jpg", kind: "zone-plate", mediaType: "image/jpeg", file: jpeg },
    { name: "zone-plate.png", kind: "zone-plate", mediaType: "image/png", file: png },
  ];
}

/** Stored lying on its side with EXIF orientation 6, as phones store a portrait. */
async function rotatedPhoto({ name, file }) {
  const turned = await sharp(file).autoOrient().toBuffer();
  const jpeg = await sharp(turned).rotate(270).jpeg({ quality: 95 }).withMetadata({ orientation: 6 }).toBuffer();
  return { name: `exif-6-${name.replace(/\.\w+$/, "")}.jpg`, kind: "photo", mediaType: "image/jpeg", file: jpeg };
}

/** The JPEG whose pixels are nearest to twelve million: what most phones take. */
async function typicalPhoto(photos) {
  const jpegs = photos.filter(({ kind, mediaType }) => kind === "photo" && mediaType === "image/jpeg");
  const measured = await Promise.all(jpegs.map(async (photo) => ({ photo, ...(await sharp(photo.file).metadata()) })));
  const apart = ({ width, height }) => Math.abs(width * height - 12e6);
  return measured.toSorted((one, other) => apart(one) - apart(other))[0].photo;
}

/** All of them, or those whose name `wanted` (a regular expression) finds; the `typical` photo; and who was left out, and why. */
export async function gatherInputs({ browser, wanted }) {
  const { photos, skipped } = photosIn(photoFolder());
  const typical = await typicalPhoto(photos);
  const taken = (await takeScreenshots(browser)).map((screenshot) => ({
    ...screenshot,
    kind: "screenshot",
    mediaType: "image/png",
  }));
  const inputs = [];
  for (const input of [...photos, await rotatedPhoto(typical), ...(await zonePlates()), ...taken]) {
    if (!wanted.test(input.name)) continue;
    const size = await uprightSize(input.file);
    const target = thumbnailSize(size, BOX);
    if (target.width === size.width) skipped.push({ name: input.name, reason: "it fits as it is" });
    else inputs.push({ ...input, target });
  }
  return { inputs, typical, skipped };
}

export async function gatherColours(photo) {
  const inputs = await colourInputs(photo);
  return Promise.all(inputs.map(async (input) => ({ ...input, box: await colourBox(input) })));
}
