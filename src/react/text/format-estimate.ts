/** The only formatter of the meter: visible and spoken text both come from here. Odd figures (NaN) are made harmless here. */
import type { MeterLevel, RequestEstimate } from "../../meter/types.js";
import type { Advice } from "../../shared/types.js";
import type { MeterPart } from "../components/data-attributes.js";
import { documentWords } from "../documents/document-messages.js";
import { hasCap } from "./format-bytes.js";
import type { DropzoneMessages, Excess } from "./messages.js";
import { SEPARATOR } from "./typography.js";

/** One piece of the bar. */
export interface MeterSegment {
  part: MeterPart;
  /** Share of the bar's length, 0 to 1, in steps of `1 / BAR_STEPS`. */
  share: number;
  /** "Images 0.8 MB". */
  label: string;
}

/** The meter as texts and shares. */
export interface FormattedEstimate {
  level: MeterLevel;
  /** One line: "2.1 of 32 MB", the room that is left if it is little, or by how much it is over. Also `aria-valuetext`. */
  text: string;
  /** `aria-valuenow` and `aria-valuemax`, in bytes; the former never beyond the latter. */
  nowBytes: number;
  maxBytes: number;
  segments: readonly MeterSegment[];
  /** Where on the bar the cap is, 0 to 1; `undefined` while the request fits. */
  capAt: number | undefined;
  /** What a person can do; empty while the request fits comfortably. */
  advice: readonly string[];
  /** The advice for which the meter has no button. */
  hints: readonly string[];
  /** The exact size, about how many tokens the images cost, and how many PDF files are not counted in them. */
  figures: readonly string[];
}

/** Steps of 2 px on a bar of 800: otherwise each keystroke would start a transition of a dozen frames that nobody can see. */
const BAR_STEPS = 400;

/** Earlier messages are not shown if they are shorter than this share of the bar. */
const LEAST_CONVERSATION = 0.01;

const countable = (figure: number) => (Number.isFinite(figure) && figure > 0 ? figure : 0);

/** The limits that the request exceeds, the tightest first. Bytes and tokens are included only once they are not estimates. */
export function excessesOf({ bytes, cap, limitedBy, tokens, advice, exact }: RequestEstimate): Excess[] {
  const all: Excess[] = [];
  if (exact && hasCap(cap) && bytes > cap) all.push({ unit: "bytes", actual: bytes, limit: cap });
  for (const one of advice)
    if (one.code === "fewer-images")
      all.push({ unit: "images", actual: one.maxImages + one.images, limit: one.maxImages });
  const used = tokensUsed(tokens);
  if (exact && tokens?.limit !== undefined && used > tokens.limit)
    all.push({ unit: "tokens", actual: used, limit: tokens.limit });
  return all.sort((one, other) => Number(other.unit === limitedBy) - Number(one.unit === limitedBy));
}

const tokensUsed = (tokens: RequestEstimate["tokens"]) => (tokens ? tokens.total + tokens.conversation : 0);

/** Puts an estimate into words and shares. Without a known cap the shares are those of the size. */
export function formatEstimate(estimate: RequestEstimate, messages: DropzoneMessages): FormattedEstimate {
  const bytes = countable(estimate.bytes);
  const capped = hasCap(estimate.cap);
  const scale = Math.max(capped ? estimate.cap : 0, bytes, 1);
  const capBytes = capped ? estimate.cap : Infinity;
  const advice = adviceOf(estimate);
  return {
    level: estimate.level,
    text: textOf(estimate, bytes, capBytes, messages),
    nowBytes: capped ? Math.min(bytes, estimate.cap) : bytes,
    maxBytes: capped ? estimate.cap : Math.max(bytes, 1),
    segments: segmentsOf(estimate, scale, messages),
    capAt: capped && bytes > estimate.cap ? estimate.cap / bytes : undefined,
    advice: advice.map(messages.advice),
    hints: advice.filter((one) => !hasButton(one)).map(messages.advice),
    figures: figuresOf(estimate, bytes, capBytes, messages),
  };
}

function textOf(estimate: RequestEstimate, bytes: number, capBytes: number, messages: DropzoneMessages): string {
  const { parts, level, exact, limitedBy, tokens, imagesThatStillFit } = estimate;
  const imageCount = parts.images + parts.pending + (parts.documents ?? 0) > 0 ? 1 : 0;
  const over = excessesOf(estimate).map((excess) => messages.meterOver(excess, imageCount));
  if (over.length > 0) return over.join(SEPARATOR);
  const room =
    level === "near" && Number.isFinite(imagesThatStillFit)
      ? messages.meterRoom(Math.max(0, Math.floor(imagesThatStillFit)), imageCount)
      : "";
  if (room !== "") return room;
  const size =
    level !== "ok" && limitedBy === "tokens" && tokens?.limit !== undefined
      ? messages.meterTokensOf(tokensUsed(tokens), tokens.limit)
      : messages.meterSize(bytes, capBytes);
  return exact ? size : messages.meterEstimate(size);
}

/** Segments one after the other. Their ends are rounded, not their lengths, since rounded lengths would not add up. */
function segmentsOf({ parts }: RequestEstimate, scale: number, messages: DropzoneMessages): MeterSegment[] {
  const labels = [
    ["conversation", messages.partConversation],
    ["images", messages.partImages],
    ["documents", documentWords(messages).partDocuments],
    ["pending", messages.partPending],
  ] as const;
  const segments: MeterSegment[] = [];
  let before = 0;
  for (const [part, label] of labels) {
    const bytes = countable(parts[part] ?? 0);
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
  // While the size is an estimate, so is the number of images to remove. A count of images is exact.
  return advice.filter(({ audience, code }) => (exact ? audience === "user" : code === "fewer-images"));
}

/** The buttons shrink and remove; the advice that neither is enough must still be shown. */
function hasButton(advice: Advice): boolean {
  return advice.code === "shrink" || advice.code === "fewer-images" || (advice.code === "remove" && advice.isEnough);
}

function figuresOf(estimate: RequestEstimate, bytes: number, capBytes: number, messages: DropzoneMessages): string[] {
  const exactly = estimate.exact ? messages.meterBytes(bytes, capBytes, estimate.capOwner, estimate.covers) : undefined;
  const { uncountedDocuments = 0 } = estimate.tokens ?? {};
  const unknown =
    uncountedDocuments > 0 ? documentWords(messages).meterDocumentsUncounted(uncountedDocuments) : undefined;
  return [exactly, tokensOf(estimate, messages), unknown].filter((line) => line !== undefined);
}

function tokensOf({ tokens, exact }: RequestEstimate, messages: DropzoneMessages): string | undefined {
  return tokens && countable(tokens.total) > 0
    ? messages.meterTokens(tokens.total, tokens.model, !exact, tokens.uncounted)
    : undefined;
}
