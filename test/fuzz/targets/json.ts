/** The meter against what it foretells: `JSON.stringify` itself, with everything JavaScript can put into a body. */
import fc from "fast-check";
import { createStringSizes } from "../../../src/meter/string-sizes.js";
import { measureJson, measureRequest } from "../../../src/meter/measure-json.js";
import { type FuzzTarget, must } from "../fuzz-target.js";

const encoder = new TextEncoder();

type Outcome = number | "throws";

const measured = (measure: () => number): Outcome => {
  try {
    return measure();
  } catch {
    return "throws";
  }
};
const reference = (value: unknown) => measured(() => encoder.encode(JSON.stringify(value)).length);

const codeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
  .map((units) => String.fromCharCode(...units));
/** Long enough for its size to be remembered, and often of the same length as another one. */
const long = fc
  .tuple(codeUnits, fc.constantFrom(4_095, 4_096, 5_000))
  .map(([units, length]) => `${units}-`.repeat(Math.ceil(length / (units.length + 1))).slice(0, length));
const text = fc.oneof(
  { arbitrary: codeUnits, weight: 6 },
  { arbitrary: fc.string({ unit: "grapheme" }), weight: 3 },
  { arbitrary: long, weight: 2 },
);
const key = fc.oneof(text, fc.constantFrom("__proto__", "toJSON", "constructor", "0", "length"));

const refuse = (): never => {
  throw new Error("a getter of the app's");
};

const leaf = fc.oneof(
  { arbitrary: text, weight: 6 },
  { arbitrary: fc.oneof(fc.double(), fc.integer(), fc.boolean()), weight: 3 },
  {
    arbitrary: fc.constantFrom(
      null,
      undefined,
      -0,
      Number.NaN,
      Number.NEGATIVE_INFINITY,
      1e21,
      1e-7,
      Number.MIN_VALUE,
      Symbol("s"),
      () => 1,
    ),
    weight: 2,
  },
  { arbitrary: fc.date({ noInvalidDate: false }), weight: 1 },
  {
    arbitrary: fc.constantFrom<unknown>(
      new Map([[1, 2]]),
      new Set([1]),
      new Uint8Array([1, 2, 3]),
      new URL("https://a.example/b"),
      /pattern/,
      new Error("e"),
      Object(1),
      Object("é\ud800"),
      Object(true),
      Object.create(Number.prototype),
      Object.create(String.prototype, { a: { value: 1, enumerable: true } }),
      Object.assign(Object("text"), { valueOf: () => "another", toString: () => "a third" }),
      Object.assign(() => 1, { toJSON: () => "of a function" }),
    ),
    weight: 2,
  },
  { arbitrary: fc.constantFrom<unknown>(1n, Object(2n)), weight: 1 },
);

const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.array(tie("tree"), { maxLength: 6 }),
    fc.sparseArray(tie("tree"), { maxLength: 4 }),
    fc.dictionary(key, tie("tree"), { maxKeys: 6 }),
    fc.dictionary(key, tie("tree"), { maxKeys: 3, noNullPrototype: false }),
    tie("tree").map((value) => ({ toJSON: (name: string) => ({ name, value }) })),
    tie("tree").map((value) => ({
      get computed() {
        return value;
      },
    })),
    tie("tree").map((value) =>
      Object.create({ inherited: value }, { own: { value, enumerable: true }, hidden: { value } }),
    ),
    tie("tree").map((value) => (typeof value === "object" && value !== null ? new Proxy(value, {}) : value)),
    tie("tree").map((value) => [value, value]),
  ),
}));

/** Now and then something that JSON.stringify refuses, put somewhere into it. */
const body = fc.tuple(tree, fc.nat(19)).map(([value, dice]): unknown => {
  if (dice > 1) return value;
  const whole: Record<string, unknown> = { value, deep: [{ value }] };
  if (dice === 0) whole["self"] = [whole];
  else Object.defineProperty(whole, "fails", { get: refuse, enumerable: true });
  return whole;
});

const show = (value: unknown) => fc.stringify(value).slice(0, 500);

export const json: FuzzTarget = {
  name: "measureRequest",
  share: 150,
  property: () =>
    fc.property(body, (value) => {
      const wanted = reference(value);
      const got = measured(() => measureRequest(value));
      // `JSON.stringify(undefined)` is no text; `encode` takes it for an empty one.
      must(got === wanted, () => `${got}, JSON.stringify: ${wanted} of ${show(value)}`);
      if (wanted === "throws") return;
      const strings = createStringSizes();
      for (const turn of ["first", "second"]) {
        const remembered = measured(() => measureJson(value, { strings }));
        must(
          remembered === wanted,
          () => `${remembered} at the ${turn} time with memory, JSON.stringify: ${wanted} of ${show(value)}`,
        );
      }
    }),
};
