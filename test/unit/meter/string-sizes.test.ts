import { describe, expect, it } from "vitest";
import { measureJson } from "../../../src/meter/measure-json.js";
import { createStringSizes } from "../../../src/meter/string-sizes.js";

const reference = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;
const long = (letter: string) => letter.repeat(5000);

describe("createStringSizes", () => {
  it("measures a long string once, however often and wherever it stands", () => {
    const strings = createStringSizes();
    const measured: string[] = [];
    const measure = (text: string) => measured.push(text[0]!);
    for (let round = 0; round < 3; round += 1) {
      for (const text of [long("a"), long("b"), long("a")]) strings.sizeOf(text, measure);
      strings.endMeasurement();
    }
    expect(measured).toEqual(["a", "b"]);
  });

  it("forgets what one measurement did not meet", () => {
    const strings = createStringSizes();
    let measured = 0;
    const look = (text: string) => strings.sizeOf(text, () => (measured += 1));
    look(long("a"));
    strings.endMeasurement();
    strings.endMeasurement();
    look(long("a"));
    expect(measured).toBe(2);
  });

  it("stays exact when the app mutates its objects in place", () => {
    const strings = createStringSizes();
    const message = { role: "user", content: long("é") };
    expect(measureJson([message], { strings })).toBe(reference([message]));
    message.content = long("\n");
    expect(measureJson([message], { strings })).toBe(reference([message]));
    message.content += "x";
    expect(measureJson([message, message], { strings })).toBe(reference([message, message]));
  });
});
