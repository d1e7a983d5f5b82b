import { describe, expect, it, test } from "vitest";
import { adviceFor, type AdviceFacts, resampleAdvice, tokenAdvice } from "../../../src/meter/advice.js";
import type { Advice, AdviceCode } from "../../../src/shared/types.js";
import { anthropicMessages, claudeStandard } from "../../../src/endpoints.js";
import { expectFigures } from "../../fixtures/expect-figures.js";

const endpoint = { ...anthropicMessages, caps: { ...anthropicMessages.caps, maxImages: 100 } };

const forBytes = (more: Partial<AdviceFacts> = {}) =>
  adviceFor({
    endpoint,
    bytes: 1_250_000,
    cap: 1_000_000,
    capOwner: "endpoint",
    imageBytes: 100_000,
    count: 12,
    documents: 0,
    surplusImages: 0,
    ...more,
  });

/** Every code, so that one that is new and missing here does not compile. */
const TABLE: Record<AdviceCode, [advice: Advice[], figures: Record<string, unknown>][]> = {
  "fewer-images": [
    [forBytes({ surplusImages: 3 }), { images: 3, maxImages: 100 }],
    [
      forBytes({ surplusImages: 1, endpoint: { ...endpoint, caps: { ...endpoint.caps, maxImages: 1 } } }),
      { images: 1, maxImages: 1 },
    ],
  ],
  remove: [
    [forBytes(), { unit: "bytes", excess: 250_000, images: 3, isEnough: true }],
    [forBytes({ count: 2 }), { unit: "bytes", excess: 250_000, images: 2, isEnough: false }],
    [forBytes({ count: 0 }), { unit: "bytes", excess: 250_000, images: 0, isEnough: false }],
    [forBytes({ documents: 3 }), { unit: "bytes", excess: 250_000, images: 3, isEnough: true, counted: "files" }],
    [
      forBytes({ count: 3, documents: 3 }),
      { unit: "bytes", excess: 250_000, images: 3, isEnough: true, counted: "documents" },
    ],
    [
      tokenAdvice({ total: 9_610, limit: 8_000, made: 8_050, count: 5, documents: 0 }),
      { unit: "tokens", excess: 1_610, images: 1, isEnough: true },
    ],
    [
      tokenAdvice({ total: 9_610, limit: 8_000, made: 0, count: 5, documents: 0 }),
      { unit: "tokens", excess: 1_610, images: 0, isEnough: false },
    ],
  ],
  shrink: [
    [forBytes(), { unit: "bytes" }],
    [tokenAdvice({ total: 9_610, limit: 8_000, made: 8_050, count: 5, documents: 0 }), { unit: "tokens" }],
  ],
  "files-api": [
    [forBytes(), { uploading: 0, limitedBy: "endpoint" }],
    [forBytes({ capOwner: "app" }), { uploading: 0, limitedBy: "app" }],
    [forBytes({ uploads: { underWay: 2, failed: 0 } }), { uploading: 2, limitedBy: "endpoint" }],
  ],
  "retry-upload": [[forBytes({ uploads: { underWay: 0, failed: 4 } }), { images: 4 }]],
  "batch-api": [[forBytes(), { label: "Anthropic Batches", maxRequestBytes: 256 * 2 ** 20, priceRatio: 0.5 }]],
  resampled: [
    [
      resampleAdvice([{ width: 1280, height: 960 }], { ...endpoint, tokenModel: claudeStandard }),
      {
        from: { width: 1280, height: 960 },
        to: { width: 1270, height: 952 },
        box: { width: 1280, height: 952 },
        model: claudeStandard.label,
      },
    ],
  ],
};

describe("advice: its figures", () => {
  test.each(
    Object.entries(TABLE).flatMap(([code, rows]) => rows.map(([advice, figures]) => [code, advice, figures] as const)),
  )("%s", (code, advice, figures) => {
    const one = advice.find((piece) => piece.code === code)!;
    const { message, audience, ...rest } = one;
    expect(rest).toEqual({ code, ...figures });
    // The endpoint's own sentence has its limit as the provider writes it: 256 MB.
    expectFigures(message.replace(/256 MB/, ""), figures);
    expect(structuredClone(one)).toEqual(one);
    const isForDevelopers =
      code === "batch-api" || code === "resampled" || (one.code === "files-api" && one.uploading === 0);
    expect(audience).toBe(isForDevelopers ? "developer" : "user");
  });

  it("names PDF files, and does not advise to shrink or upload them", () => {
    const said = forBytes({ bytes: 1_050_000, count: 1, documents: 1 }).map(({ code, message }) => [code, message]);
    expect(said[0]).toEqual(["remove", "Remove one document to send this."]);
    expect(said.map(([code]) => code)).toEqual(["remove", "batch-api"]);
    expect(forBytes({ documents: 2 })[0]!.message).toBe("Remove 3 files to send this.");
    const tokens = tokenAdvice({ total: 9_000, limit: 8_000, made: 9_000, count: 3, documents: 3 });
    expect(tokens.map(({ message }) => message)).toEqual(["Remove one document to send this."]);
  });

  it("counts one image as one", () => {
    expect(TABLE["fewer-images"][1]![0][0]!.message).toBe(
      "Remove one image to send this: Anthropic Messages takes at most 1.",
    );
  });
});
