import { describe, expect, test } from "vitest";
import type { RequestEstimate } from "../../src/core/meter/types.js";
import { formatEstimate, notesText } from "../../src/react/format-estimate.js";
import { defaultMessages } from "../../src/react/messages.js";

const MIB = 2 ** 20;
const base: RequestEstimate = {
  bytes: 0.8 * MIB,
  cap: 32 * MIB,
  capOwner: "endpoint",
  ratio: 0.025,
  level: "ok",
  exact: true,
  parts: { conversation: 0.1 * MIB, images: 0.7 * MIB, pending: 0 },
  imagesThatStillFit: 40,
  advice: [],
};
const format = (change: Partial<RequestEstimate>) => formatEstimate({ ...base, ...change }, defaultMessages);

describe("the meter in words", () => {
  test.each<[string, Partial<RequestEstimate>, string]>([
    ["fits, exact", {}, "0.8 MiB of 32 MiB · exact · about 40 more photos fit"],
    ["fits, estimated", { exact: false }, "0.8 MiB of 32 MiB · estimate · about 40 more photos fit"],
    ["one more", { imagesThatStillFit: 1.9 }, "0.8 MiB of 32 MiB · exact · about 1 more photo fits"],
    ["none more", { imagesThatStillFit: 0, level: "near" }, "0.8 MiB of 32 MiB · exact · no more photos fit"],
    ["over", { bytes: 33 * MIB, level: "over" }, "33.0 MiB of 32 MiB · exact · 1.0 MiB too much"],
    ["too many", { level: "over" }, "0.8 MiB of 32 MiB · exact · too many images for one request"],
    ["no cap", { cap: Infinity, imagesThatStillFit: Infinity }, "839 kB, no limit known · exact"],
    ["not a number", { bytes: NaN }, "0.0 MiB of 32 MiB · exact · about 40 more photos fit"],
  ])("%s", (_, change, words) => {
    const formatted = format(change);
    expect(formatted.text).toBe(words);
    expect(formatted.size + notesText(formatted)).toBe(words);
  });
});

describe("the meter in shares", () => {
  test("segments are shares of the cap; empty ones are left out", () => {
    expect(format({}).segments.map(({ part, share }) => [part, Number(share.toFixed(4))])).toEqual([
      ["conversation", 0.0031],
      ["images", 0.0219],
    ]);
  });

  test("over the cap the bar shows the whole request and where the cap lies", () => {
    const { segments, capAt, nowBytes, maxBytes } = format({ bytes: 64 * MIB, level: "over", parts: { conversation: 0, images: 64 * MIB, pending: 0 } });
    expect(segments).toMatchObject([{ part: "images", share: 1 }]);
    expect(capAt).toBe(0.5);
    expect([nowBytes, maxBytes]).toEqual([32 * MIB, 32 * MIB]);
  });

  test("without a cap every figure is finite", () => {
    const { nowBytes, maxBytes, capAt, segments } = format({ cap: Infinity });
    expect([nowBytes, maxBytes, capAt]).toEqual([base.bytes, base.bytes, undefined]);
    expect(segments.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(format({ cap: NaN, bytes: 0 }).maxBytes).toBe(1);
  });

  test("advice is kept for when it is needed", () => {
    const advice = [{ code: "remove", message: "Remove one." }] as const;
    expect(format({ advice }).advice).toEqual([]);
    expect(format({ advice, level: "near" }).advice).toEqual(["Remove one."]);
  });
});
