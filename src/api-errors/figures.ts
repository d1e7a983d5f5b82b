/** Finds the two figures of a refusal, what was sent and what is allowed, in any order and unit. */
import type { ApiErrorUnit } from "./types.js";

export interface Figures {
  actual?: number | undefined;
  limit?: number | undefined;
  unit: ApiErrorUnit;
}

interface Figure {
  value: number;
  unit: ApiErrorUnit | undefined;
  role: "actual" | "limit" | undefined;
  /** The words between this figure and the next. */
  after: string;
}

/** A number, a second one if it is a size, and a unit: "1024x768", "(1080,2376)", "10,485,760 bytes", "1mib", "200k tokens". */
const NUMBER =
  /(^|[^\w.$#-])((?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?)(?:(?: ?x ?|, ?(?=\d+\)))(\d+))?(?: ?([kmg]i?b|(?:kilo|mega|giga)?bytes?|m(?:ega ?)?p(?:ixels?)?)\b|(k)?(?: (?:input|output|total|prompt|text))? ?(tokens?|pixel|patches|images?|imageurl)\b)?(?![\w%])/g;

/** Words before a figure; the last match counts. */
const CUES =
  /(limit|max|support|atmost|over|atleast|than|only|[<>]=?|\bcap\b|capacity|window|configured|downsized to)|(?:got|received|requested|provided|given|passed|actual|current|found|contain|\bhas|have|\bsent|used|resulted in)/g;
const ACTUAL_AFTER = /^[\s)\]]*(?:[a-z()]+ ){0,3}?(?:over|provided|given|toolarge|too many|(?:is|was) sent)/;
const LIMIT_AFTER = /^[\s)\]]*(?:is the )?(?:limit|max|support)/;

/** "output tokens (24092) exceeded this model's limit (24000)", but not "maximum size 1048576 exceeded"; "only 5 images allowed, 8 were provided". */
const EXCEEDS =
  /^[\s)\]]*(?:(?:is )?over (?:the|this|its|your|max|limit)|(?:(?:were|was|are) )?(?:provided|given|sent|received|found)\b)/;

function roleOf(before: string, after: string): Figure["role"] {
  if (EXCEEDS.test(after)) return "actual";
  const cue = [...before.slice(-60).matchAll(CUES)].at(-1);
  if (cue) return cue[1] === undefined ? "actual" : "limit";
  if (ACTUAL_AFTER.test(after)) return "actual";
  return LIMIT_AFTER.test(after) ? "limit" : undefined;
}

/**
 * Reads "MB" as 10^6, the smaller value, except where it is known to be 2^20: "mib", and powers of two (Next's "1mb"; DeepSeek's
 * "32 MB" was measured to be 33,554,432).
 */
function scaleOf(amount: number, word: string): number {
  if (/^mp|^mega ?p/.test(word)) return 1e6;
  const power = { k: 1, m: 2, g: 3 }[word[0] ?? ""] ?? 0;
  return (word[1] === "i" || Number.isInteger(Math.log2(amount)) ? 1024 : 1000) ** power;
}

function unitOf(sized: string | undefined, named: string | undefined): ApiErrorUnit | undefined {
  if (sized !== undefined) return /^m(?:ega ?)?p/.test(sized) ? "pixels" : "bytes";
  if (named === undefined) return undefined;
  if (named.startsWith("tok")) return "tokens";
  if (named.startsWith("pat")) return "patches";
  return /^p(?:ix|x)/.test(named) ? "pixels" : "images";
}

/** `isLeast`: take the shorter of two sides. */
function figuresIn(words: string, isLeast: boolean): Figure[] {
  const found = [...words.matchAll(NUMBER)];
  return found.map((match, index) => {
    const [text, , first = "", second, sized, thousand, named] = match;
    const previous = found[index - 1];
    const before = words.slice(previous ? previous.index + previous[0].length : 0, match.index + 1);
    const next = found[index + 1];
    const after = words.slice(match.index + text.length, next && next.index + (next[1]?.length ?? 0));
    const sides = [first, second ?? first].map((one) => Number(one.replaceAll(",", "")));
    const amount = (isLeast ? Math.min : Math.max)(...sides);
    const scale = sized === undefined ? (thousand === undefined ? 1 : 1000) : scaleOf(amount, sized);
    return { value: Math.round(amount * scale), unit: unitOf(sized, named), role: roleOf(before, after), after };
  });
}

/** "11 > 8", "(5266822 vs. 4194304)", "199759 + 8192 > 200000", "0 document pages + 107 images > 100". */
function compared(all: readonly Figure[]): readonly [actual: number, limit: number] | undefined {
  const index = all.findIndex(({ after }) => /^(?:[\w\s()]{0,16}(?:>=?|\bvs\.?)[\w\s:=]{0,14}| ?\/ ?)\W?$/.test(after));
  const [one, other, before] = [all[index], all[index + 1], all[index - 1]];
  if (!one || !other) return undefined;
  return [one.value + (before && /^[\w\s]{0,20}\+\W?$/.test(before.after) ? before.value : 0), other.value];
}

/** Smaller numbers without a unit are not bytes: a status, a version. */
const LEAST_BARE_BYTES = 1000;

/** Without one of these words, figures of unclear meaning are ignored: "failed after 3 attempts". */
const LIMITED = /over|too|limit|max|than|[<>]|only|support|least|most|vs/;

/** `unit`: the unit of what is limited. `isLeast`: the limit is a minimum. */
export function figuresOf(words: string, unit: ApiErrorUnit, isLeast: boolean): Figures {
  const all = figuresIn(words, isLeast);
  const isBad = (actual: number, limit: number) => (isLeast ? actual < limit : actual > limit);
  const fitting = all.filter((one) =>
    one.unit === undefined
      ? unit !== "bytes" || one.value >= LEAST_BARE_BYTES
      : one.unit === unit || (unit === "pixels" && one.unit === "patches"),
  );
  const said = fitting.some((one) => one.unit === "patches") ? "patches" : unit;
  const pair = compared(fitting);
  if (pair && isBad(...pair)) return checked(...pair, said);
  const sent = fitting.filter(({ role }) => role === "actual");
  const open = fitting
    .filter(({ role, value }) => role === undefined && value > 0 && LIMITED.test(words))
    .map(({ value }) => value);
  const far = (isLeast ? Math.min : Math.max)(...open);
  const near =
    open.find((value) => sent[0] && isBad(sent[0].value, value)) ??
    (sent.length > 0 ? undefined : open.find((value) => open.length === 1 || value !== far));
  const limit = fitting.find(({ role }) => role === "limit")?.value ?? near;
  const actual = [...sent.map(({ value }) => value), ...open].find(
    (value) => limit === undefined || isBad(value, limit),
  );
  return checked(actual, limit, said);
}

/** Drops figures that a number cannot hold exactly: a text may have any number of digits. */
function checked(actual: number | undefined, limit: number | undefined, unit: ApiErrorUnit): Figures {
  const safe = (value: number | undefined) => (Number.isSafeInteger(value) ? value : undefined);
  return { actual: safe(actual), limit: safe(limit), unit };
}
