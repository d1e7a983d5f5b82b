/** Searches for the quality and size that keep a picture within a number of bytes, and close to it. Pure. */
import { BYTES_BY_SIDE, bytesAtQuality, LEAST_QUALITY, LEAST_SIDE, qualityAtBytes } from "../shared/quality-curve.js";
import type { Size } from "../shared/types.js";

export interface Attempt {
  /** 0 to 1. */
  quality: number;
  /** As a fraction of the planned sides. */
  scale: number;
}

export interface Tried extends Attempt {
  /** Size of the resulting file. */
  bytes: number;
}

export interface ByteGoal {
  maxBytes: number;
  /** The planned size and quality. */
  target: Size;
  quality: number;
  /** It has no quality that could be lowered. */
  isLossless: boolean;
}

const MAX_ENCODES = 6;

/** The target of the next encode, as a share of the limit: its bytes can be estimated to a few percent. */
const AIM = 0.97;
/** From this share of the limit on, the search ends. */
const CLOSE = 0.955;

/** The next encode to try; `undefined`: the best one is found, or there is none. The first is the planned one. */
export function nextAttempt(goal: ByteGoal, tried: readonly Tried[]): Attempt | undefined {
  const [first] = tried;
  if (!first) return { quality: goal.quality, scale: 1 };
  if (first.bytes <= goal.maxBytes || tried.length >= MAX_ENCODES) return undefined;
  const best = bestOf(goal, tried);
  const share = best ? best.bytes / goal.maxBytes : 0;
  if (share >= CLOSE) return undefined;
  const floor = floorOf(goal);
  if (!best && tried.some((one) => one.quality <= floor.quality && one.scale <= floor.scale)) return undefined;
  // The last attempt must not fail because its target was too high.
  const next = !best && tried.length === MAX_ENCODES - 1 ? floor : estimatedAttempt(goal, tried, floor);
  return tried.some(({ quality, scale }) => quality === next.quality && scale === next.scale) ? undefined : next;
}

/** The largest file within the limit. */
export function bestOf({ maxBytes }: ByteGoal, tried: readonly Tried[]): Tried | undefined {
  return tried.filter(({ bytes }) => bytes <= maxBytes).toSorted((one, other) => other.bytes - one.bytes)[0];
}

/** The smallest picture that is sent; one that was planned smaller is not made smaller still. */
function floorOf({ target, quality, isLossless }: ByteGoal): Attempt {
  return {
    quality: isLossless ? quality : Math.min(quality, LEAST_QUALITY),
    scale: Math.min(1, LEAST_SIDE / Math.max(target.width, target.height)),
  };
}

export function scaleBy({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function estimatedAttempt(goal: ByteGoal, tried: readonly Tried[], floor: Attempt): Attempt {
  const wanted = goal.maxBytes * AIM;
  const best = bestOf(goal, tried);
  const scale = best?.scale ?? Math.min(...tried.map((one) => one.scale));
  const sameScale = tried.filter((one) => one.scale === scale);
  const over = sameScale.filter(({ bytes }) => bytes > goal.maxBytes);
  const highest = Math.min(goal.quality, ...over.map((one) => one.quality - 0.01));
  // It was made smaller, but has room even for the planned quality: its sides can grow.
  if (best && scale < 1 && best.quality >= rounded(highest)) {
    const tooLarge = Math.min(
      1,
      ...tried.filter((one) => one.bytes > goal.maxBytes && one.scale > scale).map((one) => one.scale),
    );
    const larger = scale * (wanted / best.bytes) ** (1 / BYTES_BY_SIDE);
    return { quality: best.quality, scale: larger < tooLarge ? larger : (scale + tooLarge) / 2 };
  }
  const atFloor = bytesFor(goal, tried, { quality: floor.quality, scale });
  // Lowers the quality first. Once the picture is smaller it stays so, unless even the lowest quality is too large.
  if (best || (atFloor <= wanted && !over.some(({ quality }) => quality <= floor.quality))) {
    const lowest = Math.max(floor.quality, best ? best.quality + 0.01 : 0);
    const quality = Math.max(lowest, qualityFor(goal, sameScale, wanted));
    return { quality: rounded(Math.min(highest, quality)), scale };
  }
  const smaller = scale * (wanted / atFloor) ** (1 / BYTES_BY_SIDE);
  return { quality: floor.quality, scale: Math.max(floor.scale, Math.min(smaller, scale * 0.99)) };
}

/** Estimated from the attempt that was most like it. */
function bytesFor({ isLossless }: ByteGoal, tried: readonly Tried[], { quality, scale }: Attempt): number {
  const distance = (one: Tried) => Math.abs(Math.log(one.scale / scale)) + Math.abs(one.quality - quality);
  const [nearest] = tried.toSorted((one, other) => distance(one) - distance(other));
  if (!nearest) return Number.POSITIVE_INFINITY;
  const byQuality = isLossless ? 1 : (bytesAtQuality(quality) / bytesAtQuality(nearest.quality)) ** steepness(tried);
  return nearest.bytes * byQuality * (scale / nearest.scale) ** BYTES_BY_SIDE;
}

/** Compares attempts of one size. */
function qualityFor(goal: ByteGoal, sameScale: readonly Tried[], wanted: number): number {
  const distance = ({ bytes }: Tried) => Math.abs(Math.log(bytes / wanted));
  const [nearest] = sameScale.toSorted((one, other) => distance(one) - distance(other));
  if (!nearest || goal.isLossless) return goal.quality;
  return qualityAtBytes(bytesAtQuality(nearest.quality) * (wanted / nearest.bytes) ** (1 / steepness(sameScale)));
}

/** How far this picture's bytes follow quality more or less than the curve: 1 until two qualities of one size were tried. */
function steepness(tried: readonly Tried[]): number {
  for (const one of tried.toReversed()) {
    const other = tried.find(({ scale, quality }) => scale === one.scale && quality !== one.quality);
    if (!other) continue;
    const expected = Math.log(bytesAtQuality(one.quality) / bytesAtQuality(other.quality));
    return Math.min(3, Math.max(0.3, Math.log(one.bytes / other.bytes) / expected));
  }
  return 1;
}

/** Encoders use whole percent. Rounded down, to stay within the limit. */
function rounded(quality: number): number {
  return Math.floor(quality * 100 + 1e-6) / 100;
}
