import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { base64Length, bytesToBase64 } from "../../../src/shared/base64.js";

describe("base64", () => {
  it("is the standard text, whatever the length", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(bytesToBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      }),
    );
  });

  it("does not overflow on megabytes (T27)", () => {
    const bytes = Uint8Array.from({ length: 1_000_001 }, (_, index) => index * 7);
    expect(bytesToBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
  });

  it("knows its length without being made (T8)", () => {
    for (const bytes of [0, 1, 2, 3, 4, 5, 3_932_160, 7_864_321]) {
      expect(base64Length(bytes)).toBe(Math.ceil(bytes / 3) * 4);
    }
    expect(base64Length(3_932_160)).toBe(5_242_880);
  });
});
