/** The languages, and what in them may look like English. */
import { arabic } from "../../../src/languages/ar.js";
import { german } from "../../../src/languages/de.js";
import { spanish } from "../../../src/languages/es.js";
import { french } from "../../../src/languages/fr.js";
import { japanese } from "../../../src/languages/ja.js";
import { korean } from "../../../src/languages/ko.js";
import { portuguese } from "../../../src/languages/pt.js";
import { chinese } from "../../../src/languages/zh.js";
import type { DropzoneMessages } from "../../../src/react/text/messages.js";

interface Language {
  /** As in BCP 47. */
  tag: string;
  words: Required<DropzoneMessages>;
  /** Messages that have the same letters in English. */
  sameAsEnglish: readonly (keyof DropzoneMessages)[];
  /** Words of this language that English has, too. */
  mayHold: RegExp;
  /** Punctuation that this language does not use, or not there. */
  misprint: RegExp;
}

const STRAIGHT = /["']|\.\.\./;

/** Western punctuation beside a character. */
const HALF_WIDTH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][,.;:!()]|[,;:!()][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export const LANGUAGES: readonly Language[] = [
  {
    tag: "de",
    words: german,
    sameAsEnglish: ["compareOriginal", "menuSize", "meterDetails"],
    mayHold: /\b(Links?|was)\b/gi,
    misprint: STRAIGHT,
  },
  {
    tag: "es",
    words: spanish,
    sameAsEnglish: ["compareOriginal", "menuSize"],
    mayHold: /(?!)/g,
    misprint: STRAIGHT,
  },
  {
    tag: "fr",
    words: french,
    sameAsEnglish: ["itemMenuShort", "listLabel", "menuSize", "pagesField"],
    mayHold: /\b(message)\b/gi,
    misprint: /["']|\.\.\.|[^\u202f\u00a0][:;!%]/,
  },
  { tag: "ar", words: arabic, sameAsEnglish: [], mayHold: /(?!)/g, misprint: /\p{Script=Arabic}[,;?]/u },
  { tag: "ja", words: japanese, sameAsEnglish: [], mayHold: /(?!)/g, misprint: HALF_WIDTH },
  { tag: "ko", words: korean, sameAsEnglish: [], mayHold: /(?!)/g, misprint: STRAIGHT },
  {
    tag: "pt-BR",
    words: portuguese,
    sameAsEnglish: ["compareOriginal", "menuSize"],
    mayHold: /\b(links?)\b/gi,
    misprint: STRAIGHT,
  },
  { tag: "zh", words: chinese, sameAsEnglish: [], mayHold: /(?!)/g, misprint: HALF_WIDTH },
];
