/**
 * Remembers the sizes of long strings. The conversation is measured again on each keystroke, and nearly all of it is base64 that
 * has not changed. Strings cannot be mutated, so their sizes stay valid even if the app changes its objects. Strings are found by
 * length and then by `===`, which compares pointers first and stops at the first difference (a Map keyed by the strings would
 * hash 30 MB each time in Firefox).
 */
export interface StringSizes {
  /** Size of `text` as JSON, remembered or found by `measure`. */
  sizeOf: (text: string, measure: (text: string) => number) => number;
  /** Ends one measurement: strings that did not occur in it are forgotten, so that removed messages are not kept alive. */
  endMeasurement: () => void;
}

interface Known {
  text: string;
  bytes: number;
}

/** Strings of one length, in the order in which they occurred. */
interface SameLength {
  known: Known[];
  /** The likely position of the next one: a conversation is walked in the same order each time. */
  next: number;
}

/** Shorter strings are measured faster than they are found. */
const LONG = 4096;

export function createStringSizes(): StringSizes {
  let before = new Map<number, SameLength>();
  let now = new Map<number, SameLength>();

  return {
    sizeOf(text, measure) {
      if (text.length < LONG) return measure(text);
      const expected = nextIn(before, text);
      const met = expected ? undefined : find(now, text);
      if (met) return met.bytes;
      const fresh = expected ?? find(before, text) ?? { text, bytes: measure(text) };
      const sameLength = now.get(text.length);
      if (sameLength) sameLength.known.push(fresh);
      else now.set(text.length, { known: [fresh], next: 0 });
      return fresh.bytes;
    },
    endMeasurement() {
      for (const sameLength of now.values()) sameLength.next = 0;
      before = now;
      now = new Map();
    },
  };
}

function nextIn(sizes: Map<number, SameLength>, text: string): Known | undefined {
  const sameLength = sizes.get(text.length);
  const known = sameLength?.known[sameLength.next];
  if (!sameLength || known?.text !== text) return undefined;
  sameLength.next += 1;
  return known;
}

function find(sizes: Map<number, SameLength>, text: string): Known | undefined {
  const sameLength = sizes.get(text.length);
  if (!sameLength) return undefined;
  const at = sameLength.known.findIndex((known) => known.text === text);
  if (at !== -1) sameLength.next = at + 1;
  return sameLength.known[at];
}
