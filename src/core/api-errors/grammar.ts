/**
 * What a refusal says, in whatever words: what is limited (the images, the bytes of one or of the request, sides, tokens, images at
 * all), or what is wrong with an image. Reads `plainWords`; codes and exception names are words, too ("payload too large").
 */
import type { ApiErrorKind } from "./types.js";

export interface Reading {
  kind: ApiErrorKind;
  ambiguousWith?: ApiErrorKind;
  /** Unmistakable also where no envelope, status or exception says that an API speaks. */
  sure?: boolean;
  /** What to do in this very case, before the steps of its kind. */
  step?: string;
}

const IMAGE = String.raw`(?:images?|image\(s\)|imageurl|pictures?|photos?|media)\b`;
const SIGHT = String.raw`(?:images?|imageurl|vision|visual|multi-?modal\w*|pictures?|photos?)\b`;
/** No `.*` between two parts: it would cost the square of a text's length. */
const regex = (source: string): RegExp => new RegExp(source.replaceAll("IMAGE", IMAGE).replaceAll("SIGHT", SIGHT));

/** Something is beyond a limit, or a limit is named. */
const OVER = regex(
  String.raw`exceed|too (?:many|much|large|big|long|high|wide|tall)|oversize|(?:larg|bigg|great|long|high|wid|tall)er than|(?:less|more|fewer|smaller|lower) than|\bover (?:the )?(?:max|limit)|at most|up to \d|max(?:imum)?\b|limit|below|under \d|[<>]=? ?\d|capacity|not enough|overflow|only (?:supports? |accepts? |allows? |takes? )?\d`,
);

/** Of limits that do not hold for what a request carries. */
const NO_SIZE = regex(String.raw`time ?d? ?out|deadline|retries|redirect|call stack|schema|header|cookie|request-ur[il]|uri too|max content length|took too|generated|generation|^max (?:completion |output |new )?tokens\b(?! \+)|(?:maximum (?:allowed )?number of|most \d+) (?:output|completion) tokens`);

const TOKENS = regex(String.raw`\btokens?\b|context (?:length|window|size|limit)|(?:prompt|input) (?:is too long|too long|exceeds)|(?:prompt|model|input) length|max model len|context the overflows`);
const NO_TOKENS = regex(String.raw`unexpected token|invalid token|access token|bearer|auth`);
const COUNT = regex(String.raw`too (?:many|much) IMAGE|(?:number|count|amount) of (?:\w+ )?IMAGE|\bimages? (?:items?|count|limit)\b|max(?:imum)? images?\b|(?:^|[^\w.])\d+ ?(?:more |separate )?IMAGE`);
const SIDES = regex(String.raw`pixels?\b|\bpx\b|dimensions?\b|resolution|\bwidth|\bheight|\bsides?\b|aspect|patches|\d ?x ?\d`);
const SMALL = regex(
  String.raw`too small|undersized|smaller than (?:the )?min|below (?:the )?min|(?:must|should|needs?)\b[^.]{0,30}(?:(?:larg|bigg|great)er than|not?(?: be)? (?:less|smaller) than|>=?)|(?:must|should|needs?|have|required)\b[^.]{0,30}at least \d|at least \d+(?: ?x ?\d+)? ?p|minimum (?:\w+ ){0,3}\d`,
);
const NO_SMALL = regex(String.raw`(?:not|never|cannot|cant) (?:be )?(?:larg|bigg|great)er`);

/** What has bytes. */
const ONE = regex(String.raw`IMAGE|data-?uri|inline ?data|\bfile|attachment|base64|multimodal (?:file|data)`);
const WHOLE = regex(String.raw`\brequests?\b|payload|\bbod(?:y|ies)\b|entity|content (?:length|too)|\bmessage\b|\bframe\b|\bupload|\bpart\b|\bpost\b|data value|amount of data`);
const TOTAL = regex(String.raw`\btotal\b|combined|overall|aggregate|altogether`);
const BYTES = regex(String.raw`bytes?\b|\d ?[kmg]i?b\b|size|large|bigg?|payload|\bbody|entity|length|long|oversize|capacity|data-?uri`);

/** The thing before the words of excess, the nearest first; else the first one behind them: "exceeded limit on max bytes per data-uri item". */
function isOneImage(words: string, over: number): boolean | undefined {
  const before = words.slice(0, over);
  const lastOf = (pattern: RegExp) => [...before.matchAll(new RegExp(pattern, "g"))].at(-1)?.index ?? -1;
  const [one, whole] = [lastOf(ONE), lastOf(WHOLE)];
  if (one !== whole) return one > whole;
  const [first, other] = [words.search(ONE), words.search(WHOLE)];
  if (first < 0 && other < 0) return undefined;
  return other < 0 || (first >= 0 && first < other);
}

function sizeOf(words: string): Reading | undefined {
  if (SMALL.test(words) && !NO_SMALL.test(words) && (SIDES.test(words) || ONE.test(words))) return { kind: "image-too-small" };
  const over = words.search(OVER);
  if (over < 0 || NO_SIZE.test(words)) return undefined;
  if (TOKENS.test(words) && !NO_TOKENS.test(words)) return { kind: "too-many-tokens" };
  if (SIDES.test(words) || /do(?:es)? not meet the model restrictions/.test(words)) return { kind: "image-dimensions" };
  if (COUNT.test(words)) return { kind: "too-many-images" };
  if (!BYTES.test(words)) return undefined;
  const isOne = isOneImage(words, over);
  if (isOne === undefined) return undefined;
  return { kind: isOne && !TOTAL.test(words) ? "image-too-large" : "request-too-large" };
}

type Rule = Reading & { is: RegExp; not?: RegExp };

/** Said by one provider alone, or in words that mean something else elsewhere. Unmistakable, before the sizes. */
const FIRST: readonly Rule[] = [
  { kind: "request-encoding", is: regex(String.raw`encoding (?:invalid|unsupported)`) },
  { kind: "request-too-large", is: /body too large after decoding/, step: "Compressing the body does not help: it is measured after decoding." },
  { kind: "request-too-large", is: /response is too large to store/, step: "Send `store: false`: the answer is stored with the images otherwise." },
  // Bedrock says the same of 27 MB of images and of a long text; with images on board the bytes are met first.
  { kind: "request-too-large", is: /input is too long for requested model/, ambiguousWith: "too-many-tokens", sure: true },
  { kind: "request-too-large", is: /failed to (?:read|buffer) (?:the )?request body|content length[^.]{0,20}exceed|function payload too large/ },
  { kind: "image-too-large", is: /imageurl[^.]{0,12}string too long|total referenced files bytes are too large/ },
  { kind: "media-type-mismatch", is: /sanitizer server error/, ambiguousWith: "image-too-large" },
  // The AI SDK, before it sends.
  { kind: "images-unsupported", is: /image[\w ]* functionality not supported/, sure: true },
  {
    kind: "images-unsupported",
    is: regex(
      String.raw`unknown variant imageurl|unsupported content (?:part )?type:? imageurl|imageurl[^.]{0,9}\W+(?:expected|supported values are|should be):? text\b|imageurl is only supported|support SIGHT input|mmproj|model projector|not compiled for multimodal|not an? (?:multi-?modal|vision)|only (?:accepts?|supports?|takes?) text|text-only model|missing data required for image|content must be a string|type must be text\b|input should be text\b|requires? (?:a |an )?(?:multi-?modal|vision)|\bmodel\b[^.]{0,40}(?:cannot|cant|unable to|not able to|not capable of) (?:read|see|view|understand|interpret|process|handl)\w* SIGHT`,
    ),
    not: /role:system/,
  },
  { kind: "undecodable-image", is: /got empty base64/, step: "The data URL holds nothing behind its comma: send the block once the image is ready." },
  { kind: "undecodable-image", is: /failed to sanitize image/, step: "Give the AWS SDK the bytes themselves: base64 text is encoded a second time.", sure: true },
  { kind: "undecodable-image", is: /illegal base64 data at input byte/, step: "Send plain base64, without the `data:` prefix." },
  { kind: "media-type-mismatch", is: /image format[^.]{0,90}(?:failed|not allowed)/, step: "Converse takes `jpeg`, `png`, `gif` or `webp` in lower case; `jpg` is refused.", sure: true },
  {
    kind: "media-type-mismatch",
    is: regex(
      String.raw`unsupported (?:IMAGE(?! input)|mime|media)|(?:media|mime|image|file|content) ?(?:format|type)s?\b[^.]{0,60}(?:not (?:supported|allowed|valid)|unsupported|should be|must be|mismatch)|(?:invalid|unsupported|unknown|not match)[^.]{0,40}(?:format|mime|media type|image type)|image appears to be an? image`,
    ),
    not: /imageurl is|response format|schema/,
  },
  { kind: "unsupported-image-source", is: /not a valid absolute uri/, step: "Data URLs above 65,520 characters were refused so for a day in July 2026: try a smaller image, or later." },
  { kind: "unsupported-image-source", is: /invalid image input|(?:image |remote )?urls?(?: sources?)? (?:are|is) not supported|not support (?:image |remote |external )?urls|only base64/ },
  { kind: "image-file-missing", is: regex(String.raw`image(?: file)? not found`) },
  {
    kind: "image-url-unreachable",
    is: regex(String.raw`(?:fail\w*|unable|could not|cannot|cant|error|timeout|timed out)\b[^.]{0,20} (?:download|fetch|retriev|access)\w*[^.]{0,30}(?:\burls?\b|IMAGE|\bfile)|image download failed|invalid image url`),
  },
];

/** After the sizes: "does not support more than 5 images" is a count, "failed to process image: too small" a side. */
const LAST: readonly Rule[] = [
  {
    kind: "images-unsupported",
    is: regex(
      String.raw`(?:not|doesnt|dont|cannot|cant|no|isnt|unable to)\b[^.]{0,40}(?:support|accept|allow|enabl|handle|process|take)\w*[^.]{0,30}SIGHT|unsupported[^.]{0,20}SIGHT|SIGHT[^.]{0,50}\b(?:(?:not|isnt|arent)\b[^.]{0,12}(?:support|accept|allow|enabl|avail|permitted)|unsupported)`,
    ),
    not: /format|mime|media type|animat|generat|output|schema|function|tool|could not process|unable to process|cannot process (?:the |this |input )*image|failed/,
  },
  { kind: "undecodable-image", is: /could not process image/, ambiguousWith: "image-too-small" },
  {
    kind: "undecodable-image",
    is: regex(
      String.raw`(?:could not|cannot|cant|failed to|unable to|error)\b[^.]{0,12} (?:process|decod|load|open|pars|identify|read)\w*[^.]{0,20}(?:IMAGE|base64)|(?:IMAGE|base64)[^.]{0,20}(?:corrupt|damaged|truncated|not valid|invalid)|(?:invalid|corrupt\w*|broken|malformed|empty|bad)[^.]{0,8} (?:base64|IMAGE)|not represent a valid image|image pars`,
    ),
  },
];

const find = (rules: readonly Rule[], words: string) => rules.find(({ is, not }) => is.test(words) && !not?.test(words));

/** `undefined`: the words speak of nothing we know. */
export function readingOf(words: string): Reading | undefined {
  return find(FIRST, words) ?? sizeOf(words) ?? find(LAST, words);
}

/** Limits of a time, which pass by themselves. */
const PACE = /\bper[ -]?(?:min|sec|hour|day)|\b[tri]p[md]\b|rate limit|too many requests|quota|throttl|please wait|(?:try|retry)\b[^.]{0,12} (?:later|again|in \d)/;
export const saysPace = (words: string): boolean => PACE.test(words);

/** About something else, whatever words stand beside it. */
const OTHER = /api key|credit balance|more credits|plan (?:and|&) billing|current quota|content policy|safety system|moderation/;
export const isOther = (words: string): boolean => OTHER.test(words) && !/retry in/.test(words);

/** Said by a server that refuses a body; hardly ever by anybody else, also where an app threw no more than the words. */
const SERVERS_WORDS =
  /(?:request|payload|entity|body|content)\b[^.]{0,20} too (?:large|big)|payload size exceeded|bod(?:y|ies) exceed|message too big|larger than (?:configured )?max|function payload|length limit exceeded|request that was too large|(?:payload|body|request|content length)\b[^.]{0,30}(?:exceed|(?:small|larg|great)er than)/;
/** Of a model, or of the request: no sentence of a chat about pictures. */
const MODELS_WORDS = /\bmodel|server|endpoint|mmproj|imageurl|\brequest|\bprompt\b|conversation|provided|per (?:message|call)/;
/** Somebody talks. */
const PROSE = /\?|(?:^|\s)(?:i|my|mine|me|she|he|her|his)\b/;

/** Whether a bare text, from nobody known, is a refusal all the same. */
export function isSure({ kind, sure }: Reading, words: string, figures: { actual?: number | undefined; limit?: number | undefined }): boolean {
  if (sure) return true;
  if (PROSE.test(words) || words.length > 2000) return false;
  const hasBoth = figures.actual !== undefined && figures.limit !== undefined;
  if (kind === "request-too-large") return SERVERS_WORDS.test(words) || (hasBoth && WHOLE.test(words));
  if (kind === "images-unsupported" || kind === "too-many-images") return MODELS_WORDS.test(words) || (hasBoth && />/.test(words));
  return hasBoth || (figures.limit !== undefined && kind === "image-dimensions" && /exceed/.test(words));
}
