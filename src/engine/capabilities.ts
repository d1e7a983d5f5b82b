/**
 * What this browser's decoders really do, found out by trying, never by its name: versions lie, and so do feature tests. Asked
 * once in each worker, on a few pictures made on the spot; it takes some milliseconds.
 */
import { canDrawOffscreen, exportBlob, makeSurface, release } from "./canvas.js";
import { guard } from "./guard.js";
import { decodeFrame } from "./strategies/decode-frame.js";
import { imageDecoderClass } from "./strategies/image-decoder-api.js";
import { makeBitmap } from "./strategies/make-bitmap.js";
import { asLyingOnItsSide } from "./trial-pictures.js";

export interface Capabilities {
  /** Asked for a smaller picture, `ImageDecoder` gives: the next larger number of eighths, the exact size, or the whole. */
  imageDecoder: "none" | "eighths" | "exact" | "full";
  /** How the pixels of a frame lie when EXIF asks for a turn. */
  frames: "as-stored" | "upright";
  /** What copies of translucent frames hold. */
  copied: "straight" | "premultiplied";
  /** `createImageBitmap` at half the size averages each four pixels. */
  halvesBitmaps: boolean;
  /** There is an `OffscreenCanvas` with a 2D context, and `createImageBitmap`. */
  offscreen: boolean;
}

/** A decoder that has not done 64x48 pixels in two seconds is not one to use. */
const PATIENCE = { timeoutMs: 2_000 };
const WIDTH = 64;
const HEIGHT = 48;

let found: Promise<Capabilities> | undefined;

/** Never rejects: what cannot be tried counts as missing. */
export function capabilities(): Promise<Capabilities> {
  return (found ??= probe());
}

async function probe(): Promise<Capabilities> {
  const offscreen = canDrawOffscreen() && typeof createImageBitmap === "function";
  const least: Capabilities = { imageDecoder: "none", frames: "upright", copied: "straight", halvesBitmaps: false, offscreen };
  if (!offscreen) return least;
  if (!imageDecoderClass()) return { ...least, halvesBitmaps: await attempt(halvesBitmaps, false) };
  const imageDecoder = await attempt<Capabilities["imageDecoder"]>(decodesTo, "none");
  if (imageDecoder === "none") return { ...least, halvesBitmaps: await attempt(halvesBitmaps, false) };
  const [frames, copied] = await Promise.all([attempt<Capabilities["frames"] | undefined>(framesLie, undefined), attempt<Capabilities["copied"] | undefined>(copiesHold, undefined)]);
  // Not knowing how a frame's pixels lie, none can be used.
  return frames && copied ? { ...least, imageDecoder, frames, copied } : least;
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

async function framesLie(): Promise<Capabilities["frames"]> {
  const type = "image/jpeg";
  const lying = asLyingOnItsSide(await guard((await picture(type, "#c86432")).arrayBuffer(), PATIENCE));
  const frame = await decodeFrame(lying, { type }, PATIENCE);
  const { codedWidth } = frame;
  frame.close();
  return codedWidth === WIDTH ? "as-stored" : "upright";
}

async function copiesHold(): Promise<Capabilities["copied"]> {
  const type = "image/png";
  const frame = await decodeFrame(await picture(type, "rgb(200 200 200 / 0.5)"), { type }, PATIENCE);
  const pixels = new Uint8Array(WIDTH * HEIGHT * 4);
  await guard(frame.copyTo(pixels), PATIENCE);
  frame.close();
  return pixels[0]! > 150 ? "straight" : "premultiplied";
}

/** Stripes one pixel wide become even grey only where two and two pixels are averaged. */
async function halvesBitmaps(): Promise<boolean> {
  const half = { width: WIDTH / 2, height: HEIGHT / 2 };
  const striped = await picture("image/png", "#000", (context) => {
    context.fillStyle = "#fff";
    for (let x = 0; x < WIDTH; x += 2) context.fillRect(x, 0, 1, HEIGHT);
  });
  const bitmap = await makeBitmap(striped, "image/png", PATIENCE, { resizeWidth: half.width, resizeQuality: "low" });
  const surface = makeSurface(half);
  surface.context.drawImage(bitmap, 0, 0);
  const { data } = surface.context.getImageData(0, 0, half.width, half.height);
  const isHalf = bitmap.width === half.width && bitmap.height === half.height;
  bitmap.close();
  release(surface);
  return isHalf && data.every((level, at) => at % 4 === 3 || Math.abs(level - 127.5) < 2);
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
