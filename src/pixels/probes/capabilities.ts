/**
 * Probes what this browser's decoders really do, since neither versions nor feature tests are reliable. Runs once in each worker,
 * on a few generated pictures, and takes some milliseconds.
 */
import { canDrawOffscreen, makeSurface, release } from "../canvas.js";
import { withTimeout } from "../../shared/with-timeout.js";
import { halvingExcess } from "./halving-excess.js";
import { decodeFrame } from "../decoders/decode-frame.js";
import { imageDecoderClass } from "../decoders/image-decoder-api.js";
import { makeBitmap } from "../decoders/make-bitmap.js";
import {
  asLyingOnItsSide,
  mirroredPng,
  PROBE_TIME_LIMIT,
  PROBE_SIZE,
  probePicture,
  withTwelveBits,
} from "./probe-pictures.js";

export interface Capabilities {
  /**
   * What `ImageDecoder` returns when asked for a smaller picture: the next larger number of eighths, the exact size, or the full
   * size.
   */
  imageDecoder: "none" | "eighths" | "exact" | "full";
  /** The order of a frame's pixels if EXIF states a rotation. */
  frames: "as-stored" | "upright";
  /**
   * Frames never state a colour space, not even for a plain picture, as in Firefox. In other browsers only frames with a rare
   * colour space do not state one.
   */
  statesNoColourSpace: boolean;
  /** The alpha format of copies of translucent frames. */
  copiedAlpha: "straight" | "premultiplied";
  /** `ImageDecoder` returns white pixels, in all or a part of the picture, instead of an error, as in Firefox. */
  returnsWhite: boolean;
  /**
   * `createImageBitmap` at half the size averages each group of four pixels, and its rounding makes the picture this many levels
   * brighter. `undefined`: it does not average.
   */
  halvingExcess: number | undefined;
  /** A PNG's eXIf orientation is applied when it is drawn; WebKit does not apply it. */
  rotatesPng: boolean;
  /** Pixels in Display P3 are converted to sRGB when they are put on a canvas. */
  putsDisplayP3: boolean;
  /** There is an `OffscreenCanvas` with a 2D context, and `createImageBitmap`. */
  offscreen: boolean;
}

/** The capabilities assumed until the probes have run: none. */
export const UNPROBED: Capabilities = {
  imageDecoder: "none",
  frames: "upright",
  statesNoColourSpace: false,
  copiedAlpha: "straight",
  returnsWhite: false,
  halvingExcess: undefined,
  rotatesPng: true,
  putsDisplayP3: false,
  offscreen: false,
};

let found: Promise<Capabilities> | undefined;

/** Never rejects: a probe that cannot run counts as missing. */
export function capabilities(): Promise<Capabilities> {
  return (found ??= probeAll());
}

async function probeAll(): Promise<Capabilities> {
  const offscreen = canDrawOffscreen() && typeof createImageBitmap === "function";
  const least: Capabilities = { ...UNPROBED, offscreen };
  if (!offscreen) return least;
  least.rotatesPng = await attempt(rotatesPng, true);
  least.putsDisplayP3 = await attempt(putsDisplayP3, false);
  const imageDecoder = imageDecoderClass() ? await attempt<Capabilities["imageDecoder"]>(decodesTo, "none") : "none";
  if (imageDecoder === "none") {
    return { ...least, halvingExcess: await attempt<number | undefined>(halvingExcess, undefined) };
  }
  const [traits, copiedAlpha, returnsWhite] = await Promise.all([
    attempt<FrameTraits | undefined>(frameTraits, undefined),
    attempt<Capabilities["copiedAlpha"] | undefined>(alphaOfCopies, undefined),
    attempt(decodesToWhite, false),
  ]);
  // If the order of a frame's pixels is unknown, frames cannot be used.
  return traits && copiedAlpha ? { ...least, imageDecoder, ...traits, copiedAlpha, returnsWhite } : least;
}

async function attempt<T>(probe: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await probe();
  } catch {
    return otherwise;
  }
}

async function decodesTo(): Promise<Capabilities["imageDecoder"]> {
  const type = "image/jpeg";
  const requestedPx = 37;
  const frame = await decodeFrame(
    await probePicture(type, "#c86432"),
    { type, desiredWidth: requestedPx, desiredHeight: requestedPx },
    PROBE_TIME_LIMIT,
  );
  const { codedWidth, codedHeight } = frame;
  frame.close();
  if (codedWidth === requestedPx && codedHeight === requestedPx) return "exact";
  return codedWidth < PROBE_SIZE.width ? "eighths" : "full";
}

type FrameTraits = Pick<Capabilities, "frames" | "statesNoColourSpace">;

async function frameTraits(): Promise<FrameTraits> {
  const type = "image/jpeg";
  const lying = asLyingOnItsSide(
    await withTimeout((await probePicture(type, "#c86432")).arrayBuffer(), PROBE_TIME_LIMIT),
  );
  const frame = await decodeFrame(lying, { type }, PROBE_TIME_LIMIT);
  const {
    codedWidth,
    colorSpace: { primaries, transfer },
  } = frame;
  frame.close();
  return {
    frames: codedWidth === PROBE_SIZE.width ? "as-stored" : "upright",
    statesNoColourSpace: primaries === null && transfer === null,
  };
}

/** Rejects if the decoder behaves correctly. */
async function decodesToWhite(): Promise<boolean> {
  const type = "image/jpeg";
  const impossible = withTwelveBits(
    await withTimeout((await probePicture(type, "#c86432")).arrayBuffer(), PROBE_TIME_LIMIT),
  );
  const frame = await decodeFrame(impossible, { type }, PROBE_TIME_LIMIT);
  frame.close();
  return true;
}

async function alphaOfCopies(): Promise<Capabilities["copiedAlpha"]> {
  const type = "image/png";
  const frame = await decodeFrame(await probePicture(type, "rgb(200 200 200 / 0.5)"), { type }, PROBE_TIME_LIMIT);
  const pixels = new Uint8Array(PROBE_SIZE.width * PROBE_SIZE.height * 4);
  await withTimeout(frame.copyTo(pixels), PROBE_TIME_LIMIT);
  frame.close();
  return pixels[0]! > 150 ? "straight" : "premultiplied";
}

async function rotatesPng(): Promise<boolean> {
  const bitmap = await makeBitmap(mirroredPng(), "image/png", PROBE_TIME_LIMIT);
  const surface = makeSurface({ width: 2, height: 1 });
  surface.context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const [left] = surface.context.getImageData(0, 0, 1, 1).data;
  release(surface);
  return left === 0;
}

/** Its red of 200 is 217 in sRGB. */
async function putsDisplayP3(): Promise<boolean> {
  const surface = makeSurface({ width: 1, height: 1 });
  surface.context.putImageData(
    new ImageData(Uint8ClampedArray.of(200, 0, 0, 255), 1, 1, { colorSpace: "display-p3" }),
    0,
    0,
  );
  const [red] = surface.context.getImageData(0, 0, 1, 1).data;
  release(surface);
  return Math.abs(red! - 217) <= 2;
}
