/**
 * What this browser's decoders really do, found out by trying, never by its name: versions lie, and so do feature tests. Asked
 * once in each worker, on a few pictures made on the spot; it takes some milliseconds.
 */
import { canDrawOffscreen, exportBlob, makeSurface, release, smoothen } from "./canvas.js";
import { guard } from "./guard.js";
import { decodeFrame } from "./strategies/decode-frame.js";
import { imageDecoderClass } from "./strategies/image-decoder-api.js";
import { makeBitmap } from "./strategies/make-bitmap.js";
import { asLyingOnItsSide, mirroredPng, withTwelveBits } from "./trial-pictures.js";

export interface Capabilities {
  /** Asked for a smaller picture, `ImageDecoder` gives: the next larger number of eighths, the exact size, or the whole. */
  imageDecoder: "none" | "eighths" | "exact" | "full";
  /** How the pixels of a frame lie when EXIF asks for a turn. */
  frames: "as-stored" | "upright";
  /** Frames state no colour space, not even of a plain picture: Firefox's. What states none elsewhere has a rare one. */
  saysNothing: boolean;
  /** What copies of translucent frames hold. */
  copied: "straight" | "premultiplied";
  /** `ImageDecoder` gives a white picture, whole or from where it gave up, instead of an error: Firefox does. */
  pretends: boolean;
  /**
   * `createImageBitmap` at half the size averages each four pixels, and rounding makes the result so many levels too bright on
   * average: 0.375 in WebKit, which rounds every fraction up. `undefined`: it does something else.
   */
  bitmapHalf: number | undefined;
  /** The same of drawing at half the size: -0.31 in Chromium and Firefox, 0.13 in WebKit. 0 where it does something else. */
  drawnHalf: number;
  /** A PNG's eXIf orientation is applied when it is drawn; WebKit leaves it to others. */
  turnsPng: boolean;
  /** There is an `OffscreenCanvas` with a 2D context, and `createImageBitmap`. */
  offscreen: boolean;
}

/** A decoder that has not done 64x48 pixels in two seconds is not one to use. */
export const PATIENCE = { timeoutMs: 2_000 };
const WIDTH = 64;
const HEIGHT = 48;

let found: Promise<Capabilities> | undefined;

/** Never rejects: what cannot be tried counts as missing. */
export function capabilities(): Promise<Capabilities> {
  return (found ??= probe());
}

async function probe(): Promise<Capabilities> {
  const offscreen = canDrawOffscreen() && typeof createImageBitmap === "function";
  const least: Capabilities = { imageDecoder: "none", frames: "upright", saysNothing: false, copied: "straight", pretends: false, bitmapHalf: undefined, drawnHalf: 0, turnsPng: true, offscreen };
  if (!offscreen) return least;
  least.turnsPng = await attempt(turnsPng, true);
  least.drawnHalf = (await attempt<number | undefined>(drawnHalf, undefined)) ?? 0;
  const imageDecoder = imageDecoderClass() ? await attempt<Capabilities["imageDecoder"]>(decodesTo, "none") : "none";
  if (imageDecoder === "none") return { ...least, bitmapHalf: await attempt<number | undefined>(bitmapHalf, undefined) };
  const [traits, copied, pretends] = await Promise.all([
    attempt<FrameTraits | undefined>(frameTraits, undefined),
    attempt<Capabilities["copied"] | undefined>(copiesHold, undefined),
    attempt(pretendsToDecode, false),
  ]);
  // Not knowing how a frame's pixels lie, none can be used.
  return traits && copied ? { ...least, imageDecoder, ...traits, copied, pretends } : least;
}

async function attempt<T>(trial: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await trial();
  } catch {
    return otherwise;
  }
}

async function decodesTo(): Promise<Capabilities["imageDecoder"]> {
  const type = "image/jpeg";
  const asked = 37;
  const frame = await decodeFrame(await picture(type, "#c86432"), { type, desiredWidth: asked, desiredHeight: asked }, PATIENCE);
  const { codedWidth, codedHeight } = frame;
  frame.close();
  if (codedWidth === asked && codedHeight === asked) return "exact";
  return codedWidth < WIDTH ? "eighths" : "full";
}

type FrameTraits = Pick<Capabilities, "frames" | "saysNothing">;

async function frameTraits(): Promise<FrameTraits> {
  const type = "image/jpeg";
  const lying = asLyingOnItsSide(await guard((await picture(type, "#c86432")).arrayBuffer(), PATIENCE));
  const frame = await decodeFrame(lying, { type }, PATIENCE);
  const { codedWidth, colorSpace: { primaries, transfer } } = frame;
  frame.close();
  return { frames: codedWidth === WIDTH ? "as-stored" : "upright", saysNothing: primaries === null && transfer === null };
}

/** Rejects where all is well. */
async function pretendsToDecode(): Promise<boolean> {
  const type = "image/jpeg";
  const impossible = withTwelveBits(await guard((await picture(type, "#c86432")).arrayBuffer(), PATIENCE));
  const frame = await decodeFrame(impossible, { type }, PATIENCE);
  frame.close();
  return true;
}

async function copiesHold(): Promise<Capabilities["copied"]> {
  const type = "image/png";
  const frame = await decodeFrame(await picture(type, "rgb(200 200 200 / 0.5)"), { type }, PATIENCE);
  const pixels = new Uint8Array(WIDTH * HEIGHT * 4);
  await guard(frame.copyTo(pixels), PATIENCE);
  frame.close();
  return pixels[0]! > 150 ? "straight" : "premultiplied";
}

async function bitmapHalf(): Promise<number | undefined> {
  const bitmap = await makeBitmap(await fields(), "image/png", PATIENCE, { resizeWidth: WIDTH / 2, resizeQuality: "low" });
  return bitmap.width === WIDTH / 2 && bitmap.height === HEIGHT / 2 ? brightness(bitmap) : undefined;
}

async function drawnHalf(): Promise<number | undefined> {
  return brightness(await makeBitmap(await fields(), "image/png", PATIENCE));
}

/** How many of each four pixels, a field, are the lighter ones: 0 to 3. */
const lightOnes = (x: number, y: number) => ((x >> 1) + (y >> 1)) % 4;
/** Black and white on the left, to see that four and four are averaged; a level apart on the right, to see how a mean is rounded. */
const shadesAt = (x: number) => (x < WIDTH / 2 ? { dark: 0, light: 255 } : { dark: 100, light: 101 });

function fields(): Promise<Blob> {
  return picture("image/png", "#000", (context) => {
    for (let y = 0; y < HEIGHT; y++) {
      for (let x = 0; x < WIDTH; x++) {
        const { dark, light } = shadesAt(x);
        const level = (x % 2) + (y % 2) * 2 < lightOnes(x, y) ? light : dark;
        context.fillStyle = `rgb(${level},${level},${level})`;
        context.fillRect(x, y, 1, 1);
      }
    }
  });
}

/** Closes it. `undefined`: drawn at half the fields' size it is not their mean, to a level. */
function brightness(bitmap: ImageBitmap): number | undefined {
  const half = { width: WIDTH / 2, height: HEIGHT / 2 };
  const surface = makeSurface(half);
  smoothen(surface);
  surface.context.drawImage(bitmap, 0, 0, half.width, half.height);
  bitmap.close();
  const { data } = surface.context.getImageData(0, 0, half.width, half.height);
  release(surface);
  let brighter = 0;
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      const { dark, light } = shadesAt(x * 2);
      const apart = data[(y * half.width + x) * 4]! - dark - ((light - dark) * lightOnes(x * 2, y * 2)) / 4;
      if (Math.abs(apart) > 1) return undefined;
      brighter += apart;
    }
  }
  return brighter / (half.width * half.height);
}

async function turnsPng(): Promise<boolean> {
  const bitmap = await makeBitmap(mirroredPng(), "image/png", PATIENCE);
  const surface = makeSurface({ width: 2, height: 1 });
  surface.context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const [left] = surface.context.getImageData(0, 0, 1, 1).data;
  release(surface);
  return left === 0;
}

type Paint = (context: ReturnType<typeof makeSurface>["context"]) => void;

async function picture(type: "image/jpeg" | "image/png", colour: string, paint?: Paint): Promise<Blob> {
  const surface = makeSurface({ width: WIDTH, height: HEIGHT });
  surface.context.fillStyle = colour;
  surface.context.fillRect(0, 0, WIDTH, HEIGHT);
  paint?.(surface.context);
  const blob = await guard(exportBlob(surface, type, 0.9), PATIENCE);
  release(surface);
  return blob;
}
