/**
 * The pictures in a piece of HTML that shows nothing else. Read with regular expressions: `DOMParser` is a sink that Trusted Types
 * close, and nothing here needs a document. What is not understood counts as text.
 */

/**
 * Comment, element that is not shown, tag, or text. Each way matches wherever it begins, if need be to the end of the HTML, so that
 * no character is looked at twice.
 */
const PIECE =
  /<!--[^]*?(?:-->|$)|<(style|script|template|noscript|title)\b[^]*?(?:<\/\1\s*>|$)|<[a-z/!?](?:[^>"']+|"[^"]*(?:"|$)|'[^']*(?:'|$))*(?:>|$)|<?[^<]*/gi;
const IMAGE = /^<img[\s/>]/i;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const AMPERSAND = /&(?:amp|#38|#x26);/gi;
const SPACE = /&(?:nbsp|#160|#xa0);/gi;

/** The `src` of each picture of HTML that shows nothing else; empty where it shows anything else. One without a `src` has "". */
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

/** As it is written: resolved, a relative address would be one of our own page. The first of two counts, as in a browser. */
function sourceOf(tag: string): string {
  const source = [...tag.matchAll(ATTRIBUTE)].find(([, name]) => name?.toLowerCase() === "src");
  return (source?.[2] ?? source?.[3] ?? source?.[4] ?? "").replace(AMPERSAND, "&").trim();
}
