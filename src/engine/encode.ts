/** One job, from file to file: decode, resample, turn, flatten, encode. The same code runs in a worker and on the page. */
import type { EncodeFailure, EncodeJob, EncodeOutcome } from "../core/engine-contract.js";
import type { Size } from "../core/types.js";
import { coverOf } from "./alpha.js";
import { exportBlob, makeSurface, release } from "./canvas.js";
import { guard, isTimeout, type Patience, reasonOf } from "./guard.js";
import { isCanvasHonest } from "./honesty.js";
import { isUnturned, type Picture, swapped, turnUpright } from "./orientation.js";
import { resample } from "./resample/resample.js";
import { writtenType } from "./signature.js";
import type { Decoded, Strategy } from "./strategies/decoded.js";

export interface EncodeHooks {
  strategy: Strategy;
  /** Where this runs; the first half of `EncodeOutcome.engine`. */
  place: "worker" | "page";
  /** A sign of life, between the two long steps. */
  onDecoded?: () => void;
}

const POISONED =
  "The browser returns noise from a canvas instead of its picture, a privacy setting " +
  "(privacy.resistFingerprinting in Firefox and its relatives).";

/** Rejects only with the signal's reason; every other end is an outcome. */
export async function encodeImage(job: EncodeJob, { strategy, place, onDecoded }: EncodeHooks): Promise<EncodeOutcome> {
  const engine = `${place}:${strategy.name}`;
  const patience: Patience = { timeoutMs: job.timeoutMs, signal: job.signal };
  const fail = (failure: EncodeFailure, detail: string): EncodeOutcome => ({ status: "failed", failure, detail, engine });
  let stage: EncodeFailure = "unencodable";
  let decoded: Decoded | undefined;
  try {
    if (!isCanvasHonest()) return fail("unencodable", POISONED);
    stage = "undecodable";
    decoded = await strategy.decode(job, patience);
    onDecoded?.();
    stage = "unencodable";
    const unturned = isUnturned(decoded.size, job.source, job.source.orientation);
    const upright = unturned ? swapped(decoded.size) : decoded.size;
    if (!sameSize(upright, job.source)) return { status: "wrong-size", ...upright, engine };
    const small = resample(decoded.picture, decoded.drawn, unturned ? swapped(job.target) : job.target);
    const cover = coverOf(small.pixels);
    // WebKitGTK hands out a transparent bitmap for a damaged file, whatever the format. A file that really holds nothing
    // but transparency is refused with it: there is nothing in it for a reader to see.
    if (cover === "blank") return fail("blank", "The picture decoded to nothing but transparent pixels.");
    const picture = unturned ? turnUpright(small, job.source.orientation) : small;
    const blob = await guard(paint(picture, job.output, cover === "partial"), patience);
    const mediaType = await guard(writtenType(blob), patience);
    if (mediaType !== job.output.mediaType) {
      return fail("unencodable", `Asked for ${job.output.mediaType}, the browser gave ${mediaType ?? "an unknown type"}.`);
    }
    return { status: "encoded", blob, mediaType, ...job.target, alpha: cover === "partial", engine };
  } catch (cause) {
    if (job.signal?.aborted) throw reasonOf(job.signal);
    return fail(isTimeout(cause) ? "timeout" : stage, `${strategy.name}: ${String(cause)}`);
  } finally {
    decoded?.close();
  }
}

function sameSize(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}

/** The file of a picture. JPEG knows no transparency and would turn it black (T17): it is laid on the background. */
async function paint(picture: Picture, output: EncodeJob["output"], translucent: boolean): Promise<Blob> {
  const surface = makeSurface(picture);
  try {
    const { context } = surface;
    context.putImageData(new ImageData(picture.pixels, picture.width, picture.height), 0, 0);
    if (translucent && output.mediaType === "image/jpeg") {
      context.globalCompositeOperation = "destination-over";
      // White goes under the background too, which may be translucent itself, or no colour at all and then is ignored.
      for (const colour of [output.background, "#ffffff"]) {
        context.fillStyle = "#ffffff";
        context.fillStyle = colour;
        context.fillRect(0, 0, picture.width, picture.height);
      }
    }
    return await exportBlob(surface, output.mediaType, output.quality);
  } finally {
    release(surface);
  }
}
