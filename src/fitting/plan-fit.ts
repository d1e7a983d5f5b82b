/** How many bytes each image of a request may have, so that all of it fits. Numbers in, numbers out. */

/** All bytes are of the base64 text. */
export interface FitImage {
  id: string;
  /** As its options say. */
  fullBytes: number;
  /** As it is in the request now: `fullBytes`, or less where it was shrunk before. */
  nowBytes: number;
  /** The least it can have; `undefined`: not tried yet. */
  floorBytes: number | undefined;
  /** Shrunk last. */
  isPinned: boolean;
}

export interface FitInput {
  /** What all images together may have. Less than 0 where the conversation alone is too large. */
  roomBytes: number;
  images: readonly FitImage[];
}

export type FitPlan =
  /** Images to be made again, by id: the most bytes that each may have. `fullBytes`: as its options say. */
  { status: "possible"; changes: ReadonlyMap<string, number> } | { status: "impossible"; missingBytes: number };

/** An image that could have this much more, as a factor, is made again; for less it is not worth the work. */
const WORTH_RAISING = 1.15;

/** What a picture has at the least whatever is done to it: the tables of a JPEG and some data. */
const LEAST_BYTES = 1_000;

export function planFit({ roomBytes, images }: FitInput): FitPlan {
  const leastBytes = sum(images, least);
  if (leastBytes > roomBytes) return { status: "impossible", missingBytes: Math.ceil(leastBytes - roomBytes) };
  const pinned = images.filter(({ isPinned }) => isPinned);
  const others = images.filter(({ isPinned }) => !isPinned);
  const forOthers = shareOut(others, Math.max(sum(others, least), roomBytes - sum(pinned, full)));
  const forPinned = shareOut(pinned, roomBytes - sum(others, (image) => forOthers(image)));
  const changes = new Map<string, number>();
  for (const image of images) {
    const bytes = Math.floor((image.isPinned ? forPinned : forOthers)(image));
    const isRaised =
      image.nowBytes < image.fullBytes && (bytes >= image.fullBytes || bytes > image.nowBytes * WORTH_RAISING);
    if (bytes < image.nowBytes || isRaised) changes.set(image.id, bytes);
  }
  return { status: "possible", changes };
}

/** Each the same part of its full bytes, none less than it can have. */
function shareOut(images: readonly FitImage[], roomBytes: number): (image: FitImage) => number {
  const at = (ratio: number) => (image: FitImage) => Math.max(least(image), image.fullBytes * ratio);
  if (sum(images, full) <= roomBytes) return at(1);
  let [low, high] = [0, 1];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (sum(images, at(middle)) <= roomBytes) low = middle;
    else high = middle;
  }
  return at(low);
}

function full({ fullBytes }: FitImage): number {
  return fullBytes;
}

function least({ fullBytes, floorBytes = LEAST_BYTES }: FitImage): number {
  return Math.min(fullBytes, floorBytes);
}

function sum(images: readonly FitImage[], bytes: (image: FitImage) => number): number {
  return images.reduce((total, image) => total + bytes(image), 0);
}
