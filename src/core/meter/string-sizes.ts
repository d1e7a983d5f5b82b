/**
 * Sizes of long strings met before. The conversation is measured again on each keystroke, and nearly all of it is base64 that
 * has not changed. Strings cannot be mutated, so their sizes can be kept without asking the app to keep its objects
 * unchanged; they are found by length and then by `===`, which compares pointers first and stops at the first difference
 * (a Map keyed by the strings would hash 30 MB each time in Firefox).
 */
export interface StringSizes {
  /** Size of `text` as JSON, from memory or by `measure`. */
  sizeOf: (text: string, measure: (text: string) => number) => number;
  /** Ends one measurement: what it did not meet is forgotten, so that removed messages are not kept alive. */
  turn: () => void;
}

interface Known {
  text: string;
  bytes: number;
}

/** Shorter ones are measured quicker than they are found. */
const LONG = 4096;

export function createStringSizes(): StringSizes {
  let before = new Map<number, Known[]>();
  let now = new Map<number, Known[]>();

  return {
    sizeOf(text, measure) {
      if (text.length < LONG) return measure(text);
      const known = find(now, text);
      if (known) return known.bytes;
      const fresh = find(before, text) ?? { text, bytes: measure(text) };
      const sameLength = now.get(text.length);
      if (sameLength) sameLength.push(fresh);
      else now.set(text.length, [fresh]);
      return fresh.bytes;
    },
    turn() {
      before = now;
      now = new Map();
    },
  };
}

function find(sizes: Map<number, Known[]>, text: string): Known | undefined {
  return sizes.get(text.length)?.find((known) => known.text === text);
}
