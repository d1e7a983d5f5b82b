/**
 * Probes whether this browser's decoders apply a file's colour profile and rotation: WebKitGTK's do not, for some formats. Runs when the
 * first such file is added, which in most pages never happens.
 */
import type { Colours } from "../../formats/icc/colours.js";
import { writePng } from "../../formats/png/write-png.js";
import type { MediaType } from "../../shared/types.js";
import { makeSurface, release } from "../canvas.js";
import { exchangedPicture, exchangedProfile, numberedPicture } from "./converts-pictures.js";
import { makeBitmap } from "../decoders/make-bitmap.js";
import { PROBE_TIME_LIMIT } from "./probe-pictures.js";

/** Between the red of 200 in the file and the 217 that it means. */
const CONVERTED_RED = 208;

const verdicts = new Map<string, Promise<boolean>>();

/** Whether an AVIF is rotated and mirrored by its `irot` and `imir`. Never rejects; `true` if the probe cannot run. */
export function rotatesAvif(): Promise<boolean> {
  return once("rotates", async () => {
    const { left, right } = await endsOf(exchangedPicture("image/avif"), "image/avif");
    return brightness(right) > brightness(left);
  });
}

/** Whether colours of a file of this type are converted to sRGB. Never rejects; `true` if the probe cannot run. */
export function convertsColours(mediaType: MediaType, stated: Colours["stated"]): Promise<boolean> {
  return once(`${mediaType} ${stated}`, async () => {
    // If the browser ignores this profile in a PNG too, converting through a PNG would not help.
    if (!(await convertsPng())) return true;
    if (stated === "by-profile") return isExchanged(await endsOf(exchangedPicture(mediaType), mediaType));
    const { left } = await endsOf(numberedPicture(), mediaType);
    return left[0] > CONVERTED_RED;
  });
}

function convertsPng(): Promise<boolean> {
  return once("png", async () => {
    const png = writePng(Uint8Array.of(255, 0, 0, 255), 1, 1, { profile: exchangedProfile() });
    return isExchanged(await endsOf(png, "image/png"));
  });
}

function once(name: string, probe: () => Promise<boolean>): Promise<boolean> {
  const verdict = verdicts.get(name) ?? probe().catch(() => true);
  verdicts.set(name, verdict);
  return verdict;
}

type Pixel = readonly [red: number, green: number, blue: number];
interface Ends {
  left: Pixel;
  right: Pixel;
}

async function endsOf(bytes: Uint8Array<ArrayBuffer> | undefined, mediaType: MediaType): Promise<Ends> {
  if (!bytes) throw new Error(`There is no probe picture of ${mediaType}.`);
  const bitmap = await makeBitmap(new Blob([bytes], { type: mediaType }), mediaType, PROBE_TIME_LIMIT);
  const { width, height } = bitmap;
  const surface = makeSurface({ width, height });
  surface.context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data } = surface.context.getImageData(0, 0, width, 1);
  release(surface);
  const pixel = (x: number): Pixel => [data[x * 4]!, data[x * 4 + 1]!, data[x * 4 + 2]!];
  return { left: pixel(0), right: pixel(width - 1) };
}

const brightness = ([red, green, blue]: Pixel): number => red + green + blue;

/** One of the ends may be black. */
const isExchanged = ({ left, right }: Ends): boolean => left[1] + right[1] > left[0] + right[0];
