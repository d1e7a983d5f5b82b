/**
 * The pictures in a piece of HTML, read without a parser of the page: `DOMParser` is a sink that Trusted Types close, and nothing
 * here needs a document. Each character is passed once, whatever the text; what is not understood counts as text.
 */

const COMMENT = "<!--";
const TAG_NAME = /<([a-z][^\s/>]*)/iy;
/** One attribute, quoted or not; a quote that is never closed takes all that is left, as in a browser. */
const ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s>]*)))?/y;
/** What they hold is not shown: style sheets and the like come with a selection. */
const UNSEEN: ReadonlySet<string> = new Set(["style", "script", "template", "noscript", "title"]);
const UNSEEN_END = /<\/(style|script|template|noscript|title)(?=[\s/>])/gi;

/** Those that browsers write into what they serialize, by code point; the same hold in an attribute and in text. */
const ENTITIES: Readonly<Record<string, number>> = { amp: 0x26, quot: 0x22, apos: 0x27, lt: 0x3c, gt: 0x3e, nbsp: 0xa0 };
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|quot|apos|lt|gt|nbsp));/gi;

/** The `src` of the only picture of HTML that shows nothing else, as it is written: resolved, it would lie on our own page. */
export function shownImage(html: string): string | undefined {
  const [src, another] = shownImages(html);
  return src !== undefined && another === undefined && /^(?:https?|data|blob):/i.test(src) ? src : undefined;
}

/** The `src` of each picture of HTML that shows nothing else; empty where it shows anything else. One without a `src` has "". */
export function shownImages(html: string): string[] {
  const images: string[] = [];
  for (let at = 0; at < html.length; ) {
    const tagAt = html.indexOf("<", at);
    const text = html.slice(at, tagAt < 0 ? html.length : tagAt);
    if (decoded(text).trim() !== "") return [];
    if (tagAt < 0) break;
    if (html.startsWith(COMMENT, tagAt)) {
      at = behind(html, "-->", tagAt + COMMENT.length);
    } else if (/[!?/]/.test(html[tagAt + 1] ?? "")) {
      at = behind(html, ">", tagAt);
    } else {
      const tag = readTag(html, tagAt);
      if (!tag) return [];
      if (tag.name === "img") images.push(tag.src.trim());
      at = UNSEEN.has(tag.name) ? unseenEnd(html, tag.name, tag.end) : tag.end;
    }
  }
  return images;
}

interface Tag {
  name: string;
  /** Empty when there is none. */
  src: string;
  end: number;
}

/** `undefined`: a "<" that begins no tag, or a tag that never ends. */
function readTag(html: string, at: number): Tag | undefined {
  TAG_NAME.lastIndex = at;
  const name = TAG_NAME.exec(html)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  let src: string | undefined;
  let end = TAG_NAME.lastIndex;
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const [, key, double, single, bare] = ATTRIBUTE.exec(html) ?? [];
    if (key === undefined) break;
    end = ATTRIBUTE.lastIndex;
    // The first of two counts, as in a browser.
    if (key.toLowerCase() === "src") src ??= decoded(double ?? single ?? bare ?? "");
  }
  const close = html.indexOf(">", end);
  return close < 0 ? undefined : { name, src: src ?? "", end: close + 1 };
}

function unseenEnd(html: string, name: string, from: number): number {
  UNSEEN_END.lastIndex = from;
  for (let end = UNSEEN_END.exec(html); end; end = UNSEEN_END.exec(html)) {
    if (end[1]?.toLowerCase() === name) return behind(html, ">", UNSEEN_END.lastIndex);
  }
  return html.length;
}

function behind(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

function decoded(text: string): string {
  return text.replace(ENTITY, (written, decimal?: string, hex?: string, name?: string) => {
    const byNumber = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    const point = name === undefined ? byNumber : ENTITIES[name.toLowerCase()];
    return point !== undefined && point <= 0x10ffff ? String.fromCodePoint(point) : written;
  });
}
