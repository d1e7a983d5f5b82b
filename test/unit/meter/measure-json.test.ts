import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { measureJson, measureRequest } from "../../../src/meter/measure-json.js";

const reference = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

describe("measureRequest: equals the UTF-8 length of JSON.stringify", () => {
  it("for any JSON value, and for strings of any code units", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    );
    const leaf = fc.oneof(
      text,
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(null, undefined, -0, Number.NaN, Number.POSITIVE_INFINITY, () => 1, Symbol("s")),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        leaf,
        fc.array(tie("tree")),
        fc.dictionary(text, tie("tree")),
        fc.record({ toJSON: fc.constant(() => ({ a: "é" })) }),
        fc.date({ noInvalidDate: false }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(measureRequest(value)).toBe(reference(value));
      }),
      { numRuns: 2000 },
    );
  });

  test.each<[string, unknown]>([
    ["undefined has no JSON", undefined],
    ["a function has no JSON", () => 1],
    ["lone surrogates are escaped", "\ud800 \udc00 \ud83d\ude00 \udc00\ud800"],
    ["control characters", "\u0000\b\t\n\f\r\u001f\u007f"],
    ["quotes and backslashes", 'say "hi" \\ there'],
    ["long plain text with one accent at its end", `${"x".repeat(10_000)}é`],
    ["holes and undefined in arrays", [1, , undefined, () => 1]], // oxlint-disable-line no-sparse-arrays
    ["members without JSON", { a: undefined, b: () => 1, c: Symbol("c"), d: 1 }],
    ["symbol keys", { [Symbol("k")]: 1, a: 2 }],
    ["boxed primitives", { n: Object(1), s: Object("é"), b: Object(false) }],
    [
      "what only looks like a boxed primitive",
      [
        Object.create(Number.prototype),
        Object.create(String.prototype),
        Object.create(Boolean.prototype),
        Object.create(BigInt.prototype),
        new Proxy(Object("é"), {}),
      ],
    ],
    [
      "boxed primitives with a mind of their own",
      [
        Object.assign(Object(1), { valueOf: () => 22 }),
        Object.assign(Object("a"), { toString: () => "four" }),
        Object.assign(Object(true), { valueOf: () => false }),
      ],
    ],
    [
      "functions with a toJSON",
      { a: Object.assign(() => 1, { toJSON: () => "é" }), b: [Object.assign(() => 1, { toJSON: () => undefined })] },
    ],
    ["toJSON that is told its key", { a: { toJSON: (key: string) => `key ${key}` } }],
    ["toJSON in an array", [{ toJSON: (key: string) => ({ key }) }]],
    ["toJSON that returns undefined", { a: { toJSON: () => undefined }, b: 1 }],
    ["a date, valid and not", { a: new Date(0), b: new Date(Number.NaN) }],
    [
      "maps, sets, bytes and URLs",
      { m: new Map([[1, 2]]), s: new Set([1]), u: new Uint8Array([1, 2, 3]), l: new URL("https://a.example/b") },
    ],
    ["an object without a prototype", Object.assign(Object.create(null), { a: 1 })],
    ["inherited members do not count", Object.create({ inherited: 1 })],
    [
      "the same object twice is no cycle",
      (() => {
        const shared = { a: 1 };
        return [shared, shared, { shared }];
      })(),
    ],
    ["large and small numbers", [1e21, 1e-7, -0, 0.1 + 0.2, Number.MAX_VALUE, Number.MIN_VALUE]],
    ["empty containers", { a: {}, b: [], c: "" }],
  ])("%s", (_name, value) => {
    expect(measureRequest(value)).toBe(reference(value));
  });

  it("throws a TypeError for a cycle and for a BigInt, as JSON.stringify does", () => {
    const cycle: { self?: unknown } = {};
    cycle.self = [cycle];
    expect(() => measureRequest(cycle)).toThrow(TypeError);
    expect(() => measureRequest({ n: 1n })).toThrow(TypeError);
    expect(() => measureRequest([Object(1n)])).toThrow(TypeError);
  });
});

describe("measureJson", () => {
  it("asks about each object once, also inside one whose JSON was asked for", () => {
    const inner = { text: "é".repeat(2000) };
    const outer = { type: "image_url", inner };
    const asked: object[] = [];
    const onObject = (value: object, jsonBytes: () => number) => {
      asked.push(value);
      return value === outer ? jsonBytes() + 1 : undefined;
    };
    const body = { outer };
    expect(measureJson(body, { onObject })).toBe(reference(body) + 1);
    expect(asked).toEqual([body, outer, inner]);
  });

  it("asks about an object whose JSON is a text", () => {
    const block = { toJSON: () => "block" };
    const asked: object[] = [];
    expect(measureJson([block, block], { onObject: (value) => (asked.push(value), undefined) })).toBe(
      reference([block, block]),
    );
    expect(asked.slice(1)).toEqual([block, block]);
  });

  it("passes on an error of the app's", () => {
    const left = new DOMException("left", "AbortError");
    const body = {
      get text(): string {
        throw left;
      },
    };
    expect(() => measureJson(body)).toThrow(left);
  });

  it("throws a TypeError for a cycle through an object whose JSON is asked for", () => {
    const cycle: { self?: unknown } = {};
    cycle.self = { cycle };
    expect(() => measureJson(cycle, { onObject: (_, jsonBytes) => jsonBytes() })).toThrow(TypeError);
  });

  it("takes the size of a known object instead of reading it", () => {
    const message = {
      role: "user",
      get content(): string {
        throw new Error("was read");
      },
    };
    expect(
      measureJson({ messages: [message, 1] }, { onObject: (value) => (value === message ? 100 : undefined) }),
    ).toBe(reference({ messages: [] }) + 100 + 2);
  });
});
