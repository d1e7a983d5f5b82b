import fc from "fast-check";
import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";
import { describe, expect, it, test } from "vitest";
import { explainApiError } from "../../../../src/core/api-errors/explain.js";

const anthropic = (type: string, message: string, more: object = {}) => ({ type: "error", error: { type, message, ...more }, request_id: "req_011CX" });
const openai = (code: string | null, message: string) => ({ error: { message, type: "invalid_request_error", param: "messages", code } });

describe("explainApiError knows", () => {
  test.each([
    ["Anthropic's body cap", anthropic("request_too_large", "Request exceeds the maximum size"), { kind: "request-too-large", provider: "anthropic", requestId: "req_011CX" }],
    ["its edge without the outer type", { error: { type: "request_too_large", message: "Request exceeds the maximum size" } }, { kind: "request-too-large" }],
    ["its body cap after decompression", anthropic("invalid_request_error", "too large", { details: { error_code: "request_body_too_large_after_decoding" } }), { kind: "request-too-large" }],
    [
      "its image bytes, with place and figures",
      anthropic("invalid_request_error", "messages.0.content.2.image.source.base64: image exceeds 10 MB maximum: 23045044 bytes > 10485760 bytes"),
      { kind: "image-too-large", imageIndex: 2, actual: 23_045_044, limit: 10_485_760 },
    ],
    ["its longest side", anthropic("invalid_request_error", "At least one of the image dimensions exceed max allowed size: 8000 pixels"), { kind: "image-dimensions", limit: 8000 }],
    ["its many-image rule", anthropic("invalid_request_error", "At least one of the image dimensions exceed max allowed size for many-image requests: 2000 pixels"), { kind: "image-dimensions", limit: 2000 }],
    ["its image count", anthropic("invalid_request_error", "Too much media: 0 document pages + 107 images > 100"), { kind: "too-many-images", actual: 107, limit: 100 }],
    ["its image count, other wording", anthropic("invalid_request_error", "too many images and documents: 120 + 0 > 100"), { kind: "too-many-images", actual: 120, limit: 100 }],
    ["its type mismatch", anthropic("invalid_request_error", "The image was specified using the image/png media type, but the image appears to be a image/jpeg image"), { kind: "media-type-mismatch" }],
    ["its undecodable image", anthropic("invalid_request_error", "Could not process image"), { kind: "undecodable-image" }],
    ["a 413 that is about tokens", { status: 413, error: anthropic("invalid_request_error", "Prompt is too long") }, { kind: "too-many-tokens" }],
    ["OpenAI's total", openai(null, "Total image size is 50.56MB, which exceeds the allowed limit of 50MB."), { kind: "request-too-large", provider: "openai", actual: 50_560_000, limit: 50_000_000 }],
    ["OpenAI's code for one image", openai("image_size_exceeds_limit", "Image size exceeds maximum limit"), { kind: "image-too-large", provider: "openai" }],
    ["OpenAI's patches", openai("invalid_value", "The image requires 32400 patches after processing, exceeding the limit of 30000"), { kind: "image-dimensions", actual: 32_400, limit: 30_000 }],
    ["OpenAI's format", openai("invalid_image_format", "You uploaded an unsupported image. Please make sure your image has one of the following formats: ['png', 'jpeg', 'gif', 'webp']"), { kind: "media-type-mismatch" }],
    ["a bare 413 from a proxy", { status: 413, message: "413 status code (no body)" }, { kind: "request-too-large", provider: "unknown" }],
  ])("%s, as an object and as text", (_name, body, expected) => {
    for (const form of [body, JSON.stringify(body)]) {
      const explained = explainApiError(form);
      expect(explained).toMatchObject({ ...expected, retryable: false });
      expect(explained!.nextSteps.length).toBeGreaterThan(0);
    }
  });

  it("what the Anthropic SDK throws", () => {
    const headers = new Headers({ "request-id": "req_header" });
    const error = Anthropic.APIError.generate(413, anthropic("request_too_large", "Request exceeds the maximum size"), undefined, headers);
    expect(explainApiError(error)).toMatchObject({ kind: "request-too-large", provider: "anthropic", requestId: "req_011CX" });
  });

  it("what the OpenAI SDK throws", () => {
    const headers = new Headers({ "x-request-id": "req_openai" });
    const error = OpenAI.APIError.generate(400, openai("image_size_exceeds_limit", "Image size exceeds maximum limit"), undefined, headers);
    expect(explainApiError(error)).toMatchObject({ kind: "image-too-large", provider: "openai", requestId: "req_openai" });
  });
});

describe("explainApiError leaves alone", () => {
  test.each<[string, unknown]>([
    ["a wrong key", anthropic("authentication_error", "invalid x-api-key")],
    ["a rate limit", openai("rate_limit_exceeded", "Rate limit reached for images per minute")],
    ["overload", anthropic("overloaded_error", "Overloaded")],
    ["a network failure", new TypeError("Failed to fetch")],
    ["an abort", new DOMException("The user aborted a request.", "AbortError")],
    ["a proxy's page", "<html><body>413 Request Entity Too Large</body></html>"],
    ["nothing", undefined],
    ["a number", 413],
    ["a success", { id: "msg_1", type: "message", content: [] }],
  ])("%s", (_name, error) => {
    expect(explainApiError(error)).toBeUndefined();
  });

  it("never throws, whatever it is given", () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true }), (value) => void explainApiError(value)));
  });
});
