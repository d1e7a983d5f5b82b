/** Finds the root element of an SVG without an XML parser: neither Node nor a worker has one. */

/** Returns its attributes, or `undefined` if the first element is not `svg`. Takes time linear in the text's length. */
export function findSvgRoot(text: string): ReadonlyMap<string, string> | undefined {
  const at = skipProlog(text);
  if (at === undefined) return undefined;
  const tag = /<(?:[A-Za-z_][\w.-]*:)?svg(?=[\s/>])/y;
  tag.lastIndex = at;
  return tag.test(text) ? readAttributes(text, tag.lastIndex) : undefined;
}

/**
 * Skips white space, declarations, comments and the doctype; a byte order mark was removed when the text was decoded.
 * `undefined`: no element follows.
 */
function skipProlog(text: string): number | undefined {
  let at = 0;
  while (at < text.length) {
    let end: number;
    if (/\s/.test(text.charAt(at))) end = at + 1;
    else if (text.startsWith("<?", at)) end = behind(text, "?>", at);
    else if (text.startsWith("<!--", at)) end = behind(text, "-->", at);
    else if (text.slice(at, at + 9).toUpperCase() === "<!DOCTYPE") end = behindDoctype(text, at + 9);
    else return text.charAt(at) === "<" ? at : undefined;
    at = end;
  }
  return undefined;
}

function behind(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? text.length : at + end.length;
}

/** A doctype may hold declarations in brackets, and those may hold `>` in quotes and comments. */
function behindDoctype(text: string, from: number): number {
  let isInside = false;
  let at = from;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === ">" && !isInside) return at + 1;
    if (char === "[") isInside = true;
    if (char === "]") isInside = false;
    if (char === '"' || char === "'") at = behind(text, char, at + 1);
    else if (text.startsWith("<!--", at)) at = behind(text, "-->", at);
    else at++;
  }
  return at;
}

function readAttributes(text: string, from: number): ReadonlyMap<string, string> {
  const attribute = /\s*([^\s=>/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  const attributes = new Map<string, string>();
  attribute.lastIndex = from;
  for (let match = attribute.exec(text); match; match = attribute.exec(text)) {
    attributes.set(match[1] ?? "", match[2] ?? match[3] ?? "");
  }
  return attributes;
}
