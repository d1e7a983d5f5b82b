/** The entries of a PDF dictionary, as text. What is nested stays as it is written. */

const SPACE = /(?:[\s\0]|%[^\r\n]*)*/y;
const WORD = /\/?[^\s\0()<>[\]{}/%]+|\/|<[\da-fA-F\s\0]*>/y;
const REFERENCE = /[\s\0]+\d+[\s\0]+R(?![^\s\0()<>[\]{}/%])/y;
const WHOLE = /^\d+$/;

/** No real file nests deeper; one that does is meant to do harm. */
const MAX_DEPTH = 64;

/** By name, without the slash. `undefined`: there is no complete dictionary. */
export function dictionaryAt(text: string, from: number): ReadonlyMap<string, string> | undefined {
  let at = endOf(SPACE, text, from);
  if (!text.startsWith("<<", at)) return undefined;
  const entries = new Map<string, string>();
  for (at = endOf(SPACE, text, at + 2); text[at] === "/"; at = endOf(SPACE, text, at)) {
    const nameEnd = endOf(WORD, text, at);
    const start = endOf(SPACE, text, nameEnd);
    const end = valueEnd(text, start, 0);
    if (end === undefined) return undefined;
    entries.set(text.slice(at + 1, nameEnd), text.slice(start, end));
    at = end;
  }
  return text.startsWith(">>", at) ? entries : undefined;
}

/** Where the value that begins there ends. */
function valueEnd(text: string, from: number, depth: number): number | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (text.startsWith("<<", from)) return collectionEnd(text, from + 2, ">>", depth);
  if (text[from] === "[") return collectionEnd(text, from + 1, "]", depth);
  if (text[from] === "(") return stringEnd(text, from);
  const end = endOf(WORD, text, from);
  if (end === from) return undefined;
  return WHOLE.test(text.slice(from, end)) ? endOf(REFERENCE, text, end) : end;
}

function collectionEnd(text: string, from: number, close: string, depth: number): number | undefined {
  let at = endOf(SPACE, text, from);
  while (at < text.length && !text.startsWith(close, at)) {
    const end = valueEnd(text, at, depth + 1);
    if (end === undefined) return undefined;
    at = endOf(SPACE, text, end);
  }
  return at < text.length ? at + close.length : undefined;
}

/** Parentheses in it are balanced or escaped. */
function stringEnd(text: string, from: number): number | undefined {
  let open = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "(") open += 1;
    else if (text[at] === ")" && --open === 0) return at + 1;
  }
  return undefined;
}

/** Where the expression ends that may stand there; `at` where it does not. */
function endOf(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : at;
}

/** The number of the object that `1 0 R` refers to. */
export function referenceIn(value: string | undefined): number | undefined {
  const [, object] = /^(\d+)[\s\0]+\d+[\s\0]+R$/.exec(value ?? "") ?? [];
  return object === undefined ? undefined : Number(object);
}

export function wholeIn(value: string | undefined): number | undefined {
  return value !== undefined && WHOLE.test(value) ? Number(value) : undefined;
}

/** The whole numbers of an array. */
export function wholesIn(value: string | undefined): number[] {
  return value === undefined ? [] : (value.match(/\d+/g) ?? []).map(Number);
}
