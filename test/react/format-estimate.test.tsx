import { describe, expect, test } from "vitest";
import type { RequestEstimate } from "../../src/meter/types.js";
import type { Advice } from "../../src/shared/types.js";
import { formatEstimate } from "../../src/react/text/format-estimate.js";
import { defaultMessages } from "../../src/react/text/default-messages.js";

const MIB = 2 ** 20;
const base: RequestEstimate = {
  bytes: 0.8 * MIB,
  cap: 32 * MIB,
  capOwner: "endpoint",
  ratio: 0.025,
  level: "ok",
  exact: true,
  covers: "request",
  parts: { conversation: 0.1 * MIB, images: 0.7 * MIB, pending: 0 },
  imagesThatStillFit: 40,
  advice: [],
};
const REMOVE_ONE: Advice = {
  code: "remove",
  audience: "user",
  unit: "bytes",
  excess: 1,
  images: 1,
  isEnough: true,
  message: "Remove one.",
};
const FEWER: Advice = { code: "fewer-images", audience: "user", images: 2, maxImages: 20, message: "Remove two." };
const format = (change: Partial<RequestEstimate>) => formatEstimate({ ...base, ...change }, defaultMessages);

describe("formatEstimate: text", () => {
  test.each<[string, Partial<RequestEstimate>, string]>([
    ["fits", {}, "839 kB of 33.55 MB"],
    ["fits, estimated", { exact: false }, "About 839 kB of 33.55 MB"],
    ["without the app's request", { covers: "images" }, "839 kB of 33.55 MB"],
    ["fits, with little room", { imagesThatStillFit: 2 }, "839 kB of 33.55 MB"],
    ["near, room for one", { imagesThatStillFit: 1.9, level: "near" }, "Room for one more photo"],
    ["near, room for a few", { imagesThatStillFit: 19, level: "near" }, "Room for about 19 more photos"],
    ["near, room for many small ones", { imagesThatStillFit: 20, level: "near" }, "839 kB of 33.55 MB"],
    ["near, no room", { imagesThatStillFit: 0, level: "near" }, "No room for more photos"],
    [
      "near, filled by the conversation",
      { imagesThatStillFit: 0, level: "near", parts: { conversation: 30 * MIB, images: 0, pending: 0 } },
      "The conversation fills this limit",
    ],
    ["over", { bytes: 32 * MIB + 1e6, level: "over" }, "1 MB over the 33.55 MB limit"],
    ["over, estimated", { bytes: 32 * MIB + 1e6, level: "over", exact: false }, "About 34.55 of 33.55 MB"],
    [
      "over the app's own cap",
      { cap: 300_000, capOwner: "app", bytes: 358_994, level: "over" },
      "59 kB over the 300 kB limit",
    ],
    [
      "over by PDF files",
      {
        cap: 300_000,
        bytes: 358_994,
        level: "over",
        parts: { conversation: 1, images: 0, documents: 358_993, pending: 0 },
      },
      "59 kB over the 300 kB limit",
    ],
    [
      "over without an image",
      { cap: 300_000, bytes: 358_994, level: "over", parts: { conversation: 358_994, images: 0, pending: 0 } },
      "The message alone is 59 kB over the 300 kB limit",
    ],
    ["too many", { level: "over", exact: false, advice: [FEWER] }, "2 images over the limit of 20"],
    [
      "over both limits",
      { bytes: 32 * MIB + 1e6, level: "over", limitedBy: "images", advice: [FEWER] },
      "2 images over the limit of 20 · 1 MB over the 33.55 MB limit",
    ],
    ["no cap", { cap: Infinity, imagesThatStillFit: Infinity }, "839 kB"],
    ["not a number", { bytes: NaN }, "0 B of 33.55 MB"],
  ])("%s", (_, change, words) => {
    expect(format(change).text).toBe(words);
  });

  test.each<[string, Partial<RequestEstimate>, string]>([
    ["the endpoint's limit", {}, "838,861 of 33,554,432 bytes"],
    ["the app's", { cap: 4_500_000, capOwner: "app" }, "838,861 of 4,500,000 bytes, this app's limit"],
    ["no limit", { cap: Infinity, capOwner: "none" }, "838,861 bytes, no published limit"],
    ["no request", { covers: "images" }, "838,861 of 33,554,432 bytes, images only"],
  ])("to the byte, for developers: %s", (_, change, words) => {
    expect(format({ bytes: 838_861, ...change }).figures).toEqual([words]);
  });
});

describe("formatEstimate: shares of the bar", () => {
  const shares = (change: Partial<RequestEstimate>) =>
    format(change).segments.map(({ part, share }) => [part, Number(share.toFixed(5))]);

  test("segments are shares of the cap, in steps of a quarter of a percent; empty ones are left out", () => {
    expect(shares({ bytes: 1.6 * MIB, parts: { conversation: 0.9 * MIB, images: 0.7 * MIB, pending: 0 } })).toEqual([
      ["conversation", 0.0275],
      ["images", 0.0225],
    ]);
  });

  test("earlier messages of less than a hundredth of the bar are left out", () => {
    expect(shares({})).toEqual([["images", 0.0225]]);
  });

  test("a keystroke does not move the bar", () => {
    const typed = { conversation: 0.1 * MIB + 40, images: 0.7 * MIB, pending: 0 };
    expect(shares({ bytes: 0.8 * MIB + 40, parts: typed })).toEqual(shares({}));
  });

  test("segments end where they would without steps, to half a step: they are never longer together than the bar", () => {
    const third = (32 * MIB) / 3;
    expect(shares({ bytes: 32 * MIB, parts: { conversation: third, images: third, pending: third } })).toEqual([
      ["conversation", 0.3325],
      ["images", 0.335],
      ["pending", 0.3325],
    ]);
  });

  test("a segment too short for a step is still there", () => {
    expect(shares({ bytes: 100, parts: { conversation: 0, images: 100, pending: 0 } })).toEqual([["images", 0]]);
  });

  test("parts are labelled with their sizes", () => {
    const parts = { conversation: 0.6 * MIB, images: 0.7 * MIB, pending: 0.2 * MIB };
    const labels = format({ bytes: 1.5 * MIB, parts }).segments.map(({ label }) => label);
    expect(labels).toEqual(["Earlier messages 629 kB", "Images 734 kB", "Still preparing: about 210 kB"]);
  });

  test("over the cap the bar shows all of the request and where the cap lies", () => {
    const { segments, capAt, nowBytes, maxBytes } = format({
      bytes: 64 * MIB,
      level: "over",
      parts: { conversation: 0, images: 64 * MIB, pending: 0 },
    });
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
    const advice = [REMOVE_ONE];
    expect(format({ advice }).advice).toEqual([]);
    expect(format({ advice, level: "near" }).advice).toEqual(["Remove one."]);
  });

  test("advice waits until the size is no guess; a count of images is none", () => {
    const advice: Advice[] = [
      FEWER,
      { ...REMOVE_ONE, message: "Remove 21." },
      { code: "files-api", audience: "developer", uploading: 0, limitedBy: "endpoint", message: "Upload." },
    ];
    expect(format({ advice, level: "over", exact: false }).advice).toEqual(["Remove two."]);
    expect(format({ advice, level: "over" }).advice).toEqual(["Remove two.", "Remove 21."]);
    // Buttons do the former two.
    expect(format({ advice, level: "over" }).hints).toEqual([]);
  });

  test("advice for developers is not for people", () => {
    const [from, to, box] = [
      { width: 1280, height: 960 },
      { width: 1270, height: 952 },
      { width: 1280, height: 952 },
    ];
    const advice: Advice[] = [
      { code: "resampled", audience: "developer", from, to, box, model: "Claude", message: "box" },
      REMOVE_ONE,
    ];
    const shown = format({ advice, level: "over" });
    expect(shown.advice).toEqual(["Remove one."]);
    expect(shown.figures.join()).not.toContain("box");
  });
});

describe("formatEstimate: tokens", () => {
  const tokens = (total: number, model = "Claude, standard resolution (Haiku 4.5, older)", uncounted = 0) => ({
    tokens: { total, perImage: [total], model, uncounted, conversation: 0 },
  });

  test.each<[string, Partial<RequestEstimate>, string | undefined]>([
    ["counted", tokens(1564), "\u2248 1,600 tokens"],
    ["one", tokens(1), "\u2248 1 token"],
    [
      "with images still being prepared",
      { ...tokens(1564, "GPT-5.6 (sol, terra) and GPT-6 luna"), exact: false },
      "\u2248 1,600 tokens so far",
    ],
    [
      "beside one sent by address",
      tokens(1564, undefined, 1),
      "\u2248 1,600 tokens, not counting one image sent as a link",
    ],
    [
      "beside two sent by address",
      tokens(1564, undefined, 2),
      "\u2248 1,600 tokens, not counting 2 images sent as links",
    ],
    ["nothing but addresses", tokens(0, undefined, 2), undefined],
    ["no image", tokens(0), undefined],
    ["no rule is published", {}, undefined],
    ["not a number", tokens(NaN), undefined],
  ])("%s", (_, change, words) => {
    const formatted = format(change);
    expect(formatted.figures.filter((line) => line.includes("token"))).toEqual(words === undefined ? [] : [words]);
    expect(formatted.text).not.toContain("token");
  });

  const limited = (total: number, limit = 8000) => ({ tokens: { ...tokens(total).tokens, conversation: 200, limit } });

  test.each<[string, Partial<RequestEstimate>, string]>([
    [
      "over the tokens",
      { ...limited(9000), level: "over", limitedBy: "tokens" },
      "1,200 tokens over the limit of 8,000",
    ],
    [
      "over with images still being prepared",
      { ...limited(7000), level: "over", limitedBy: "tokens", exact: false },
      "About 7,200 of 8,000 tokens",
    ],
    [
      "near the tokens, with room for many",
      { ...limited(7000), level: "near", limitedBy: "tokens" },
      "7,200 of 8,000 tokens",
    ],
    ["near the bytes", { ...limited(700), level: "near", limitedBy: "bytes" }, "839 kB of 33.55 MB"],
    ["well below", { ...limited(700), level: "ok", limitedBy: "tokens" }, "839 kB of 33.55 MB"],
    [
      "over both",
      { ...limited(9000), level: "over", limitedBy: "bytes", bytes: 64 * MIB },
      "34 MB over the 33.55 MB limit · 1,200 tokens over the limit of 8,000",
    ],
  ])("the app's limit: %s", (_, change, words) => expect(format(change).text).toBe(words));
});
