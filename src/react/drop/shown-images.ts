/**
 * Finds the pictures in a piece of HTML that shows nothing else. Uses regular expressions: Trusted Types forbid `DOMParser`, and
 * nothing here needs a document. Anything that is not understood counts as text.
 */

/**
 * Comment, element that is not shown, tag, or text. Each alternative matches wherever it begins, if need be to the end of the
 * HTML, so that no character is read twice.
 */
const PIECE =
  /<!--[^]*?(?:-->|$)|<(style|script|template|noscript|title)\b[^]*?(?:<\/\1\s*>|$)|<[a-z/!?](?:[^>"']+|"[^"]*(?:"|$)|'[^']*(?:'|$))*(?:>|$)|<?[^<]*/gi;
const IMAGE = /^<img[\s/>]/i;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const AMPERSAND = /&(?:amp|#38|#x26);/gi;
const SPACE = /&(?:nbsp|#160|#xa0);/gi;

/**
 * The `src` of each picture in HTML that shows nothing else; empty if it shows anything else. A picture without a `src` has "".
 */
export function shownImages(html: string): string[] {
  const images: string[] = [];
  for (const [piece, unseen] of html.matchAll(PIECE)) {
    if (unseen !== undefined) continue;
    const isTag = /^<[a-z/!?]/i.test(piece);
    if (isTag ? !piece.endsWith(">") : piece.replace(SPACE, "").trim() !== "") return [];
    if (IMAGE.test(piece)) images.push(sourceOf(piece));
  }
  return images;
}

/** As written: a relative address would otherwise be resolved against our own page. The first of two counts, as in browsers. */
function sourceOf(tag: string): string {
  const source = [...tag.matchAll(ATTRIBUTE)].find(([, name]) => name?.toLowerCase() === "src");
  return (source?.[2] ?? source?.[3] ?? source?.[4] ?? "").replace(AMPERSAND, "&").trim();
}
