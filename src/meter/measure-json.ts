/** The UTF-8 length of `JSON.stringify(value)`. Long strings are left out of the text and added, so that base64 is not copied to be counted. */
import { isError } from "../shared/platform-types.js";
import type { StringSizes } from "./string-sizes.js";

export interface MeasureHooks {
  /**
   * Called for each object before its members are read, though after its `toJSON`; may return its size. They are read only if it returns
   * `undefined`, or calls `jsonBytes`, which returns the size of its JSON.
   */
  onObject?: (value: object, jsonBytes: () => number) => number | undefined;
  /** Remembers long strings between measurements. */
  strings?: StringSizes | undefined;
}

/**
 * Bytes of `value` as a JSON request body: equals `new TextEncoder().encode(JSON.stringify(value)).length`; 0 for a value without
 * JSON (`undefined`, a function). Pass the object and not its text, which would be counted as a string in quotes. Throws `TypeError`
 * for values that `JSON.stringify` cannot write: cycles, BigInt.
 */
export function measureRequest(body: unknown): number {
  return measureJson(body);
}

export function measureJson(value: unknown, { onObject, strings }: MeasureHooks = {}): number {
  const sizeOfString = strings ? (text: string) => strings.sizeOf(text, stringBytes) : stringBytes;
  /** `asked`: the object whose JSON `onObject` asks for. */
  const jsonBytes = (root: unknown, asked?: object): number => {
    let leftOut = 0;
    const leave = (bytes: number) => {
      leftOut += bytes - '""'.length;
      return "";
    };
    const text = JSON.stringify(root, function (this: object, key: string, member: unknown) {
      // The object itself: `member` is what its `toJSON` returned.
      const given: unknown = onObject && Reflect.get(this, key);
      if (onObject && typeof given === "object" && given !== null && given !== asked) {
        const bytes = onObject(given, () => jsonBytes(given, given));
        if (bytes !== undefined) return leave(bytes);
      }
      return typeof member === "string" && member.length > SHORT ? leave(sizeOfString(member)) : member;
    }) as string | undefined;
    return text === undefined ? 0 : leftOut + utf8Bytes(text);
  };
  try {
    return jsonBytes(value);
  } catch (cause) {
    // A RangeError where objects that `onObject` asks about refer to each other; another error is the app's own.
    if (!isError(cause) || !["TypeError", "RangeError"].includes(cause.name)) throw cause;
    throw new TypeError(
      `vision-dropzone: the body cannot be written as JSON: ${String(cause)}. Pass plain data: no BigInt, nothing that refers to itself.`,
      { cause },
    );
  } finally {
    strings?.endMeasurement();
  }
}

/** Shorter strings are written faster than they are measured. */
const SHORT = 1000;

/** One byte per character, quotes not counted: true for base64 and most text, and checked at native speed. */
const PLAIN = /^[ !#-[\]-~]*$/;

function stringBytes(text: string): number {
  return PLAIN.test(text) ? text.length + '""'.length : utf8Bytes(JSON.stringify(text));
}

/** Of JSON, which has no lone surrogates: each half of a pair is two bytes. Without `TextEncoder`, which jsdom lacks in Jest. */
function utf8Bytes(json: string): number {
  let bytes = 0;
  for (let index = 0; index < json.length; index += 1) {
    const unit = json.charCodeAt(index);
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}
