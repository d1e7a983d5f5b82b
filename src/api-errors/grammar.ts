/**
 * Reads the meaning of a refusal: what is limited (the number of images, the bytes of one image or of the request, sides, tokens,
 * images at all), or what is wrong with an image. It reads `plainWords`, in which codes and exception names are words, too ("body
 * toolarge"). No pattern has `.*` between two parts: it would take time in the square of a text's length.
 */
import type { ApiErrorKind } from "./types.js";

export interface Reading {
  kind: ApiErrorKind;
  ambiguousWith?: ApiErrorKind;
  /** Unmistakable even without an envelope, status or exception that marks an API error. */
  sure?: boolean;
  /** What to do in this particular case, before the steps of its kind. */
  step?: string;
}

/** Words for exceeding a limit, or naming one. */
const OVER =
  /\bover\b|toolarge|too (?:many|much)|atmost|\bmax\b|limit|[<>]=? ?\d|capacity|not enough|overflow|only (?:support )?\d/;
/** Limits that are not about the content of a request. */
const NO_SIZE =
  /time ?d? ?out|deadline|retries|redirect|call stack|schema|header|cookie|request-ur[il]|uri too|max content|took too|generated|generation|^max (?:completion |output |new )?tokens\b(?! \+)|(?:max (?:support )?count|atmost \d+) (?:output|completion) tokens/;

const TOKENS =
  /\btokens?\b|context (?:length|window|size|limit)|(?:prompt|input) (?:is )?(?:toolarge|over)|(?:prompt|model|input) length|context the overflows/;
const NO_TOKENS = /unexpected token|invalid token|access token|bearer|auth/;
const COUNT =
  /too (?:many|much) (?:image|media)|count (?:\w+ )?image|\bimages? (?:items?|count|limit)\b|(?:^|[^\w.])\d+ ?(?:more |separate )?image(?:url|s)?\b/;
const SIDES = /\bpixel|mega ?pixel|\bside\b|patches|\d ?x ?\d|not meet the model restrictions/;
const SMALL =
  /too small|atmost (?:the )?atleast|(?:must|should|needs?)\b[^.]{0,30}(?:\bover\b|>=?)|atleast (?:\w+ ){0,3}\d/;
const NO_SMALL = /not (?:be )?over|atleast \d+ ?image/;

/** What can have a size in bytes. */
const ONE = /\bimage|media\b|data-?uri|inline ?data|\bfile|attachment|base64/g;
const WHOLE = /\brequest\b|\bbody\b|content toolarge|\bmessage\b|\bpart\b|\bpost\b/g;
const AMOUNT = /bytes?\b|\d ?[kmg]i?b\b/;
const BYTES = /bytes?\b|\d ?[kmg]i?b\b|size|toolarge|\bbody\b|length|capacity|data-?uri|message over/;

/**
 * The thing named before the words of excess, the nearest first; otherwise the first one after them: "over limit on max bytes per
 * data-uri item".
 */
function isOneImage(words: string, over: number): boolean | undefined {
  const [ones, wholes] = [ONE, WHOLE].map((pattern) => [...words.matchAll(pattern)].map(({ index }) => index));
  const nearest = (places: readonly number[] = []) => places.findLast((place) => place < over) ?? -1;
  const [one, whole] = [nearest(ones), nearest(wholes)];
  if (one !== whole) return one > whole;
  const [first = Infinity, other = Infinity] = [ones?.[0], wholes?.[0]];
  return first === other ? undefined : first < other;
}

function sizeOf(words: string): Reading | undefined {
  if (SMALL.test(words) && !NO_SMALL.test(words) && (SIDES.test(words) || /image/.test(words)))
    return { kind: "image-too-small" };
  const over = words.search(OVER);
  if (over < 0 || NO_SIZE.test(words)) return undefined;
  if (TOKENS.test(words) && !NO_TOKENS.test(words)) return { kind: "too-many-tokens" };
  if (SIDES.test(words)) return { kind: "image-dimensions" };
  if (COUNT.test(words) && !AMOUNT.test(words)) return { kind: "too-many-images" };
  const isOne = BYTES.test(words) ? isOneImage(words, over) : undefined;
  return isOne === undefined
    ? undefined
    : { kind: isOne && !/\btotal\b|combined|overall/.test(words) ? "image-too-large" : "request-too-large" };
}

type Rule = Reading & { is: RegExp; not?: RegExp };

/** Wordings that belong to one provider, or mean something else elsewhere. Tried before the sizes. */
const FIRST: readonly Rule[] = [
  { kind: "request-encoding", is: /encoding (?:invalid|unsupported)/ },
  {
    kind: "request-too-large",
    is: /body toolarge after decoding/,
    step: "Compressing the body does not help: it is measured after decoding.",
  },
  {
    kind: "request-too-large",
    is: /response is toolarge to store/,
    step: "Send `store: false`: the answer is stored with the images otherwise.",
  },
  // Bedrock says the same about 27 MB of images and about a long text. If the request has images, the limit on bytes is reached
  // first.
  {
    kind: "request-too-large",
    is: /input is toolarge for requested model/,
    ambiguousWith: "too-many-tokens",
    sure: true,
  },
  { kind: "request-too-large", is: /failed to (?:read|buffer) (?:the )?request body/ },
  { kind: "image-too-large", is: /total referenced files bytes are toolarge/ },
  { kind: "media-type-mismatch", is: /sanitizer server error/, ambiguousWith: "image-too-large" },
  // Thrown by the AI SDK before it sends.
  { kind: "images-unsupported", is: /image[\w ]* functionality not support/, sure: true },
  {
    kind: "images-unsupported",
    is: /unknown variant imageurl|content (?:part )?type:? imageurl|imageurl[^.]{0,9}\W+(?:expected|support values are|should be):? text\b|imageurl is only|endpoints found that support|mmproj|model projector|compiled for vision|not an? vision|requires? (?:an? )?vision|only (?:support|takes?) text|missing data required for image|content must be a string|type must be text\b|input should be text\b|\bmodel\b[^.]{0,40}\bnot (?:read|see|view|understand|interpret|process|handle) (?:image|vision)/,
    not: /role:system/,
  },
  {
    kind: "undecodable-image",
    is: /got empty base64/,
    step: "The data URL holds nothing behind its comma: send the block once the image is ready.",
  },
  {
    kind: "undecodable-image",
    is: /failed to sanitize image/,
    step: "Give the AWS SDK the bytes themselves: base64 text is encoded a second time.",
    sure: true,
  },
  {
    kind: "undecodable-image",
    is: /illegal base64 data at input byte/,
    step: "Send plain base64, without the `data:` prefix.",
  },
  {
    kind: "media-type-mismatch",
    is: /image[. ]format[^.]{0,90}(?:failed|not support)/,
    step: "Converse takes `jpeg`, `png`, `gif` or `webp` in lower case; `jpg` is refused.",
    sure: true,
  },
  {
    kind: "media-type-mismatch",
    is: /unsupported (?:image(?! input)|mime|media)|(?:media|mime|image|file|content)[ .]?(?:format|type)s?\b[^.]{0,60}(?:not (?:support|valid)|unsupported|should be|must be|mismatch|input should)|(?:invalid|not support|unsupported|unknown|not match)[^.]{0,40}(?:format|mime|media type|image type)|image appears to be an? image/,
    not: /imageurl is|response format|schema/,
  },
  {
    kind: "unsupported-image-source",
    is: /not a valid absolute uri/,
    step: "Data URLs above 65,520 characters were refused so for a day in July 2026: try a smaller image, or later.",
  },
  {
    kind: "unsupported-image-source",
    is: /invalid image input|\burls?(?: sources?)? not support|not support (?:image |remote |external )?urls|only base64/,
  },
  { kind: "image-file-missing", is: /(?:image|\bfile)(?: file)? not found/ },
  {
    kind: "image-url-unreachable",
    is: /(?:fail\w*|not|error|timeout|timed out)\b[^.]{0,20} ?(?:download|fetch|retriev|access)\w*[^.]{0,30}(?:\burls?\b|image|\bfile)|image download failed|invalid image url|^error while downloading/,
  },
];

/**
 * After the sizes, since these words are less specific: "does not support more than 5 images" is a count, "failed to process
 * image: too small" a side.
 */
const LAST: readonly Rule[] = [
  {
    kind: "images-unsupported",
    is: /\b(?:not|no)\b[^.]{0,40}(?:support|handle|process|take)[^.]{0,30}\b(?:image|vision)|unsupported[^.]{0,20}\b(?:image|vision)|\b(?:image|vision)[^.]{0,50}\b(?:not\b[^.]{0,12}(?:support|avail)|unsupported)/,
    not: /format|mime|media type|animat|generation|generate image|output|schema|function|tool|not process (?!images|vision|imageurl|image (?:input|content))|failed/,
  },
  { kind: "undecodable-image", is: /not process image/, ambiguousWith: "image-too-small" },
  {
    kind: "undecodable-image",
    is: /(?:\bnot|failed to|error)\b[^.]{0,12} ?(?:process|decod|load|open|pars|identify|read)\w*[^.]{0,20}(?:image|base64)|(?:image|base64)[^.]{0,20}(?:corrupt|damaged|truncated|not valid|invalid)|(?:invalid|corrupt\w*|broken|malformed|empty|bad)[^.]{0,8} (?:base64|image)|not represent a valid image|image pars/,
  },
];

const find = (rules: readonly Rule[], words: string) =>
  rules.find(({ is, not }) => is.test(words) && !not?.test(words));

/** `undefined`: the words match no known refusal. */
export function readingOf(words: string): Reading | undefined {
  return find(FIRST, words) ?? sizeOf(words) ?? find(LAST, words);
}

/** Rate limits, which end by themselves. */
const PACE =
  /\bper[ -]?(?:min|sec|hour|day)|\b[tri]p[md]\b|rate limit|too many requests|quota|throttl|please wait|(?:try|retry)\b[^.]{0,12} (?:later|again|in \d)/;
export const saysPace = (words: string): boolean => PACE.test(words);

/** About something else, whatever the rest of the text says. */
const OTHER =
  /api key|credit balance|more credits|plan (?:and|&) billing|current quota|content policy|safety system|moderation/;
export const isOther = (words: string): boolean => OTHER.test(words) && !/retry in/.test(words);

/** How a server refuses a body; recognizable even if an app throws only this text. */
const SERVERS_WORDS =
  /(?:request|body|content)\b[^.]{0,20} (?:that was )?toolarge|body size over|message toolarge|message over|length limit over|(?:body|request)\b[^.]{0,30}(?:\bover\b|atmost)/;
/** About a model or a request: a chat about pictures has no such sentence. */
const MODELS_WORDS =
  /\bmodel|server|endpoint|mmproj|imageurl|\brequest|\bprompt\b|conversation|provided|per (?:message|call)/;
/** A chat's text, not an error. */
const PROSE = /\?|(?:^|\s)(?:i|my|mine|me|she|he|her|his)\b/;

/** Whether a bare text of unknown origin is a refusal. */
export function isSure(
  { kind, sure }: Reading,
  words: string,
  figures: { actual?: number | undefined; limit?: number | undefined },
): boolean {
  if (sure) return true;
  if (PROSE.test(words) || words.length > 2000) return false;
  const hasBoth = figures.actual !== undefined && figures.limit !== undefined;
  if (kind === "request-too-large")
    return SERVERS_WORDS.test(words) || (hasBoth && /\brequest\b|\bbody\b|\bmessage\b/.test(words));
  if (kind === "images-unsupported" || kind === "too-many-images")
    return MODELS_WORDS.test(words) || (hasBoth && />/.test(words));
  return hasBoth || (figures.limit !== undefined && kind === "image-dimensions" && /\bover\b/.test(words));
}
