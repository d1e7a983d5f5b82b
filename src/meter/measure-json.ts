/** The UTF-8 length of `JSON.stringify(value)`, walked rather than built: a request of 30 MB is not copied to be counted. */
import type { StringSizes } from "./string-sizes.js";

export interface MeasureHooks {
  /**
   * Called for each object before it is read; may return its size. The members are read only if it returns `undefined`, or calls
   * `jsonBytes`, which returns the size of its JSON.
   */
  onObject?: (value: object, jsonBytes: () => number) => number | undefined;
  /** Remembers long strings between measurements. */
  strings?: StringSizes | undefined;
}

/**
 * Bytes of `value` as a JSON request body: equals `new TextEncoder().encode(JSON.stringify(value)).length`; 0 for a value without
 * JSON (`undefined`, a function). Throws `TypeError` for values that `JSON.stringify` cannot write: cycles, BigInt.
 */
export function measureRequest(body: unknown): number {
  return measureJson(body);
}

export function measureJson(value: unknown, { onObject, strings }: MeasureHooks = {}): number {
  const sizeOfString = strings ? (text: string) => strings.sizeOf(text, measureString) : measureString;
  const bytes = sizeOf(value, "", { ancestors: [], keySizes: new Map(), onObject, sizeOfString }) ?? 0;
  strings?.endMeasurement();
  return bytes;
}

interface Walk {
  /** The path from the root: only a few objects, faster to search than to hash. */
  ancestors: object[];
  /** Five hundred blocks have the same few keys. */
  keySizes: Map<string, number>;
  onObject: MeasureHooks["onObject"];
  sizeOfString: (text: string) => number;
}

/** `undefined`: left out in an object, `null` in an array. */
function sizeOf(given: unknown, key: string, walk: Walk): number | undefined {
  const size =
    typeof given === "object" && given !== null
      ? walk.onObject?.(given, () => jsonSizeOf(given, key, walk) ?? 0)
      : undefined;
  return size ?? jsonSizeOf(given, key, walk);
}

function jsonSizeOf(given: unknown, key: string, walk: Walk): number | undefined {
  const value = toJson(given, key);
  switch (typeof value) {
    case "string":
      return walk.sizeOfString(value);
    case "number":
      return Number.isFinite(value) ? String(value).length : "null".length;
    case "boolean":
      return value ? "true".length : "false".length;
    case "bigint":
      throw new TypeError(
        "measureRequest: a BigInt has no JSON. Turn it into a number or a string before it goes into the body.",
      );
    case "object":
      if (value === null) return "null".length;
      return BOXED.has(Object.prototype.toString.call(value))
        ? sizeOfText(JSON.stringify(value))
        : sizeOfObject(value, walk);
    default:
      return undefined;
  }
}

function sizeOfObject(value: object, walk: Walk): number {
  const { ancestors, keySizes } = walk;
  if (ancestors.includes(value)) {
    throw new TypeError(
      "measureRequest: the body refers to itself, so it has no JSON. Pass the plain data that will be sent.",
    );
  }
  ancestors.push(value);
  let bytes = 2; // the brackets
  let members = 0;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      bytes += sizeOf(value[index], String(index), walk) ?? "null".length;
    }
    members = value.length;
  } else {
    for (const key of Object.keys(value)) {
      const size = sizeOf(Reflect.get(value, key), key, walk);
      if (size === undefined) continue;
      let keySize = keySizes.get(key);
      if (keySize === undefined) keySizes.set(key, (keySize = measureString(key)));
      bytes += keySize + 1 + size;
      members += 1;
    }
  }
  ancestors.pop();
  return bytes + Math.max(0, members - 1);
}

function toJson(value: unknown, key: string): unknown {
  // BigInt.prototype.toJSON is a common patch, so bigints are asked for `toJSON` as well, as in JSON.stringify.
  const mayHaveMethod =
    (typeof value === "object" && value !== null) || typeof value === "bigint" || typeof value === "function";
  if (!mayHaveMethod) return value;
  const { toJSON: method } = value as { toJSON?: unknown };
  return typeof method === "function" ? method.call(value, key) : value;
}

/** `Object(1)` and its like, which JSON writes as the primitive. A tag can be faked, so `JSON.stringify` decides. */
const BOXED: ReadonlySet<string> = new Set([
  "[object Number]",
  "[object String]",
  "[object Boolean]",
  "[object BigInt]",
]);

function sizeOfText(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** One byte per character, quotes not counted: true for base64 and most text, and checked at native speed. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** Up to this many characters a loop is faster. */
const SHORT = 32;

function measureString(text: string): number {
  // For short keys and names a loop is faster than starting the expression; five hundred blocks have ten of them each.
  if (text.length > SHORT && PLAIN.test(text)) return text.length + 2;
  let bytes = 2;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x20) bytes += SHORT_ESCAPES.has(unit) ? 2 : 6;
    else if (unit === 0x22 || unit === 0x5c) bytes += 2;
    else if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit < 0xd800 || unit > 0xdfff) bytes += 3;
    else if (unit < 0xdc00 && isLowSurrogate(text.charCodeAt(index + 1))) {
      bytes += 4;
      index += 1;
    } else bytes += 6; // a lone surrogate is written as \udXXX
  }
  return bytes;
}

/** \b \t \n \f \r */
const SHORT_ESCAPES: ReadonlySet<number> = new Set([0x08, 0x09, 0x0a, 0x0c, 0x0d]);

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
