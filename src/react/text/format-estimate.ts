/** The one formatter of the meter: what is seen and what is spoken both come from here. Only here are odd figures (NaN) made harmless. */
import type { MeterLevel, RequestEstimate } from "../../meter/types.js";
import type { Advice } from "../../shared/types.js";
import type { MeterPart } from "../components/data-attributes.js";
import { hasCap } from "./format-bytes.js";
import type { DropzoneMessages } from "./messages.js";
import { SEPARATOR } from "./typography.js";

/** One piece of the bar. */
export interface MeterSegment {
  part: MeterPart;
  /** Share of the bar's length, 0 to 1, in steps of `1 / BAR_STEPS`. */
  share: number;
  /** "Images 0.8 MB". */
  label: string;
}

/** The meter in words and shares. */
export interface FormattedEstimate {
  level: MeterLevel;
  /** "2.1 of 32 MB", or by how much it is over. */
  size: string;
  /** What is said after the size: ["room for about 3 more photos"]. */
  notes: readonly string[];
  /** Size and notes in one line: seen, and `aria-valuetext`. */
  text: string;
  /** `aria-valuenow` and `aria-valuemax`, in bytes; the former never beyond the latter. */
  nowBytes: number;
  maxBytes: number;
  segments: readonly MeterSegment[];
  /** Where on the bar the cap is, 0 to 1; `undefined` while the request fits. */
  capAt: number | undefined;
  /** What a person can do; empty while the request fits comfortably. */
  advice: readonly string[];
  /** The part of it for which the meter has no button. */
  hints: readonly string[];
  /** To the byte, about how many tokens the images cost, and what the app's developer can do. */
  figures: readonly string[];
}

/** Steps of 2 px on a bar of 800: otherwise each keystroke would start a transition of a dozen frames that nobody sees. */
const BAR_STEPS = 400;

/** Earlier messages that are shorter than this share of the bar are not shown. */
const LEAST_CONVERSATION = 0.01;

const countable = (figure: number) => (Number.isFinite(figure) && figure > 0 ? figure : 0);

function sizeOf({ cap, capOwner, exact }: RequestEstimate, bytes: number, messages: DropzoneMessages): string {
  if (hasCap(cap) && bytes > cap) return messages.meterOver(bytes, cap, capOwner);
  const size = messages.meterSize(bytes, hasCap(cap) ? cap : Infinity, capOwner);
  return exact ? size : messages.meterEstimate(size);
}

function notesOf(estimate: RequestEstimate, bytes: number, messages: DropzoneMessages): string[] {
  const tokens = tokensLimited(estimate);
  const notes: string[] = [];
  if (estimate.exact) notes.push(estimate.covers === "images" ? messages.meterImagesOnly : messages.meterExact);
  if (estimate.level === "over") {
    const isTooLarge = hasCap(estimate.cap) && bytes > estimate.cap;
    // A request may pass several limits at once.
    const isTooMany =
      (!isTooLarge && estimate.limitedBy !== "tokens") || estimate.advice.some(({ code }) => code === "fewer-images");
    if (tokens && tokens.used > tokens.limit) notes.push(messages.meterTooManyTokens(tokens.used, tokens.limit));
    // It passes the limit only with images that are still being prepared.
    else if (tokens && estimate.limitedBy === "tokens") notes.push(messages.meterTokensOf(tokens.used, tokens.limit));
    if (isTooMany) notes.push(messages.meterTooManyImages);
    return notes.filter(isSaid);
  }
  if (tokens && estimate.level === "near" && estimate.limitedBy === "tokens")
    notes.push(messages.meterTokensOf(tokens.used, tokens.limit));
  if (Number.isFinite(estimate.imagesThatStillFit)) {
    notes.push(messages.meterRoom(Math.max(0, Math.floor(estimate.imagesThatStillFit))));
  }
  return notes.filter(isSaid);
}

const isSaid = (note: string) => note !== "";

/** Tokens of images and conversation; `undefined` where the app gives no limit. */
function tokensLimited({ tokens }: RequestEstimate): { used: number; limit: number } | undefined {
  return tokens?.limit === undefined ? undefined : { used: tokens.total + tokens.conversation, limit: tokens.limit };
}

/** Puts an estimate into words and shares. Without a known cap the bar is full and shows only the proportions. */
export function formatEstimate(estimate: RequestEstimate, messages: DropzoneMessages): FormattedEstimate {
  const bytes = countable(estimate.bytes);
  const capped = hasCap(estimate.cap);
  const scale = Math.max(capped ? estimate.cap : 0, bytes, 1);
  const capBytes = capped ? estimate.cap : Infinity;
  const size = sizeOf(estimate, bytes, messages);
  const notes = notesOf(estimate, bytes, messages);
  const advice = adviceOf(estimate);
  return {
    level: estimate.level,
    size,
    notes,
    text: [size, ...notes].join(SEPARATOR),
    nowBytes: capped ? Math.min(bytes, estimate.cap) : bytes,
    maxBytes: capped ? estimate.cap : Math.max(bytes, 1),
    segments: segmentsOf(estimate, scale, messages),
    capAt: capped && bytes > estimate.cap ? estimate.cap / bytes : undefined,
    advice: advice.map(messages.advice),
    hints: advice.filter((one) => !hasButton(one)).map(messages.advice),
    figures: figuresOf(estimate, bytes, capBytes, messages),
  };
}

/** Segments one after the other. Their ends are rounded and not their lengths, which would not add up. */
function segmentsOf({ parts }: RequestEstimate, scale: number, messages: DropzoneMessages): MeterSegment[] {
  const labels = [
    ["conversation", messages.partConversation],
    ["images", messages.partImages],
    ["pending", messages.partPending],
  ] as const;
  const segments: MeterSegment[] = [];
  let before = 0;
  for (const [part, label] of labels) {
    const bytes = countable(parts[part]);
    const end = before + bytes;
    const isShown = part === "conversation" ? bytes > scale * LEAST_CONVERSATION : bytes > 0;
    if (isShown) segments.push({ part, share: onBar(end / scale) - onBar(before / scale), label: label(bytes) });
    before = end;
  }
  return segments;
}

const onBar = (share: number) => Math.round(Math.min(1, share) * BAR_STEPS) / BAR_STEPS;

function adviceOf({ level, exact, advice }: RequestEstimate): readonly Advice[] {
  if (level === "ok") return [];
  // While the size is a guess, so is how many images to remove. A count of images is none.
  return advice.filter((one) => (exact ? isForPeople(one) : one.code === "fewer-images"));
}

/** The box, uploads and another route of the provider are for the app's developer to choose. */
function isForPeople(advice: Advice): boolean {
  if (advice.code === "files-api") return advice.uploading > 0;
  return advice.code !== "resampled" && advice.code !== "batch-api";
}

/** Shrinking and removing do; that neither is enough is still to be said. */
function hasButton(advice: Advice): boolean {
  return advice.code === "shrink" || advice.code === "fewer-images" || (advice.code === "remove" && advice.isEnough);
}

function figuresOf(estimate: RequestEstimate, bytes: number, capBytes: number, messages: DropzoneMessages): string[] {
  const exactly = estimate.exact ? messages.meterBytes(bytes, capBytes) : undefined;
  const forDevelopers = estimate.advice.filter((one) => !isForPeople(one)).map(messages.advice);
  return [exactly, tokensOf(estimate, messages), ...forDevelopers].filter((line) => line !== undefined);
}

function tokensOf({ tokens, exact }: RequestEstimate, messages: DropzoneMessages): string | undefined {
  return tokens && countable(tokens.total) > 0
    ? messages.meterTokens(tokens.total, tokens.model, !exact, tokens.uncounted)
    : undefined;
}

/** The notes as they follow the size in the line. */
export function notesText({ notes }: FormattedEstimate): string {
  return notes.map((note) => SEPARATOR + note).join("");
}
