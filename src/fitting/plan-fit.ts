/** Plans how large each image of a request may be, so that all of it fits with the least visible loss. Pure, on numbers alone. */
import { evenQualities } from "./even-qualities.js";
import { BYTES_BY_SIDE, bytesAtQuality, LEAST_SIDE } from "../shared/quality-curve.js";
import type { Size } from "../shared/types.js";

/** A picture's quality, size and bytes of base64 text. */
export interface Made extends Size {
  /** 0 to 1, as it was encoded. */
  quality: number;
  bytes: number;
}

export interface FitImage {
  id: string;
  /** The picture that its options ask for. */
  full: Made;
  /** The picture in the request: `full`, or one that was made smaller to fit. */
  now: Made;
  /** The least bytes it can have; `undefined`: not tried yet. */
  floorBytes: number | undefined;
  /** Shrunk last. */
  isPinned: boolean;
}

export interface FitInput {
  /** Bytes for all images together. Below 0 if the conversation alone is too large. */
  roomBytes: number;
  images: readonly FitImage[];
  /** A second limit: the tokens for all images together, and how many an image of a given size takes. */
  tokens?: { room: number; of: (size: Size) => number } | undefined;
}

/** The size and bytes to make an image with. A goal no lower than `full` means: as its options say. */
export interface FitGoal extends Size {
  maxBytes: number;
}

export type FitPlan =
  /** Images to be made again, by id. */
  | { status: "possible"; changes: ReadonlyMap<string, FitGoal> }
  /** 0 if the limit is not on bytes. */
  | { status: "impossible"; missingBytes: number };

/**
 * From 1 to the lowest, each step an equal visible loss. With finer steps one added image changes more pictures; coarser steps
 * are visible.
 */
const QUALITY_STEPS = 16;
const QUALITIES = /* @__PURE__ */ evenQualities(QUALITY_STEPS);
const SIDE_STEP = 0.9;

/** The guess at the least bytes of a picture may be wrong by this factor; within it an attempt is made. */
const DOUBT = 1.6;
/** The same for a picture that was made already, and is nearly that small. */
const NEAR_DOUBT = 1.15;
const NEAR = 1.3;

/**
 * Every image goes down the same steps. First quality falls for all alike, since the same quality looks like the same loss; at
 * the lowest quality the longest sides are shortened. Pinned images start when the others have reached the end. A binary search
 * finds the first step at which all images fit. Then as many images as possible stay one step above it, first those that are
 * already there, so that one added image changes few others. The bytes that are left go to the images that are made again. O(n
 * log n).
 */
export function planFit({ roomBytes, images, tokens }: FitInput): FitPlan {
  const maxSide = tokens ? sideFor(images, tokens) : Number.POSITIVE_INFINITY;
  if (maxSide === undefined) return { status: "impossible", missingBytes: 0 };
  const longest = Math.max(LEAST_SIDE, ...images.map(({ full }) => longerSide(full)));
  const ladders = images.map((image) => ladderFor(image, { maxSide, longest }));
  const last = QUALITY_STEPS + sideSteps(longest);
  const stepOf = ({ image, firstEqualStep }: Ladder, level: number) =>
    firstEqualStep(Math.min(last, image.isPinned ? Math.max(0, level - last) : level));
  const bytesAt = (level: number) => sum(ladders, (ladder) => ladder.bytes(stepOf(ladder, level)));
  const leastBytes = bytesAt(2 * last);
  if (leastBytes > roomBytes) {
    const hopedBytes = sum(ladders, (ladder) => ladder.bytes(ladder.firstEqualStep(last)) / doubt(ladder, last));
    if (hopedBytes <= roomBytes) return lastAttempt(ladders, last, roomBytes);
    return { status: "impossible", missingBytes: Math.ceil(leastBytes - roomBytes) };
  }
  const level = firstThat(2 * last, (candidate) => bytesAt(candidate) <= roomBytes);
  const chosen = new Map(ladders.map((ladder) => [ladder, stepOf(ladder, level)]));
  let leftBytes = roomBytes - bytesAt(level);
  if (level > 0) {
    for (const { ladder, step, more } of promotions(chosen, (one) => stepOf(one, level - 1))) {
      if (more > leftBytes) continue;
      chosen.set(ladder, step);
      leftBytes -= more;
    }
  }
  return { status: "possible", changes: goalsFor(chosen, leftBytes) };
}

interface Ladder {
  image: FitImage;
  /** The largest size that it may have. */
  size: Size;
  /** The step that it is at; -1: larger than it may be. */
  nowStep: number;
  /** The first step that gives the same result as this one. */
  firstEqualStep: (step: number) => number;
  /** Its bytes at a step: the actual ones if it is at that step, else an estimate. */
  bytes: (step: number) => number;
}

function sideSteps(longest: number): number {
  return Math.ceil(Math.log(LEAST_SIDE / longest) / Math.log(SIDE_STEP));
}

function ladderFor(image: FitImage, { maxSide, longest }: { maxSide: number; longest: number }): Ladder {
  const { full, now, floorBytes = 0 } = image;
  const side = Math.min(maxSide, longerSide(full));
  const sideAt = (step: number) => Math.min(side, Math.max(LEAST_SIDE, longest * SIDE_STEP ** (step - QUALITY_STEPS)));
  const qualityAt = (step: number) => Math.min(full.quality, QUALITIES[Math.min(step, QUALITY_STEPS)]!);
  const isLower = (step: number) => QUALITIES[step]! < full.quality - 1e-6;
  const firstLower = isLower(QUALITY_STEPS) ? firstThat(QUALITY_STEPS, isLower) : QUALITY_STEPS + 1;
  const firstEqualStep = (step: number) => {
    if (step > QUALITY_STEPS && sideAt(step) < side) return step;
    return Math.min(step, QUALITY_STEPS) < firstLower ? 0 : Math.min(step, QUALITY_STEPS);
  };
  const estimate = estimatorOf(image);
  const nowSide = longerSide(now);
  const isThere = (step: number) => qualityAt(step) <= now.quality + 0.001 && sideAt(step) <= nowSide + 1;
  const last = QUALITY_STEPS + sideSteps(longest);
  const nowStep = nowSide > side + 1 ? -1 : firstEqualStep(firstThat(last, isThere));
  const bytesOf = (step: number) => {
    if (step === nowStep) return now.bytes;
    const estimated = Math.max(floorBytes, estimate(qualityAt(step), sideAt(step) / longerSide(full)));
    if (step > nowStep) return Math.min(nowStep === -1 ? full.bytes : now.bytes, estimated);
    return step === 0 && side >= longerSide(full) ? full.bytes : Math.min(full.bytes, Math.max(now.bytes, estimated));
  };
  const known: number[] = [];
  const bytes = (step: number) => (known[step] ??= bytesOf(step));
  return { image, size: scaled(full, side / longerSide(full)), nowStep, firstEqualStep, bytes };
}

/** Estimates the bytes at a quality and a scale by the curve, adjusted to match the pictures made already. */
function estimatorOf({ full, now }: FitImage): (quality: number, scale: number) => number {
  const atFull = bytesAtQuality(full.quality);
  const ratio = (quality: number) => (quality === full.quality ? 1 : bytesAtQuality(quality) / atFull);
  const nowScale = longerSide(now) / longerSide(full);
  const isLower = now.quality < full.quality - 0.02 && nowScale > 0.999 && now.bytes < full.bytes;
  const power = isLower ? clamp(Math.log(now.bytes / full.bytes) / Math.log(ratio(now.quality)), 0.3, 3) : 1;
  const byCurve = (quality: number, scale: number) =>
    full.bytes * ratio(quality) ** power * (scale < 1 ? scale ** BYTES_BY_SIDE : 1);
  const factor = nowScale < 0.999 ? now.bytes / byCurve(now.quality, nowScale) : 1;
  return (quality, scale) => byCurve(quality, scale) * (scale < 0.999 ? factor : 1);
}

/** One step up for each image: those that are already there first, then the cheapest. */
function promotions(chosen: ReadonlyMap<Ladder, number>, up: (ladder: Ladder) => number) {
  return [...chosen]
    .map(([ladder, step]) => ({ ladder, step: up(ladder), more: ladder.bytes(up(ladder)) - ladder.bytes(step) }))
    .filter(({ ladder, step }) => step !== chosen.get(ladder))
    .toSorted(
      (one, other) =>
        Number(other.ladder.nowStep === other.step) - Number(one.ladder.nowStep === one.step) || one.more - other.more,
    );
}

/** `leftBytes`: divided among the images that are made again, in proportion to their bytes. */
function goalsFor(chosen: ReadonlyMap<Ladder, number>, leftBytes: number): ReadonlyMap<string, FitGoal> {
  const made = [...chosen]
    .filter(([ladder, step]) => step !== ladder.nowStep)
    .map(([ladder, step]) => ({
      ladder,
      bytes: ladder.bytes(step),
      most: ladder.image.full.bytes / ladder.bytes(step),
    }))
    // What the first ones do not use is left to the others.
    .toSorted((one, other) => one.most - other.most);
  const goals = new Map<string, FitGoal>();
  let [rest, restBytes] = [leftBytes, sum(made, ({ bytes }) => bytes)];
  for (const { ladder, bytes, most } of made) {
    const given = Math.min(bytes * most, bytes + (rest * bytes) / restBytes);
    [rest, restBytes] = [rest - (given - bytes), restBytes - bytes];
    goals.set(ladder.image.id, { ...ladder.size, maxBytes: Math.floor(given + 1e-6) });
  }
  return goals;
}

/** By which factor its least bytes may be below the estimate. */
function doubt({ image, bytes, firstEqualStep }: Ladder, last: number): number {
  if (image.floorBytes !== undefined) return 1;
  return image.now.bytes <= NEAR * bytes(firstEqualStep(last)) ? NEAR_DOUBT : DOUBT;
}

/** All images are at their last step and, by the estimates, still a little too large: an attempt will show. */
function lastAttempt(ladders: readonly Ladder[], last: number, roomBytes: number): FitPlan {
  const least = (ladder: Ladder) => ladder.bytes(ladder.firstEqualStep(last));
  const isKnown = ({ image }: Ladder) => image.floorBytes !== undefined;
  const known = ladders.filter(isKnown);
  const unknown = ladders.filter((ladder) => !isKnown(ladder));
  const knownBytes = sum(known, least);
  const share = (roomBytes - knownBytes) / sum(unknown, least);
  if (share <= 0) return { status: "impossible", missingBytes: Math.ceil(knownBytes - roomBytes) };
  const goals = ladders.map((ladder): [string, FitGoal] => [
    ladder.image.id,
    { ...ladder.size, maxBytes: Math.floor(least(ladder) * (isKnown(ladder) ? 1 : share)) },
  ]);
  return {
    status: "possible",
    changes: new Map(goals.filter(([, { maxBytes }], at) => maxBytes < ladders[at]!.image.now.bytes)),
  };
}

/** The longest side at which all images together stay within the limit on tokens; `undefined`: there is none. */
function sideFor(images: readonly FitImage[], { room, of }: NonNullable<FitInput["tokens"]>): number | undefined {
  const cost = (side: number) => sum(images, ({ full }) => of(within(full, side)));
  const longest = Math.max(LEAST_SIDE, ...images.map(({ full }) => longerSide(full)));
  if (cost(longest) <= room) return Number.POSITIVE_INFINITY;
  if (cost(LEAST_SIDE) > room) return undefined;
  const step = firstThat(longest - LEAST_SIDE, (less) => cost(longest - less) <= room);
  return longest - step;
}

function within(size: Size, side: number): Size {
  return longerSide(size) <= side ? size : scaled(size, side / longerSide(size));
}

function scaled({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function longerSide({ width, height }: Size): number {
  return Math.max(width, height);
}

/**
 * The first whole number from 0 to `last` for which `holds` is true (it stays true from there on), or `last` if there is none.
 */
function firstThat(last: number, holds: (value: number) => boolean): number {
  let [low, high] = [0, last];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}
