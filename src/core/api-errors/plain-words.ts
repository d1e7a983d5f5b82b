/** A refusal's words, made alike for the grammar: ASCII, lower case, without names, ids and addresses that only look like words or figures. */

/** Of Chinese providers; written as `spelled` spells them. */
const TRANSLATED: readonly (readonly [RegExp, string])[] = [
  [/u4e0du652fu6301/g, " not support "],
  [/u6570u91cf/g, " count "],
  [/u56fe(?:u[0-9a-f]{4})?/g, " image "],
  [/u8d85[u0-9a-f]{5}/g, " exceed "],
  [/u8fc7u5927/g, " too large "],
  [/u8fc7u591a/g, " too many "],
  [/u2018|u2019|u201c|u201d/g, ""],
  [/u00d7/g, "x"],
];

/** Character codes as text: a page in another charset would take characters above 0x7f in this code for something else. */
function spelled(text: string): string {
  if (!/[^\x00-\x7e]/.test(text)) return text;
  const ascii = text.replaceAll(/[^\x00-\x7e]/g, (one) => `u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return TRANSLATED.reduce((words, [written, meant]) => words.replaceAll(written, meant), ascii);
}

export function plainWords(text: string): string {
  return (
    spelled(text)
      .replaceAll(/<\/?[a-z!][^<>]{0,300}>/gi, " ")
      .replaceAll(/&nbsp;/g, " ")
      .replaceAll(/https?:\/\/\S+|\brequest id:? \S+/gi, " ")
      // Ids: with digits and letters, or as a UUID.
      .replaceAll(/\b[\da-f]{8}-[\da-f-]{27}\b|\b(?:[a-z]{2,5}_)?(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{16,}\b/gi, " ")
      // `image_url` is a part of a request; an image URL is an address.
      .replaceAll(/\b(?:image_url|input_image)\b/gi, "imageurl")
      // `messages.0.content.2.image` and `input[0].content[1]`: the figures are places.
      .replaceAll(/\b[a-z_$]+(?:\.?\[\d{1,4}\]|\.\d{1,4}\b(?!\.?\d))[\w.[\]]*/gi, (path) => path.replaceAll(/[\d.[\]]+/g, " "))
      // Names of models: gpt-4-vision-preview, meta-llama/Llama-3.2-11B-Vision.
      .replaceAll(/(^|\s)[`'"(]?[a-z](?=[\w./:]*[-/])(?=\S*\d)(?!ase64|mage\/)[\w./:-]+/gi, "$1model")
      .replaceAll(/([a-z])([A-Z][a-z])/g, "$1 $2")
      // Statuses are no figures of a request.
      .replaceAll(/^\W*[45]\d\d\b(?! ?(?:image|tok|byte|p|[kmg]i?b))|\[[45]\d\d\b|\b(?:(?:code|status|error|http|failed)\W{1,3}[45]\d\d|(?:code|close|received|sent) 1009)\b/gi, " ")
      // How npm's `bytes` writes 2^20, in Next and Express.
      .replaceAll(/(\d[kmg])b\b/g, "$1ib")
      .replaceAll(/\[\s*\d+\s*,\s*(\d+)\s*\]/g, "max $1")
      .replaceAll(/\b(?:one|single)(?= image)/gi, "1")
      .replaceAll(/[`'"*]/g, "")
      .replaceAll(/\bcan not\b/gi, "cannot")
      .replaceAll(/[_\s]+/g, " ")
      .toLowerCase()
      .trim()
  );
}
