/**
 * Finds objects that were printed into a text: JSON behind a few words (`400 {"type":"error",...}`), Python's dicts (`{'error':
 * {...}}`), what JavaScript inspects to (`{ code: 'x' }`), perhaps truncated. `JSON.parse` accepts none of these.
 */

/** Wrappings seen in practice are five or six deep. */
const MAX_DEPTH = 12;
/** One text rarely has more than one. */
const MAX_VALUES = 4;

/** Braces may also enclose a word or two of a sentence. */
const ERROR_KEY = /"(?:errors?|message|msg|detail|code|status\w*)":/;

const BEGINNING = /\{(?=\s*(?:["']|\w+ ?:))|\[(?=\s*\{)/g;
const QUOTED = /(["'])((?:\\[^]|(?!\1)[^\\])*)\1?/y;
const WORD = /[^\s,:[\]{}"']+/y;
/** What is between two values; Python prints the line ends of bytes as `\n`. */
const GAP = /(?:\s|,|\\[nrt])*/y;

export interface PrintedValues {
  values: readonly unknown[];
  /** The text, with `{}` in place of each object that looks like an error. */
  rest: string;
}

export function printedValues(text: string): PrintedValues {
  // Printed inside a quoted text: {\"error\": ...}
  let plain = text;
  for (let depth = 0; depth < 3 && /^[^{]*\{\s*\\+["'n]/.test(plain); depth += 1)
    plain = plain.replaceAll(/\\+(["'n])/g, (_, one: string) => (one === "n" ? " " : one));
  const values: unknown[] = [];
  let rest = "";
  let at = 0;
  while (values.length < MAX_VALUES) {
    BEGINNING.lastIndex = at;
    const start = BEGINNING.exec(plain)?.index;
    if (start === undefined) break;
    const reader = readerAt(plain, start);
    const value = reader.value(0);
    values.push(value);
    rest += plain.slice(at, start) + (ERROR_KEY.test(JSON.stringify(value)) ? "{}" : " ");
    at = Math.max(start + 1, reader.end());
  }
  return { values, rest: rest + plain.slice(at) };
}

function readerAt(text: string, start: number) {
  let at = start;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const leaf = (): unknown => {
    const quoted = take(QUOTED);
    if (quoted) return unescaped(quoted[2] ?? "");
    const word = take(WORD)?.[0] ?? "";
    return word !== "" && Number.isFinite(Number(word)) ? Number(word) : undefined;
  };
  const value = (depth: number): unknown => {
    take(GAP);
    const open = text[at];
    if (depth > MAX_DEPTH || (open !== "{" && open !== "[")) return leaf();
    at += 1;
    const entries: [string, unknown][] = [];
    const close = open === "{" ? "}" : "]";
    for (;;) {
      take(GAP);
      if (at >= text.length || text[at] === close) break;
      const from = at;
      const first = value(depth + 1);
      take(GAP);
      if (open === "[") entries.push([String(entries.length), first]);
      else if (text[at] === ":") {
        const key = typeof first === "string" ? first : text.slice(from, at).trim();
        at += 1;
        entries.push([key, value(depth + 1)]);
      }
      // Skips a stray character, so that the loop ends.
      if (at === from) at += 1;
    }
    at += 1;
    return open === "[" ? entries.map(([, one]) => one) : Object.fromEntries(entries);
  };
  return { value, end: () => at };
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: " ", f: " " };

function unescaped(text: string): string {
  return text.replaceAll(/\\(?:u([\da-f]{4})|x([\da-f]{2})|([^]))/gi, (_, long?: string, short?: string, one = "") => {
    const code = long ?? short;
    return code === undefined ? (ESCAPES[one] ?? one) : String.fromCharCode(Number.parseInt(code, 16));
  });
}
