/**
 * Shortens long names in the middle: the extension says what a file is, and cameras number files at the end of the name. Pure.
 */
import { ELLIPSIS } from "./typography.js";

/** Shorter names are never split. Counted in graphemes: what a person calls a character. */
const SPLIT_FROM = 14;
/** How much of the stem's end stays in front of the extension. */
const STEM_END = 4;
/** Anything longer is not an extension: "a. No more words". */
const LONGEST_EXTENSION = 8;

/** Matches nearly all names, for which the segmenter would be slow. */
const ASCII = /^[\x20-\x7e]*$/;

/** Letters that join and run from right to left: in two boxes they would do neither, so that only the extension is split off. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

let segmenter: Intl.Segmenter | undefined;

/** Graphemes, so that no emoji or accented letter is split. Code points if the browser has no segmenter (Firefox 124). */
function graphemesOf(text: string): string[] {
  if (ASCII.test(text) || !("Segmenter" in Intl)) return Array.from(text);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** How many of the last characters always stay: the extension and a little before it. */
function tailLength(characters: readonly string[]): number {
  const dot = characters.lastIndexOf(".");
  const extension = dot > 0 ? characters.length - dot : 0;
  return STEM_END + (extension <= LONGEST_EXTENSION + 1 ? extension : 0);
}

/** `head` may be shortened to fit, `tail` not; both together are the name. The tail of a short name is empty. */
export function splitName(name: string): { head: string; tail: string } {
  // A text never has more graphemes than UTF-16 units.
  if (name.length < SPLIT_FROM) return { head: name, tail: "" };
  const characters = graphemesOf(name);
  if (characters.length < SPLIT_FROM) return { head: name, tail: "" };
  const joined = RIGHT_TO_LEFT.test(name) ? STEM_END : 0;
  const at = characters.length - tailLength(characters) + joined;
  return { head: characters.slice(0, at).join(""), tail: characters.slice(at).join("") };
}

/** At most `most` graphemes, ellipsis included: "holiday-in-the-mo...0042.jpg". `most` is at least 16. */
export function shortenName(name: string, most = 40): string {
  if (name.length <= most) return name;
  const characters = graphemesOf(name);
  if (characters.length <= most) return name;
  const tail = tailLength(characters);
  return [...characters.slice(0, most - tail - 1), ELLIPSIS, ...characters.slice(-tail)].join("");
}
