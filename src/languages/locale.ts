/**
 * Writes figures, plurals and lists as a language does. A language that this browser's `Intl` does not know gets English figures.
 */
import { requestFigures, shownBytes, shownCap, type ShownBytes } from "../react/text/format-bytes.js";
import type { Excess, PictureFigures } from "../react/text/messages.js";
import { formatName } from "../shared/media-types.js";
import { DEFAULT_BACKGROUND } from "../shared/defaults.js";
import type { Size } from "../shared/types.js";

/** One text for each plural form of the language; `#` is replaced by the count. A missing form is taken from `other`. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Figures as an `ImageError` has them. */
type Figure = number | string | undefined;

export interface Locale {
  /** At most one decimal. */
  number: (value: Figure) => string;
  /** Two significant digits. */
  rounded: (value: number) => string;
  /** `percent`: 0 to 100. */
  percent: (percent: number) => string;
  /** A size in bytes, in the unit that suits it; "?" for a value that is no size. */
  bytes: (bytes: Figure) => string;
  /** A limit in bytes, with as many decimals as it needs. */
  cap: (bytes: number) => string;
  /** How far a request is over a limit, in the limit's unit. */
  excess: (excess: Excess, images: Forms, tokens: Forms) => string;
  /** The limit itself; for images and tokens only the figure. */
  limit: (excess: Excess) => string;
  /** A request's size and its limit; the first has no unit if it is the same as the second's. */
  usage: (bytes: number, capBytes: number, together: (size: string, cap: string) => string) => string;
  size: (size: Size) => string;
  /** The size in pixels, if the header states one, and the size in bytes. */
  picture: (picture: PictureFigures, separator: string) => string;
  /** `share`: 0 to 1, written as people know it, from 0 to 100. */
  quality: (share: number) => string;
  /** Millions, at most one decimal. */
  millions: (value: Figure) => string;
  /** Takes milliseconds. */
  seconds: (ms: Figure) => string;
  /** Names of formats, given one media type or several separated by commas; `undefined` for anything else. */
  formats: (mediaTypes: Figure) => string | undefined;
  /**
   * What was removed from a file. Its names in capitals are the same everywhere. `located`: for EXIF with a position; `others`: for
   * all that has no such name, once.
   */
  removed: (names: readonly string[], located: string, others: string) => string;
  count: (count: number, forms: Forms) => string;
  /** Puts the one name in place of `#`, or says how many there are. */
  names: (names: readonly string[], one: string, several: Forms) => string;
}

const UNITS = { B: "byte", kB: "kilobyte", MB: "megabyte", GB: "gigabyte" } as const;

/** Sides of pictures have no separator up to four digits. */
const GROUPED_FROM = 10_000;

const TIMES = " \u00d7 ";

/** As `formats/exif/exif-label.ts` writes it. */
const LOCATED = "EXIF (with GPS position)";
const NAMED = /^(EXIF|XMP|IPTC|ICC)\b/;

/** Room for more images than this is not worth a note. */
export const MOST_ROOM_SHOWN = 19;

/** If more files are rejected, only the first reason is spoken. */
export const MOST_REASONS_SPOKEN = 3;

/** By how many percent it is smaller or larger, at least 1; `undefined`: the size is unchanged. */
export function savedShare(
  originalBytes: number,
  sentBytes: number,
): { percent: number; isSmaller: boolean } | undefined {
  if (sentBytes === originalBytes) return undefined;
  const percent = Math.round((Math.abs(originalBytes - sentBytes) / originalBytes) * 100);
  return { percent: Math.max(1, percent), isSmaller: sentBytes < originalBytes };
}

/** `undefined` for white, which has a name in each language. */
export const otherThanWhite = (background: string): string | undefined =>
  background === DEFAULT_BACKGROUND ? undefined : background;

const numeric = (value: Figure): number => (typeof value === "number" ? value : Number.NaN);

/** `tag`: a BCP 47 tag. */
export function createLocale(tag: string): Locale {
  // Each is made once, when first used: making one takes longer than the rest of a keystroke.
  const locale = once(() => (isKnown(tag) ? tag : "en"));
  const plurals = once(() => new Intl.PluralRules(locale()));
  const lists = once(() => new Intl.ListFormat(locale()));
  const numbers = new Map<string, Intl.NumberFormat>();
  const written = (value: number, options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options);
    const known = numbers.get(key) ?? new Intl.NumberFormat(locale(), options);
    numbers.set(key, known);
    return known.format(value);
  };
  const decimal = (value: Figure) =>
    Number.isFinite(value) ? written(numeric(value), { maximumFractionDigits: 1 }) : "?";
  const figure = ({ value, decimals }: ShownBytes, unit?: string) =>
    written(value, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      ...(unit && { style: "unit", unit, unitDisplay: "short" }),
    });
  const withUnit = (shown: ShownBytes) => figure(shown, UNITS[shown.unit]);
  const side = (pixels: number) => written(pixels, { useGrouping: pixels >= GROUPED_FROM });
  const count = (many: number, forms: Forms) =>
    (forms[plurals().select(many)] ?? forms.other).replace("#", () => decimal(many));
  const bytes = (size: Figure) =>
    Number.isFinite(size) && numeric(size) >= 0 ? withUnit(shownBytes(numeric(size))) : "?";
  const cap = (capBytes: number) => withUnit(shownCap(capBytes));
  const size = ({ width, height }: Size) => side(width) + TIMES + side(height);
  const list = (words: readonly string[]) => lists().format(words);

  return {
    number: decimal,
    rounded: (value) => decimal(Number(value.toPrecision(2))),
    percent: (percent) => written(percent / 100, { style: "percent" }),
    bytes,
    cap,
    excess: ({ unit, actual, limit }, images, tokens) =>
      unit === "bytes"
        ? withUnit(requestFigures(actual, limit).excess ?? shownBytes(0))
        : count(actual - limit, unit === "images" ? images : tokens),
    limit: ({ unit, limit }) => (unit === "bytes" ? cap(limit) : decimal(limit)),
    usage: (actual, capBytes, together) => {
      const { size: has, cap: most } = requestFigures(actual, capBytes);
      if (!most) return withUnit(has);
      return together(has.unit === most.unit ? figure(has) : withUnit(has), withUnit(most));
    },
    size,
    picture: (picture, separator) =>
      picture.width > 0 && picture.height > 0 ? size(picture) + separator + bytes(picture.bytes) : bytes(picture.bytes),
    quality: (share) => decimal(Math.round(share * 100)),
    millions: (value) => decimal(numeric(value) / 1e6),
    seconds: (ms) => decimal(numeric(ms) / 1000),
    formats: (mediaTypes) =>
      typeof mediaTypes === "string" && mediaTypes.includes("/")
        ? list(mediaTypes.split(",").map((mediaType) => formatName(mediaType.trim())))
        : undefined,
    removed: (names, located, others) =>
      list([...new Set(names.map((name) => (name === LOCATED ? located : (NAMED.exec(name)?.[0] ?? others))))]),
    count,
    names: (names, one, several) =>
      names.length === 1 ? one.replace("#", () => names[0]!) : count(names.length, several),
  };
}

function isKnown(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    // Not a valid tag.
    return false;
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
