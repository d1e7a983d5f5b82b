/**
 * Rewrites a refusal's text for the grammar: ASCII, lower case, one word for each meaning, without names, ids and addresses that
 * only look like words or figures. "Photos mustn't be larger than 5MB" and "image must not be over 5mb" are the same.
 */

/** Phrases of Chinese providers, written as `spelled` writes them. */
const TRANSLATED: readonly (readonly [RegExp, string])[] = [
  [/u4e0du652fu6301/g, " not support "],
  [/u6570u91cf/g, " count "],
  [/u8f93u5165/g, " input "],
  [/u56fe(?:u[\da-f]{4})?/g, " image "],
  [/u8d85u8fc7|u8d85u51fa/g, " over "],
  [/u8fc7u5927/g, " too large "],
  [/u8fc7u591a/g, " too many "],
  [/u2018|u2019|u201c|u201d/g, ""],
  [/u00d7/g, "x"],
];

/** Applied before lower-casing, in this order: later lines rely on earlier ones. */
const CLEANED: readonly (readonly [RegExp, string])[] = [
  [/<\/?[a-z!][^<>]{0,300}>|&nbsp;|https?:\/\/\S+|\brequest id:? \S+/gi, " "],
  // Ids: a UUID, or digits and letters.
  [/\b[\da-f]{8}-[\da-f-]{27}\b|\b(?:[a-z]{2,5}_)?(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{16,}\b/gi, " "],
  // `image_url` is a part of a request, while an image URL is an address.
  [/\b(?:image_url|input_image)\b/gi, "imageurl"],
  // The numbers in `messages.0.content.2.image` and `input[0].content[1]` are positions.
  [/\b([a-z_$]+)(?:\.?\[\d{1,4}\]|\.\d{1,4}\b(?!\.?\d))/gi, "$1 "],
  // Names of models: gpt-4-vision-preview, meta-llama/Llama-3.2-11B-Vision.
  [/(^|\s)[`'"(]?[a-z](?=[\w./:]*[-/])(?=\S*\d)(?!ase64|mage\/)[\w./:-]+/gi, "$1model"],
  [/([a-z])([A-Z][a-z])/g, "$1 $2"],
  // Statuses are not figures of a request.
  [
    /^\W*[45]\d\d\b(?! ?(?:image|tok|byte|p|[kmg]i?b))|[[<][45]\d\d\b|\b(?:(?:code|status|\w*error|http|failed)\W{1,3}[45]\d\d|(?:code|close|received|sent) 1009)\b/gi,
    " ",
  ],
  [/(\d) ?px\b/g, "$1 pixel"],
  // npm's `bytes`, used by Next and Express, writes 2^20 like this.
  [/(\d[kmg])b\b/g, "$1ib"],
  // "Range of input length should be [1, 30720]".
  [/\[\s*\d+\s*,\s*(\d+)\s*\]/g, "max $1"],
];

/** One word for each meaning, in this order: "no more than" must come before "more than". */
const LEXICON: readonly (readonly [RegExp, string])[] = [
  [/[`'"*]/g, ""],
  [/[_\s]+/g, " "],
  [/\b(?:one|single)(?= (?:image|picture|photo))/g, "1"],
  [/\b(?:picture|photo)(?=s?\b)/g, "image"],
  [/\bimage\(s\)/g, "images"],
  [/\b(?:multi-?modal\w*|vision|visual)\b/g, "vision"],
  [/\b(?:payload|bod(?:y|ies)|entity|upload|frame|content[- ]length|data value|amount of data)\b/g, "body"],
  [/\b(?:dimensions?|resolution|width|height|sides?|edges?|aspect ratio)\b/g, "side"],
  [/\bpixels\b/g, "pixel"],
  [/\b(?:maximum|max)\b/g, "max"],
  [/\b(?:number|amount) of\b/g, "count"],
  [/\b(?:at least|no(?:t|)(?: be)? (?:less|smaller|lower) than|minimum|min)\b/g, "atleast"],
  [
    /\b(?:(?:no|not) (?:more|larger|greater) than|at most|up to|(?:less|fewer|smaller|lower) than|below|under(?= \d))/g,
    "atmost",
  ],
  [
    /\b(?:(?:larg|bigg|great|long|high|wid|tall)er than|more than|exceed(?:s|ed|ing)?|over(?= (?:the )?(?:max|limit)))\b/g,
    "over",
  ],
  [/\b(?:too (?:large|big|long|high|wide|tall)|oversized?)\b/g, "toolarge"],
  [
    /\b(?:does ?n[o']?t|do ?n[o']?t|can ?n?[o']?t|is ?n[o']?t|are ?n[o']?t|could not|unable to|not able to|not capable of|never)\b/g,
    "not",
  ],
  [/\b(?:support|accept|allow|enable|permit)(?:s|ed|d|ing)?\b/g, "support"],
];

/** Written as character codes: in a page with another charset, characters above 0x7f in this file would be read as others. */
function spelled(text: string): string {
  if (!/[^\0-~]/.test(text)) return text;
  return replaced(
    TRANSLATED,
    text.replaceAll(/[^\0-~]/g, (one) => `u${one.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}

const replaced = (table: readonly (readonly [RegExp, string])[], text: string): string =>
  table.reduce((words, [written, meant]) => words.replaceAll(written, meant), text);

export function plainWords(text: string): string {
  return replaced(LEXICON, replaced(CLEANED, spelled(text)).toLowerCase()).trim();
}
