/**
 * Makes public/samples: what a person tries first. Run with `npm run samples`; the same fonts give the same bytes.
 * The text in the pictures is set in Liberation Sans and DejaVu Sans (Debian: fonts-liberation, fonts-dejavu-core).
 * The HEIC needs `heif-enc` (Debian: libheif-examples); without it the one that is there stays.
 */
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { dngOf } from "./dng.mjs";
import { lakeOverlay, logo, valleyOverlay } from "./drawings.mjs";
import { letter, pageSvg, pdfOf, report } from "./pages.mjs";
import { paintLandscape } from "./paint-landscape.mjs";
import { lake, valley } from "./scenes.mjs";
import { screenshot, tallScreenshot } from "./screenshot.mjs";

const folder = fileURLToPath(new URL("../../public/samples/", import.meta.url));

/** sharp composes before it resizes and turns, so a picture that needs both goes through raw pixels in between. */
async function paint(scene, overlay) {
  const raw = { width: scene.width, height: scene.height, channels: 3 };
  const { data, info } = await sharp(paintLandscape(scene), { raw })
    .composite([{ input: overlay(scene.width, scene.height) }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: info });
}

/** 12 megapixels, and nothing else that is special. */
async function landscape() {
  const picture = await paint(lake, lakeOverlay);
  return picture
    .jpeg({ quality: 91, chromaSubsampling: "4:2:0" })
    .withExif({ IFD0: { Make: "Procedural", Model: "Lake 12 MP", Software: "make-samples.mjs" } })
    .toBuffer();
}

/** Stored lying on its side with orientation 6, as phones do, and with the place it was taken at in its GPS block. */
async function phonePhoto() {
  const picture = await paint(valley, valleyOverlay);
  return picture
    .rotate(270)
    .jpeg({ quality: 80, chromaSubsampling: "4:2:0" })
    .withExif({
      IFD0: { Make: "Procedural", Model: "Valley 12 MP", Software: "make-samples.mjs" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "38/1 38/1 3456/100",
        GPSLongitudeRef: "E",
        GPSLongitude: "34/1 49/1 4260/100",
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

const painted = { lake: () => paint(lake, lakeOverlay), valley: () => paint(valley, valleyOverlay) };

/** As `heif-enc -q 40` writes it, an 8-bit HEVC picture without tiles. `undefined`: it is not installed. */
async function heicPhoto() {
  const place = await mkdtemp(join(tmpdir(), "samples-"));
  try {
    const [from, to] = [join(place, "a.png"), join(place, "a.heic")];
    await writeFile(from, await (await painted.valley()).resize({ width: 1512 }).png().toBuffer());
    const { status } = spawnSync("heif-enc", ["-q", "40", from, "-o", to]);
    return status === 0 ? await readFile(to) : undefined;
  } finally {
    await rm(place, { recursive: true });
  }
}

/** The camera was held upright: the pixels lie on their side, and the orientation says so. */
async function rawPhoto() {
  const jpegOf = async (width, quality) => {
    const upright = await (await painted.valley()).resize({ width }).png().toBuffer();
    return sharp(upright)
      .rotate(270)
      .jpeg({ quality, chromaSubsampling: "4:2:0" })
      .toBuffer({ resolveWithObject: true });
  };
  const { data: preview, info } = await jpegOf(1200, 72);
  const { data: small } = await jpegOf(120, 60);
  return dngOf({ preview, width: info.width, height: info.height, thumbnail: small, orientation: 6 });
}

/** Two pages of a fax, one bit a pixel, CCITT G4. */
async function fax() {
  const pages = letter.map((shapes) => sharp(pageSvg(shapes, 200)).flatten().png().toBuffer());
  const joined = sharp(await Promise.all(pages), { join: { animated: true } }).toColourspace("b-w");
  return joined
    .threshold(150)
    .tiff({ compression: "ccittfax4", bitdepth: 1, xres: 200 / 25.4, yres: 200 / 25.4 })
    .toBuffer();
}

/** A valid PNG as far as it goes, whose header claims 3.6 gigapixels: it must be refused before anything is decoded. */
function bomb() {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(60_000, 0);
  header.writeUInt32BE(60_000, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk("IDAT", deflateSync(Buffer.alloc(7501)));
  return Buffer.concat([signature, chunk("IHDR", header), data, chunk("IEND", Buffer.alloc(0))]);
}

const samples = {
  "balloons-rotated.jpg": phonePhoto,
  "lake-12mp.jpg": landscape,
  "logo-transparent.png": () => sharp(logo(1600, 1200)).png({ compressionLevel: 9, palette: false }).toBuffer(),
  "screenshot-small-text.png": () => sharp(screenshot()).removeAlpha().png({ compressionLevel: 9 }).toBuffer(),
  "screenshot-tall.png": () =>
    sharp(tallScreenshot()).png({ compressionLevel: 9, palette: true, colours: 64, dither: 0 }).toBuffer(),
  "balloons.heic": heicPhoto,
  "balloons-raw.dng": rawPhoto,
  "harbour-study.pdf": () => pdfOf(report),
  "order-fax.tiff": fax,
  "claims-60000x60000.png": bomb,
};

/** What `sharp` cannot read, or reads otherwise. */
const seen = {
  "balloons.heic": async () => (await painted.valley()).png().toBuffer(),
  "balloons-raw.dng": async () => (await painted.valley()).modulate({ saturation: 0.55 }).png().toBuffer(),
  "harbour-study.pdf": () => pageSvg(report[1], 100),
  "order-fax.tiff": () => pageSvg(letter[0], 100),
};

/** For the sample buttons, so that the page does not load megabytes to draw them. */
async function thumbnail(file) {
  const small = sharp(file)
    .rotate()
    .flatten({ background: "#ffffff" })
    .resize(240, 180, { fit: "cover", position: "top" });
  return small.webp({ quality: 80 }).toBuffer();
}

await mkdir(`${folder}thumbs`, { recursive: true });
for (const [name, make] of Object.entries(samples)) {
  const file = await make();
  if (!file) continue;
  await writeFile(folder + name, file);
  const picture = seen[name] ? await seen[name]() : file;
  if (make !== bomb) await writeFile(`${folder}thumbs/${name.replace(/\.\w+$/, ".webp")}`, await thumbnail(picture));
  const { size } = await stat(folder + name);
  console.log(`${name}  ${size.toLocaleString("en-US")} bytes`);
}
