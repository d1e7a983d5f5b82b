/** Reading keys off anything that was thrown: a getter may throw, a proxy may be revoked. */

export type Fields = object;

/** `undefined` for what is not there and for what cannot be read. */
export function read(fields: Fields, key: string): unknown {
  try {
    return Reflect.get(fields, key);
  } catch {
    return undefined; // A getter that throws tells nothing.
  }
}

export function has(fields: Fields, key: string): boolean {
  try {
    return Reflect.has(fields, key);
  } catch {
    return false; // A revoked proxy has nothing.
  }
}

/** An object that is no array. */
export function asFields(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && asList(value) === undefined ? value : undefined;
}

export function asList(value: unknown): readonly unknown[] | undefined {
  try {
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined; // A revoked proxy is no list.
  }
}

export function asText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function readText(fields: Fields, key: string): string | undefined {
  return asText(read(fields, key));
}

export function readNumber(fields: Fields, key: string): number | undefined {
  const value = read(fields, key);
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

export function readFields(fields: Fields, key: string): Fields | undefined {
  return asFields(read(fields, key));
}

/** One header of a `Headers`, or of a plain object with names in lower case. */
export function readHeader(headers: Fields, name: string): string | undefined {
  try {
    return headers instanceof Headers ? (headers.get(name) ?? undefined) : readText(headers, name);
  } catch {
    return undefined; // `instanceof` asks a proxy for its prototype, which may throw.
  }
}

/** Error bodies are small; a longer text is a page or a dump, and no pattern may chew on it. */
const MAX_JSON_CHARS = 200_000;

/** The value of a JSON text, or of the JSON that stands in a sentence: `400 {"type":"error",...}`. */
export function parseJson(text: string): unknown {
  if (text.length > MAX_JSON_CHARS) return undefined;
  const start = text.search(/[{[]/);
  if (start < 0) return undefined;
  const end = Math.max(text.lastIndexOf("}"), text.lastIndexOf("]")) + 1;
  try {
    return JSON.parse(text.slice(start, end));
  } catch {
    return undefined; // Braces of another kind: a page's script, a sentence.
  }
}
