/** One job, from file to file: decode, resample, rotate, flatten, encode. The same code runs in a worker and on the page. */
import type { EncodeFailure, EncodeJob, EncodeOutcome, WriteAgain } from "./encode-job.js";
import type { Size } from "../shared/types.js";
import { type Capabilities, capabilities, UNPROBED } from "./probes/capabilities.js";
import { hasWhiteEdge } from "./has-white-edge.js";
import { isOneColour } from "./is-one-colour.js";
import { abortReason, throwIfAborted } from "../shared/errors.js";
import { withTimeout, isTimeout, type TimeLimit } from "../shared/with-timeout.js";
import { canvasFault } from "./probes/canvas-fault.js";
import { canRotateUnseen, isUnrotated, type Picture, swapped, rotateUpright } from "./orientation.js";
import { loadKernel } from "./resample/load-kernel.js";
import { pictureRows } from "./resample/picture-rows.js";
import { resample } from "./resample/resample.js";
import { looksLikeScreen } from "./looks-like-screen.js";
import { writtenType } from "./encoders/written-type.js";
import { writeSmaller } from "./encoders/write-smaller.js";
import type { RARE_PIXEL_STEPS } from "./rare-pixel-steps.js";
import { type JpegWriter, writePicture } from "./encoders/write-picture.js";
import type { Decoded, Strategy } from "./decoders/decoded.js";

export interface EncodeHooks {
  /** From the best to the last resort; the first that is suitable and succeeds does the work. */
  strategies: readonly Strategy[];
  /** Where this runs; the first half of `EncodeOutcome.backend`. */
  place: "worker" | "page";
  /** Faster than a canvas, which in a hidden tab waits for idle time: 20 photos took 22 s there (bubkoo/html-to-image#502). */
  writeJpeg?: JpegWriter;
  /** Called between two long steps, as a sign of life. */
  onStep?: () => void;
  /** A decoder or encoder did not answer in time, and may still be running. */
  onStuck?: () => void;
  /** Awaited between strips of rows, so that a page can do something else. */
  pause?: () => Promise<void>;
  /** For jobs with `animation`, `colours` or `cut`, AVIF, and formats that only some browsers decode. */
  rare?: typeof RARE_PIXEL_STEPS;
}

let previous: Promise<void> = Promise.resolve();

/**
 * Rejects only with the signal's reason; anything else is an outcome. Pictures are encoded one after another, since the kernels have one
 * memory.
 */
export function encodePicture(job: EncodeJob, hooks: EncodeHooks): Promise<EncodeOutcome> {
  return alone(() => encodeAlone(job, hooks));
}

/** Runs after the pictures before it. */
function alone(work: () => Promise<EncodeOutcome>): Promise<EncodeOutcome> {
  const outcome = previous.then(work);
  const ignore = () => {};
  previous = outcome.then(ignore, ignore);
  return outcome;
}

async function encodeAlone(job: EncodeJob, hooks: EncodeHooks): Promise<EncodeOutcome> {
  const none = (detail: string): EncodeOutcome => ({
    status: "failed",
    failure: "unencodable",
    detail,
    backend: hooks.place,
  });
  let outcome = none("Nothing here can decode pictures.");
  let isDoubted = false;
  const onDoubt = () => void (isDoubted = true);
  for (const strategy of hooks.strategies) {
    if ((strategy.isForGivenPixels ?? false) !== (job.pixels !== undefined)) continue;
    if (job.mustStream && !strategy.isStreaming) continue;
    // A strategy without a canvas is safe even if canvases return noise.
    const fault = strategy.needsNoProbes ? undefined : canvasFault();
    if (fault) return none(fault);
    // The probes take as long as a photo, so they are awaited only if the strategy depends on them.
    const able = strategy.needsNoProbes ? UNPROBED : await capabilities();
    // If one strategy with `ImageDecoder` may have returned made-up pixels, so may the others.
    if (!strategy.suits(job, able) || (isDoubted && strategy.byImageDecoder)) continue;
    outcome = await encodeBy(strategy, job, able, { ...hooks, onDoubt }, 0);
    // Only a JPEG's header is certain about the size: if a decoder returns another one, the next strategy is tried.
    const isWrongSize = outcome.status === "wrong-size" && job.mediaType === "image/jpeg";
    if (outcome.status !== "failed" && !isWrongSize) return outcome;
    hooks.onStep?.();
  }
  if (
    outcome.status === "failed" &&
    outcome.failure === "undecodable" &&
    (await hooks.rare?.canDecode(job.mediaType)) === false
  )
    return { ...outcome, failure: "unsupported" };
  return outcome;
}

async function encodeBy(
  strategy: Strategy,
  job: EncodeJob,
  able: Capabilities,
  hooks: EncodeHooks & { onDoubt: () => void },
  frameIndex: number,
): Promise<EncodeOutcome> {
  const backend = `${hooks.place}:${strategy.name}`;
  const timeLimit: TimeLimit = { timeoutMs: job.timeoutMs, signal: job.signal };
  const fail = (failure: EncodeFailure, detail: string): EncodeOutcome => ({
    status: "failed",
    failure,
    detail,
    backend,
  });
  let stage: EncodeFailure = "undecodable";
  const failedBy = (cause: unknown): EncodeOutcome => {
    if (job.signal?.aborted) throw abortReason(job.signal);
    if (isTimeout(cause)) hooks.onStuck?.();
    return fail(isTimeout(cause) ? "timeout" : stage, `${strategy.name}: ${String(cause)}`);
  };
  let decoded: Decoded | undefined;
  try {
    const kernel = await loadKernel();
    decoded = await strategy.decode(job, { capabilities: able, timeLimit, frameIndex });
    hooks.onStep?.();
    stage = "unencodable";
    const { size, rows, colourSpace = "srgb" } = decoded;
    const { orientation } = job.source;
    const mustRotate = await isLeftToRotate(decoded, job, able, hooks);
    const profile = await hooks.rare?.profileLeft(job);
    const swaps = mustRotate && orientation >= 5;
    const upright = swaps ? swapped(size) : size;
    if (!sameSize(upright, job.source)) return { status: "wrong-size", ...upright, backend };
    const small = await resample(rows, swaps ? swapped(job.target) : job.target, kernel, hooks.pause);
    const isOne = isOneColour(small);
    if (isOne && job.animation && strategy.byImageDecoder && frameIndex === 0) {
      const animation = { ...job, file: job.animation };
      const shown = await hooks.rare?.findShownFrame(animation);
      if (shown !== undefined) return await encodeBy(strategy, animation, able, hooks, shown);
    }
    // WebKitGTK returns a transparent bitmap for a damaged file of any format. A file that really is fully transparent is
    // rejected too: it shows nothing.
    if (small.cover === "blank") return fail("blank", "The picture decoded to nothing but transparent pixels.");
    // The pipeline counts a PNG's pixels wherever decoders are lenient, and screenshots often have white edges.
    if (
      able.returnsWhite &&
      strategy.byImageDecoder &&
      frameIndex === 0 &&
      job.mediaType !== "image/png" &&
      hasWhiteEdge(small)
    ) {
      hooks.onDoubt();
      return fail("undecodable", "A white edge may be where the decoder gave up: the next strategy is tried.");
    }
    const translucent = small.cover === "partial";
    const coloured = hooks.rare && profile ? await hooks.rare.toSrgb(small, profile, timeLimit) : small;
    const picture = mustRotate ? rotateUpright(coloured, orientation) : coloured;
    const findings = {
      isComplete: strategy.isStrict,
      isLastRowDrawn: small.isLastRowDrawn,
      isOneColour: isOne,
      isScreen: job.wantsKind && looksLikeScreen(small),
    };
    if (job.cut && hooks.rare) {
      const pieces = hooks.rare.cutPicture(picture, job.source, job.cut, colourSpace);
      return { status: "cut", pieces, alpha: translucent, backend, ...findings };
    }
    let planes: Uint8Array<ArrayBuffer> | undefined;
    const { writeJpeg: writeOnly } = hooks;
    const writeAndKeep: JpegWriter | undefined =
      writeOnly && job.keepsPlanes
        ? (what, quality) => writeOnly(what, quality, (kept) => void (planes = kept))
        : writeOnly;
    const write = async (
      request: Parameters<WriteAgain>[0],
      from: Picture,
      writeJpeg = writeOnly,
    ): Promise<EncodeOutcome> => {
      const options = {
        output: { ...job.output, quality: request.quality },
        paddedTo: request.paddedTo,
        colourSpace,
        translucent,
        reuse: hooks.place === "worker",
      };
      const bytes = await withTimeout(writePicture(from, options, writeJpeg), timeLimit);
      const mediaType = writtenType(bytes);
      if (mediaType !== job.output.mediaType) {
        return fail(
          "unencodable",
          `Asked for ${job.output.mediaType}, the browser gave ${mediaType ?? "an unknown type"}.`,
        );
      }
      const sent = request.paddedTo ?? request.target;
      const smaller = await writeSmaller(from, bytes, { ...options, orAs: job.orAs, timeLimit });
      if (smaller)
        return { status: "encoded", ...smaller, ...sent, alpha: translucent, frameIndex, backend, ...findings };
      return { status: "encoded", bytes, mediaType, ...sent, alpha: translucent, frameIndex, backend, ...findings };
    };
    const outcome = await write({ ...job, quality: job.output.quality }, picture, writeAndKeep);
    if (outcome.status !== "encoded") return outcome;
    if (outcome.bytes.length <= (job.maxBytes ?? Number.POSITIVE_INFINITY))
      return outcome.insteadOf ? outcome : { ...outcome, planes };
    // Copied, because later pictures are drawn into the same memory.
    const kept = { ...picture, pixels: picture.pixels.slice() };
    const writeAgain = async (request: Parameters<WriteAgain>[0]) => {
      try {
        throwIfAborted(job.signal);
        hooks.onStep?.();
        const isSame = sameSize(request.target, kept);
        return await write(
          request,
          isSame ? kept : await resample(pictureRows(kept, translucent), request.target, kernel, hooks.pause),
        );
      } catch (cause) {
        return failedBy(cause);
      }
    };
    return { ...outcome, again: (request) => alone(() => writeAgain(request)) };
  } catch (cause) {
    return failedBy(cause);
  } finally {
    decoded?.close();
  }
}

/** Swapped sides reveal it if the sides differ; otherwise the probe of the browser decides. */
async function isLeftToRotate(
  { size, rotation }: Decoded,
  { mediaType, source }: EncodeJob,
  able: Capabilities,
  { rare }: EncodeHooks,
): Promise<boolean> {
  if (source.orientation === 1 || rotation === "upright") return false;
  if (rotation === "as-stored" || isUnrotated(size, source, source.orientation)) return true;
  if (mediaType === "image/png") return !able.rotatesPng;
  return mediaType === "image/avif" && canRotateUnseen(source) && !(await rare?.rotatesAvif());
}

function sameSize(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}
