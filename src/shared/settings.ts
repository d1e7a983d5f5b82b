/** Resolves options to settings: fills in defaults, merges the endpoint's rules for images, throws for bad calls. */
import { base64Length } from "./base64.js";
import {
  DEFAULT_BACKGROUND,
  DEFAULT_BOX,
  DEFAULT_LIMITS,
  DEFAULT_MAX_PIECES,
  DEFAULT_TIMEOUT_MS,
  MAX_STREAMED_PIXELS,
} from "./defaults.js";
import type { Endpoint, EndpointCaps } from "./endpoint.js";
import { checkEndpoint } from "./check-endpoint.js";
import { checkOption, checkPositive, checkWord } from "./errors.js";
import { acceptedTypes, isKnownMediaType, WRITTEN_MEDIA_TYPES } from "./media-types.js";
import { type PresetSize, presetSize } from "./presets.js";
import { untouchedBox } from "./tokens/untouched.js";
import type { AnimationMode, Box, ImageLimits, PrepareOptions, SentMediaType } from "./types.js";

export interface PrepareSettings {
  box: Required<Box>;
  quality: number;
  /** Replaces box and quality if the picture turns out to show a screen (`preset: "auto"`). */
  ifScreen: Pick<PrepareSettings, "box" | "quality" | "orAs"> | undefined;
  mediaType: "image/jpeg" | "image/webp" | "image/png";
  /** Further types to encode as if they are worth trying; the smallest result is sent. */
  orAs: readonly SentMediaType[];
  background: string;
  /** `maxImageBytes` is the strictest of all limits, counted on base64 text whatever the endpoint counts. */
  limits: ImageLimits;
  /** Like `limits.maxPixels`, for a JPEG that our decoder reads row by row. */
  maxStreamedPixels: number;
  /** The types that may be sent; `undefined`: without an endpoint, only the requested type is known to be accepted. */
  sendable: readonly SentMediaType[] | undefined;
  /** What the endpoint takes: the longest and shortest side in pixels, its pixels, and squares to cover it. */
  takes: {
    maxEdgePx: number;
    minEdgePx: number;
    maxPixels: EndpointCaps["maxPixels"];
    maxPatches: EndpointCaps["maxPatches"];
    /** Types of which it takes animations. */
    animatedTypes: EndpointCaps["animatedTypes"];
  };
  timeoutMs: number;
  maxPixelsInFlight: number | undefined;
  /** The most pieces that a tall picture is cut into; 1 means that it is not cut. */
  maxPieces: number;
  truncated: "reject" | "accept";
  animation: AnimationMode;
}

/** What happens to tall pictures, each of which may become several images. */
export interface TallOptions {
  /**
   * What becomes of a picture that is so tall (1.9 times as high as wide, or more) that text in it is too small to read once it fits the box.
   * `"fit"`: it is made to fit like any other. `"split"`: it is cut into pieces, each an image of the list, at a size at which it can be read:
   * between lines of text where there are any, with a small overlap. Pieces count against `maxFiles` and the endpoint's limit like pages.
   * A picture that one of `decoders` opens is not cut. @default "fit"
   */
  tall?: "fit" | "split" | undefined;
  /** The most pieces that one picture is cut into; if more are needed, text is smaller than it should be. @default 10 */
  maxPieces?: number | undefined;
}

type SettingsInput = Omit<PrepareOptions, "signal" | "createWorker"> & TallOptions;

/**
 * Throws a `TypeError` for options that can never work. `imageCount`: images in the request, earlier messages included; some
 * endpoints take only smaller pictures from a certain count on.
 */
export function resolveSettings(options: SettingsInput, imageCount = 1): PrepareSettings {
  const isSmallest = options.mediaType === "smallest";
  const mediaType =
    options.mediaType === undefined || options.mediaType === "smallest" ? "image/jpeg" : options.mediaType;
  const { background = DEFAULT_BACKGROUND, endpoint } = options;
  const { timeoutMs = DEFAULT_TIMEOUT_MS, maxPixelsInFlight, truncated = "reject" } = options;
  const { tall = "fit", maxPieces = DEFAULT_MAX_PIECES } = options;
  if (endpoint !== undefined) checkEndpoint(endpoint);
  const preset = presetSize(options.preset, endpoint);
  const box = { ...DEFAULT_BOX, ...boxOption(options.box, endpoint, preset) };
  const { quality = preset.quality } = options;
  checkOption(quality >= 0 && quality <= 1, "quality", quality, "0 to 1, as in canvas");
  const isBox = [box.width, box.height].every((side) => Number.isSafeInteger(side) && side >= 1);
  checkOption(isBox, "box", options.box, "whole pixels, at least 1 a side");
  checkPositive("timeoutMs", timeoutMs, "milliseconds");
  checkPositive("maxPixelsInFlight", maxPixelsInFlight, "pixels");
  checkWord("truncated", truncated, ["reject", "accept"]);
  checkWord("tall", tall, ["fit", "split"]);
  checkOption(maxPieces >= 2, "maxPieces", maxPieces, "2 or more");
  const { decoders = [] } = options;
  const unknown = options.limits?.accept?.find(
    (type) =>
      !isKnownMediaType(type) &&
      ![...decoders, endpoint?.documents].some((one) => one?.mediaTypes.includes(type as never)),
  );
  const known = 'one that is known here or by a decoder: "image/png"';
  checkOption(unknown === undefined, "a type in limits.accept", unknown, known);
  const sendable = endpoint?.caps.mediaTypes;
  const writable = WRITTEN_MEDIA_TYPES.filter((type) => !sendable || sendable.some((sent) => sent === type));
  checkOption(writable.includes(mediaType), "mediaType", mediaType, `what can be sent: ${writable.join(", ")}`);
  checkOption(isColour(background), "background", background, `a CSS colour, e.g. "${DEFAULT_BACKGROUND}"`);
  const limits = {
    ...DEFAULT_LIMITS,
    ...definedOf(options.limits ?? {}),
    accept: acceptedTypes(options.limits?.accept, decoders),
  };
  for (const [name, limit] of Object.entries(limits))
    checkOption(typeof limit !== "number" || limit >= 0, `limits.${name}`, limit, "0 or more");
  const maxEdge = maxEdgeFor(endpoint, imageCount);
  const within = ({ width, height, turn }: Required<Box>) => ({
    turn,
    width: Math.min(width, maxEdge),
    height: Math.min(height, maxEdge),
  });
  const isTaken = (type: SentMediaType) => sendable?.includes(type) === true;
  const textTypes: readonly SentMediaType[] = options.mediaType === undefined ? ["image/png"] : [];
  const orAs: readonly SentMediaType[] = isSmallest
    ? ["image/webp", "image/png"]
    : options.preset === "text"
      ? textTypes
      : [];
  const forText = options.preset === "auto" && !options.box ? presetSize("text", endpoint) : undefined;
  return {
    box: within(box),
    quality,
    ifScreen: forText && {
      box: within({ ...DEFAULT_BOX, ...forText.box }),
      quality: options.quality ?? forText.quality,
      orAs: (isSmallest ? orAs : textTypes).filter(isTaken),
    },
    mediaType,
    orAs: orAs.filter(isTaken),
    background,
    limits: { ...limits, maxImageBytes: Math.min(limits.maxImageBytes, imageLimit(endpoint)) },
    maxStreamedPixels:
      isDecodedHere(options) && box.width * box.height <= limits.maxPixels ? MAX_STREAMED_PIXELS : limits.maxPixels,
    // Copied, because settings are cloned on their way to a worker, and a framework's reactive proxy around a custom endpoint
    // cannot be cloned.
    sendable: sendable && [...sendable],
    takes: {
      maxEdgePx: maxEdge,
      minEdgePx: endpoint?.caps.minEdgePx ?? 1,
      maxPixels: endpoint?.caps.maxPixels,
      maxPatches: endpoint?.caps.maxPatches && { ...endpoint.caps.maxPatches },
      animatedTypes: endpoint?.caps.animatedTypes && [...endpoint.caps.animatedTypes],
    },
    timeoutMs,
    maxPixelsInFlight,
    maxPieces: tall === "split" ? maxPieces : 1,
    truncated,
    animation: options.animation ?? "first-frame",
  };
}

/**
 * Only our decoder saves memory: the app's `compress` or decoder may hold the complete picture. An explicit `maxPixels` always
 * applies.
 */
function isDecodedHere({ limits, compress, decoders = [] }: SettingsInput): boolean {
  return (
    limits?.maxPixels === undefined &&
    !compress &&
    !decoders.some(({ mediaTypes }) => mediaTypes.includes("image/jpeg"))
  );
}

/** Longest side that may be sent in a request of `imageCount` images, in pixels. */
export function maxEdgeFor(endpoint: Endpoint<unknown> | undefined, imageCount: number): number {
  const { maxEdgePx = Number.POSITIVE_INFINITY, manyImages } = endpoint?.caps ?? {};
  return manyImages && imageCount > manyImages.above ? Math.min(maxEdgePx, manyImages.maxEdgePx) : maxEdgePx;
}

function boxOption(
  box: PrepareOptions["box"],
  endpoint: Endpoint<unknown> | undefined,
  preset: PresetSize,
): Partial<Box> {
  const isBox = box === undefined || (box === "endpoint" ? endpoint !== undefined : typeof box === "object");
  checkOption(isBox, "box", box, '{ width, height } in pixels, or "endpoint" beside an endpoint');
  if (box !== "endpoint") return box ?? preset.box;
  return endpoint?.tokenModel ? untouchedBox(endpoint.tokenModel, DEFAULT_BOX, endpoint.tokenDetail) : {};
}

/** Most bytes of one image as base64 text. */
function imageLimit(endpoint: Endpoint<unknown> | undefined): number {
  const cap = endpoint?.caps.maxImageBytes;
  if (cap === undefined) return Number.POSITIVE_INFINITY;
  return cap.counted === "base64" ? cap.bytes : base64Length(cap.bytes);
}

/**
 * Whether a canvas accepts the colour: it silently ignores invalid ones. Not checked outside browsers, where nothing is drawn.
 */
function isColour(text: string): boolean {
  return globalThis.CSS?.supports?.("color", text) ?? true;
}

/** `{ maxPixels: undefined }` means "the default", as it does for every other option. */
function definedOf<T extends object>(values: T): Partial<T> {
  const partial: Partial<T> = {};
  for (const key in values) if (values[key] !== undefined) partial[key] = values[key];
  return partial;
}
