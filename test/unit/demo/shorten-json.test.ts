import { describe, expect, it } from "vitest";
import { shortenJson, tokenizeJson } from "../../../demo/components/shorten-json.js";

const base64 = "/9j/4AAQSkZJRgABAQAAAQABAAD".repeat(40);

describe("shortenJson: base64 and colours", () => {
  it("cuts base64 and says how long it is", () => {
    const json = shortenJson([{ type: "image", source: { data: base64 } }]);
    expect(json).toContain('"data": "/9j/4AAQSkZJRgABAQAAAQABAAD/… (1,080 characters)"');
    expect(json.length).toBeLessThan(200);
  });

  it("keeps the head of a data URL", () => {
    expect(shortenJson(`data:image/jpeg;base64,${base64}`)).toContain(
      '"data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD/… (1,103 characters)"',
    );
  });

  it("leaves long text alone", () => {
    const text = "What do these have in common? ".repeat(20);
    expect(JSON.parse(shortenJson({ text }))).toEqual({ text });
  });

  it("splits into tokens that join to the same text", () => {
    const json = shortenJson({ a: 'quo"te: {x}', b: [1, true, null], c: base64 });
    const tokens = tokenizeJson(json);
    expect(tokens.map(({ text }) => text).join("")).toBe(json);
    expect(tokens.filter(({ kind }) => kind === "key").map(({ text }) => text)).toEqual(['"a":', '"b":', '"c":']);
    expect(tokens.filter(({ kind }) => kind === "base64")).toHaveLength(1);
  });
});
