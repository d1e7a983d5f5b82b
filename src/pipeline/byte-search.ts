/** Which quality and size to write a picture with so that it stays under a number of bytes, and comes close to it. Pure. */
import { BYTES_BY_SIDE, bytesAtQuality, LEAST_QUALITY, LEAST_SIDE, qualityAtBytes } from "../shared/quality-curve.js";
import type { Size } from "../shared/types.js";

export interface Attempt {
  /** 0 to 1. */
  quality: number;
  /** Of the planned sides, a fraction. */
  scale: number;
}

export interface Tried extends Attempt {
  /** Of the file that came out. */
  bytes: number;
}

export interface ByteGoal {
  maxBytes: number;
  /** Planned. */
  target: Size;
  quality: number;
  /** It has no quality to lower. */
  isLossless: boolean;
}

const MAX_ENCODES = 6;

/** What the next encode is aimed at, as a share of the limit: its bytes are foretold to a few percent. */
const AIM = 0.97;
/** Good enough. */
const CLOSE = 0.955;

/** The next encode that is worth making; `undefined`: it is found, or cannot be. The first is what was planned. */
export function nextAttempt(goal: ByteGoal, tried: readonly Tried[]): Attempt | undefined {
  const [first] = tried;
  if (!first) return { quality: goal.quality, scale: 1 };
  if (first.bytes <= goal.maxBytes || tried.length >= MAX_ENCODES) return undefined;
  const best = bestOf(goal, tried);
  const share = best ? best.bytes / goal.maxBytes : 0;
  if (share >= CLOSE) return undefined;
  const floor = floorOf(goal);
  if (!best && tried.some((one) => one.quality <= floor.quality && one.scale <= floor.scale)) return undefined;
  // The last one may not fail for being aimed too high.
  const next = !best && tried.length === MAX_ENCODES - 1 ? floor : foretold(goal, tried, floor);
  return tried.some(({ quality, scale }) => quality === next.quality && scale === next.scale) ? undefined : next;
}

/** The largest file that keeps the limit. */
export function bestOf({ maxBytes }: ByteGoal, tried: readonly Tried[]): Tried | undefined {
  return tried.filter(({ bytes }) => bytes <= maxBytes).toSorted((one, other) => other.bytes - one.bytes)[0];
}

/** The least that is sent: a picture planned smaller than that is not made smaller. */
function floorOf({ target, quality, isLossless }: ByteGoal): Attempt {
  return {
    quality: isLossless ? quality : Math.min(quality, LEAST_QUALITY),
    scale: Math.min(1, LEAST_SIDE / Math.max(target.width, target.height)),
  };
}

export function scaleBy({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function foretold(goal: ByteGoal, tried: readonly Tried[], floor: Attempt): Attempt {
  const wanted = goal.maxBytes * AIM;
  const best = bestOf(goal, tried);
  const scale = best?.scale ?? Math.min(...tried.map((one) => one.scale));
  const here = tried.filter((one) => one.scale === scale);
  const over = here.filter(({ bytes }) => bytes > goal.maxBytes);
  const highest = Math.min(goal.quality, ...over.map((one) => one.quality - 0.01));
  // Made smaller, and with room even for the quality it was planned with: by its sides.
  if (best && scale < 1 && best.quality >= rounded(highest)) {
    const tooLarge = Math.min(
      1,
      ...tried.filter((one) => one.bytes > goal.maxBytes && one.scale > scale).map((one) => one.scale),
    );
    const larger = scale * (wanted / best.bytes) ** (1 / BYTES_BY_SIDE);
    return { quality: best.quality, scale: larger < tooLarge ? larger : (scale + tooLarge) / 2 };
  }
  const atFloor = bytesFor(goal, tried, { quality: floor.quality, scale });
  // Quality first. Once it is smaller it stays as small, unless the lowest quality is too much there as well.
  if (best || (atFloor <= wanted && !over.some(({ quality }) => quality <= floor.quality))) {
    const lowest = Math.max(floor.quality, best ? best.quality + 0.01 : 0);
    const quality = Math.max(lowest, qualityFor(goal, here, wanted));
    return { quality: rounded(Math.min(highest, quality)), scale };
  }
  const smaller = scale * (wanted / atFloor) ** (1 / BYTES_BY_SIDE);
  return { quality: floor.quality, scale: Math.max(floor.scale, Math.min(smaller, scale * 0.99)) };
}

/** Foretold from the one that was made most like it. */
function bytesFor({ isLossless }: ByteGoal, tried: readonly Tried[], { quality, scale }: Attempt): number {
  const distance = (one: Tried) => Math.abs(Math.log(one.scale / scale)) + Math.abs(one.quality - quality);
  const [nearest] = tried.toSorted((one, other) => distance(one) - distance(other));
  if (!nearest) return Number.POSITIVE_INFINITY;
  const byQuality = isLossless ? 1 : (bytesAtQuality(quality) / bytesAtQuality(nearest.quality)) ** steepness(tried);
  return nearest.bytes * byQuality * (scale / nearest.scale) ** BYTES_BY_SIDE;
}

/** Of pictures of one size. */
function qualityFor(goal: ByteGoal, here: readonly Tried[], wanted: number): number {
  const distance = ({ bytes }: Tried) => Math.abs(Math.log(bytes / wanted));
  const [nearest] = here.toSorted((one, other) => distance(one) - distance(other));
  if (!nearest || goal.isLossless) return goal.quality;
  return qualityAtBytes(bytesAtQuality(nearest.quality) * (wanted / nearest.bytes) ** (1 / steepness(here)));
}

/** How much more or less than the curve says this picture's bytes follow quality: 1 until two qualities of one size were tried. */
function steepness(tried: readonly Tried[]): number {
  for (const one of tried.toReversed()) {
    const other = tried.find(({ scale, quality }) => scale === one.scale && quality !== one.quality);
    if (!other) continue;
    const expected = Math.log(bytesAtQuality(one.quality) / bytesAtQuality(other.quality));
    return Math.min(3, Math.max(0.3, Math.log(one.bytes / other.bytes) / expected));
  }
  return 1;
}

/** Encoders know whole percent. Down: it is to stay under. */
function rounded(quality: number): number {
  return Math.floor(quality * 100 + 1e-6) / 100;
}
