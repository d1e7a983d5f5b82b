/** Makes the images smaller until the request fits, and larger again when there is room. Loaded when first needed. */
import { type FitGoal, type FitImage, type FitInput, type Made, planFit } from "../fitting/plan-fit.js";
import { imageBlock } from "../meter/image-block.js";
import type { RequestEstimate } from "../meter/types.js";
import type { Pool } from "../pool/pool.js";
import { prepareWith } from "../pool/on-demand.js";
import { base64Length } from "../shared/base64.js";
import { ImageError } from "../shared/errors.js";
import type { PreparedImage, Size } from "../shared/types.js";
import { optionsFor, pieceOf, placeInFile, settingsFor } from "./image-options.js";
import { isPrepared, sentPart, withImages } from "./items.js";
import { hasChange, type KeptPicture } from "./kept-picture.js";
import { releasePlanesLater } from "./kept-planes.js";
import { imageCount } from "./replan-for-count.js";
import type { Fitting, ImageItem, ImageQueueOptions, PreparedItem, ReadyItem } from "./types.js";
import { createUnderWay } from "./under-way.js";

/** A list, and the request it makes. */
export interface FitFacts {
  /** No image is under way. */
  isSettled: boolean;
  items: readonly ImageItem[];
  estimate: RequestEstimate;
  /** File ids of the images that are sent by reference, by image id. */
  fileIds: ReadonlyMap<string, string>;
}

export interface Fitter {
  /**
   * Returns the state to show for this list, and remembers what to do about it. Without `mayShrink` images are only made larger
   * again.
   */
  look: (facts: FitFacts, mayShrink: boolean) => Fitting;
  /** Starts the work that `look` found. */
  start: () => void;
  /** Tries again what failed before, when a person asks again. */
  retry: () => void;
  /** The items with the pictures that their options ask for. Ends all work. */
  undone: (items: readonly ImageItem[]) => readonly ImageItem[];
  /** Forgets an item that was removed or starts again. */
  forget: (id: string) => void;
  stopAll: () => void;
}

interface FitterSite<B> {
  read: () => { items: readonly ImageItem[]; options: ImageQueueOptions<B> };
  /** By item id. */
  kept: ReadonlyMap<string, KeptPicture>;
  /** Replaces all images at once, so that no state in between is seen. With an empty map it only looks again. */
  replace: (images: ReadonlyMap<string, PreparedImage>) => void;
}

interface Fitted {
  full: PreparedImage;
  image: PreparedImage;
}

/** The state of the request that a plan was made for. */
interface Situation {
  images: string;
  pinned: string;
  roomBytes: number;
  tokens: number;
}

const NOWHERE: Situation = { images: "", pinned: "", roomBytes: 0, tokens: 0 };

/** The state when no image is under way. */
type Summary = Extract<Fitting, { status: "none" | "shrunk" }>;

const NONE: Summary = { status: "none" };
const SHRINKING: Fitting = { status: "shrinking" };

/** The share of the limit that is kept free, so that a few more words in the conversation do not change the pictures. */
const SPARE_SHARE = 0.01;

/** Pictures are made larger only if at least this share of the room became free. */
const WORTH_GIVING_BACK = 0.05;

/** Attempts for the same list and the same room. The first uses guesses, the next what the one before found out. */
const MAX_ROUNDS = 4;

/** A change of the room by less than this share is ignored: a few words in the conversation change it. */
const SAME_ROOM = 0.005;

export function createFitter<B>(pool: Pool, { read, kept, replace }: FitterSite<B>): Fitter {
  const underWay = createUnderWay();
  const fitted = new Map<string, Fitted>();
  /** The least bytes of base64 text found to be possible for a full picture. */
  const floors = new WeakMap<PreparedImage, number>();
  /** Full pictures whose originals can no longer be read: our own JPEGs are not used to make smaller ones. */
  const unreadable = new WeakSet<PreparedImage>();
  let plan: ReadonlyMap<string, FitGoal> = new Map();
  let todo: [id: string, goal: FitGoal][] = [];
  let made = new Map<string, Fitted>();
  let rounds = 0;
  /** The situation that the last plan was made for. */
  let planned = NOWHERE;
  let gaveUp: { in: Situation; missingBytes: number } | undefined;
  /** Computed once, because every keystroke asks for it. */
  let forecast: { in: Situation; found: Fitting } | undefined;

  const isRunning = () => underWay.size > 0 || todo.length > 0 || made.size > 0;

  function fullOf({ id, image }: PreparedItem): PreparedImage {
    const known = fitted.get(id);
    return known?.image === image ? known.full : image;
  }

  function summary(items: readonly PreparedItem[]): Summary {
    const shrunk = items.filter((item) => fullOf(item) !== item.image);
    if (shrunk.length === 0) return NONE;
    const savedBytes = shrunk.reduce((sum, item) => sum + textBytes(fullOf(item)) - textBytes(item.image), 0);
    return { status: "shrunk", imageCount: shrunk.length, savedBytes };
  }

  function look({ isSettled, items, estimate, fileIds }: FitFacts, mayShrink: boolean): Fitting {
    plan = new Map();
    if (isRunning()) return SHRINKING;
    const inline = items.filter(isPrepared).filter(({ image }) => !fileIds.has(image.id));
    const now = summary(inline);
    const isOver = estimate.level === "over";
    if (!isSettled || (!isOver && now.status === "none")) return now;
    const tokens = tokensFor(inline, estimate);
    const excess = Math.max(0, estimate.bytes - estimate.cap);
    if (isOver && excess === 0 && !tokens) return mayShrink ? { status: "impossible", missingBytes: 0 } : now;
    const roomBytes = roomFor(inline, items, estimate, fileIds);
    const usedBytes = inline.reduce((sum, { image }) => sum + textBytes(image), 0);
    const facts = inline.map(factsOf);
    const pinned = idsOf(facts.filter(({ isPinned }) => isPinned));
    const next: Situation = { images: idsOf(facts), pinned, roomBytes, tokens: tokens?.room ?? 0 };
    if (isOver && gaveUp && isAlike(next, gaveUp.in)) return impossible(inline, gaveUp.missingBytes);
    if (isOver && !mayShrink) {
      if (!forecast || !isSame(next, forecast.in))
        forecast = { in: next, found: withOffer(now, { roomBytes, images: facts, tokens }) };
      return forecast.found;
    }
    if (!isAlike(next, planned)) rounds = 0;
    if (isOver && rounds >= MAX_ROUNDS) return giveUp(inline, next, excess);
    // Otherwise every keystroke would make them a little larger.
    const isFreed = next.images !== planned.images || roomBytes > planned.roomBytes * (1 + WORTH_GIVING_BACK);
    const isWorthIt = isFreed && roomBytes - usedBytes > roomBytes * WORTH_GIVING_BACK;
    if (!isOver && !isWorthIt && next.pinned === planned.pinned) return now;
    const found = planFit({ roomBytes, images: facts, tokens });
    if (found.status === "impossible") return isOver ? giveUp(inline, next, found.missingBytes) : now;
    planned = next;
    if (found.changes.size === 0) return isOver ? giveUp(inline, next, excess) : now;
    plan = found.changes;
    return SHRINKING;
  }

  /** If the request cannot be sent anyway, small pictures are of no use: the full ones are put back. */
  function giveUp(inline: readonly PreparedItem[], situation: Situation, missingBytes: number): Fitting {
    gaveUp = { in: situation, missingBytes };
    const shrunk = inline.filter((item) => fullOf(item) !== item.image);
    if (shrunk.length === 0) return impossible(inline, missingBytes);
    plan = new Map(
      shrunk.map((item) => {
        const { width, height, bytes } = fullOf(item);
        return [item.id, { width, height, maxBytes: base64Length(bytes) }];
      }),
    );
    return SHRINKING;
  }

  function impossible(inline: readonly PreparedItem[], missingBytes: number): Fitting {
    const unreadableCount = inline.filter((item) => unreadable.has(fullOf(item))).length;
    return { status: "impossible", missingBytes, ...(unreadableCount > 0 && { unreadableCount }) };
  }

  function factsOf(item: PreparedItem): FitImage {
    const full = fullOf(item);
    const { quality } = settingsFor(read().options, item, read().items);
    return {
      id: item.id,
      full: madeOf(full, quality),
      now: madeOf(item.image, quality),
      floorBytes: unreadable.has(full) ? textBytes(item.image) : floors.get(full),
      isPinned: item.options?.pinned === true,
    };
  }

  /** Given if the app limits tokens and the endpoint has a rule for them. */
  function tokensFor(inline: readonly PreparedItem[], { tokens }: RequestEstimate) {
    const { tokenModel, tokenDetail } = read().options.endpoint;
    if (tokens?.limit === undefined || !tokenModel) return undefined;
    const of = (size: Size) => tokenModel.tokens(size, tokenDetail);
    const ofInline = inline.reduce((sum, { image }) => sum + of(image), 0);
    return { room: tokens.limit - tokens.conversation - (tokens.total - ofInline), of };
  }

  /** The bytes that the inline images may take, as base64. An app may send a picture more than once. */
  function roomFor(
    inline: readonly PreparedItem[],
    items: readonly ImageItem[],
    { cap, parts }: RequestEstimate,
    fileIds: ReadonlyMap<string, string>,
  ): number {
    const { endpoint } = read().options;
    const blockOf = (item: ReadyItem) => imageBlock(sentPart(item), endpoint, fileIds.get(item.id));
    const blockBytes = items.reduce((sum, item) => sum + (item.status === "ready" ? blockOf(item).bytes : 0), 0);
    const payloadBytes = inline.reduce((sum, item) => sum + blockOf(item).payloadBytes, 0);
    const times = blockBytes === 0 ? 1 : (parts.images + (parts.documents ?? 0)) / blockBytes;
    return (cap * (1 - SPARE_SHARE) - parts.conversation) / times - (blockBytes - payloadBytes);
  }

  function start(): void {
    if (plan.size > 0 && !isRunning()) {
      [todo, made, plan] = [[...plan], new Map(), new Map()];
      rounds += 1;
    }
    while (todo.length > 0 && underWay.size <= pool.concurrency) {
      const [id, goal] = todo.shift()!;
      const item = read().items.find((one) => one.id === id);
      if (item && isPrepared(item)) make(item, goal);
    }
    if (todo.length === 0 && underWay.size === 0) finish();
  }

  function make(item: PreparedItem, { width, height, maxBytes: bytes }: FitGoal): void {
    const full = fullOf(item);
    const isSmaller = width < full.width || height < full.height;
    if (!isSmaller && bytes >= textBytes(full)) return void made.set(item.id, { full, image: full });
    if (unreadable.has(full)) return;
    const { items, options } = read();
    const given = optionsFor(options, item);
    const piece = pieceOf(item);
    const picture = kept.get(item.id);
    const known = picture?.image === full && !isSmaller ? picture : undefined;
    if (known?.rewritable) releasePlanesLater(kept);
    const limits = { ...given.limits, maxImageBytes: Math.min(bytes, given.limits?.maxImageBytes ?? bytes) };
    const request = { ...given, ...(isSmaller && { box: { width, height } }), limits };
    const context = { id: item.id, imageCount: imageCount(items, options) };
    const fromFile = (signal: AbortSignal) =>
      prepareWith(
        pool,
        item.file,
        { ...request, ...placeInFile(item), signal },
        {
          ...context,
          piece: piece && { ...piece, withOthers: false },
          rewritable: known?.rewritable,
          onRewritable: known && ((rewritable) => void (known.rewritable = rewritable)),
        },
      );
    underWay.start(
      item.id,
      (signal) =>
        fromFile(signal).catch(async (cause: unknown) => {
          if (!isUnreadable(cause) || !hasChange(full, "kept-original")) throw cause;
          // What is sent is the original itself, without its metadata.
          const file = new File([full.blob], full.source.name, { type: full.mediaType });
          return { ...(await prepareWith(pool, file, { ...request, signal }, context)), source: full.source };
        }),
      (end) => {
        if (end.status === "fulfilled") made.set(item.id, { full, image: end.value });
        else remember(full, end.reason);
        start();
      },
    );
  }

  /** Other failures are not remembered, since they may not happen again. The number of rounds bounds the attempts. */
  function remember(full: PreparedImage, reason: unknown): void {
    if (isUnreadable(reason)) unreadable.add(full);
    else if (reason instanceof ImageError && reason.code === "image-too-large" && typeof reason.actual === "number")
      floors.set(full, reason.actual);
  }

  function finish(): void {
    const now = new Map(read().items.flatMap((item) => (isPrepared(item) ? [[item.id, item.image] as const] : [])));
    const images = new Map<string, PreparedImage>();
    for (const [id, one] of made) {
      if (!now.has(id)) continue;
      fitted.set(id, one);
      images.set(id, one.image);
    }
    made = new Map();
    forecast = undefined;
    replace(images);
  }

  function stopAll(): void {
    underWay.stopAll();
    [todo, made, plan] = [[], new Map(), new Map()];
  }

  return {
    look,
    start,
    retry() {
      gaveUp = undefined;
      rounds = 0;
    },
    undone(items) {
      stopAll();
      const full = withImages(items, new Map(items.filter(isPrepared).map((item) => [item.id, fullOf(item)])));
      fitted.clear();
      planned = NOWHERE;
      [gaveUp, forecast] = [undefined, undefined];
      return full;
    },
    forget(id) {
      underWay.stop(id);
      todo = todo.filter(([other]) => other !== id);
      made.delete(id);
      fitted.delete(id);
    },
    stopAll,
  };
}

/** Adds what `shrinkToFit` would do. */
function withOffer(now: Summary, input: FitInput): Fitting {
  const found = planFit(input);
  if (found.status === "impossible") return found;
  const saved = input.images
    .map(({ id, now: { bytes } }) => bytes - (found.changes.get(id)?.maxBytes ?? bytes))
    .filter((bytes) => bytes > 0);
  return { ...now, offer: { imageCount: saved.length, savedBytes: saved.reduce((sum, bytes) => sum + bytes, 0) } };
}

const isUnreadable = (reason: unknown) => reason instanceof ImageError && reason.code === "file-unreadable";

function isSame(one: Situation, other: Situation): boolean {
  return isAlike(one, other) && one.roomBytes === other.roomBytes;
}

function isAlike(one: Situation, other: Situation): boolean {
  const isSameSet = one.images === other.images && one.pinned === other.pinned && one.tokens === other.tokens;
  return isSameSet && !(Math.abs(one.roomBytes / other.roomBytes - 1) > SAME_ROOM);
}

function idsOf(images: readonly FitImage[]): string {
  return images.map(({ id, full }) => `${id} ${full.bytes}`).join();
}

/** `planned`: the quality of an image whose quality was not lowered. */
function madeOf(image: PreparedImage, planned: number): Made {
  const lowered = image.changes.find((change) => change.code === "quality-lowered");
  return { width: image.width, height: image.height, quality: lowered?.to ?? planned, bytes: textBytes(image) };
}

/** Of its base64 text, which is what the limits count. */
function textBytes({ bytes }: PreparedImage): number {
  return base64Length(bytes);
}
