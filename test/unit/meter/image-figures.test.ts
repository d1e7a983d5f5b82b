/** Work counted, not timed: an image is looked at once. */
import { expect, it, vi } from "vitest";
import { estimateRequest } from "../../../src/meter/estimate-request.js";
import type { TokenModel } from "../../../src/shared/tokens/types.js";
import { anthropicMessages } from "../../../src/endpoints.js";
import { preparedImage } from "../../fixtures/prepared-image.js";

const model = (perPixel = 1) =>
  ({
    id: "counted",
    label: "Counted",
    asOf: "2026-11-28",
    source: "https://example.com",
    confidence: "D",
    details: ["low", "high"],
    tokens: vi.fn(({ width, height }, detail) => width * height * perPixel * (detail === "high" ? 2 : 1)),
    resized: vi.fn(({ width, height }) => ({ width: Math.min(width, 1000), height })),
    refuses: () => false,
  }) satisfies TokenModel;
const estimate = (images: ReturnType<typeof preparedImage>[], tokenModel: TokenModel, tokenDetail?: string) =>
  estimateRequest({
    endpoint: { ...anthropicMessages, tokenModel, ...(tokenDetail !== undefined && { tokenDetail }) },
    images,
  });

it("imageFigures: asks a model once an image, however often the request is measured", () => {
  const counted = model();
  const images = [preparedImage({ width: 10, height: 10 }), preparedImage({ width: 20, height: 10 })];
  for (let keystrokes = 0; keystrokes < 5; keystrokes += 1) {
    expect(estimate(images, counted).tokens).toMatchObject({ total: 300, perImage: [100, 200] });
  }
  expect(counted.tokens).toHaveBeenCalledTimes(2);
  expect(counted.resized).toHaveBeenCalledTimes(2);
});

it("imageFigures: asks again for another model, another detail, and an image whose pixels the app changed", () => {
  const image = preparedImage({ width: 10, height: 10 });
  expect(estimate([image], model()).tokens?.total).toBe(100);
  const costlier = model(3);
  expect(estimate([image], costlier).tokens?.total).toBe(300);
  expect(estimate([image], costlier, "high").tokens?.total).toBe(600);
  const larger = Object.assign(image, { width: 2000 });
  const { tokens, advice } = estimate([larger], costlier, "high");
  expect(tokens?.total).toBe(120_000);
  expect(advice).toContainEqual(expect.objectContaining({ code: "resampled" }));
});
