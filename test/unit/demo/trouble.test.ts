import { APIConnectionError, APIError, APIUserAbortError } from "@anthropic-ai/sdk";
import { BadRequestError } from "openai";
import { ImageError } from "vision-dropzone/core";
import { describe, expect, it } from "vitest";
import { describeTrouble, recounted } from "../../../demo/state/trouble.js";

const context = { provider: "Anthropic", earlierMessages: 0, earlierImages: 0 };

const anthropicError = (status: number, message: string) =>
  APIError.generate(
    status,
    { type: "error", error: { type: "invalid_request_error", message }, request_id: "req_1" },
    undefined,
    new Headers({ "request-id": "req_1" }),
  );

describe("trouble: what the demo says when a send fails", () => {
  it("says what happened in a title and a sentence, and keeps the rest for the details", () => {
    const body = {
      type: "error",
      error: { type: "request_too_large", message: "Request exceeds the maximum size" },
      request_id: "req_1",
    };
    const error = APIError.generate(413, body, undefined, new Headers({ "request-id": "req_1" }));
    expect(describeTrouble(error, context)).toEqual({
      title: "Too large for Anthropic",
      message: "The request was larger than the API allows.",
      remedy: { kind: "shrink-request", maxBytes: undefined },
      details: [
        { label: "Error code", value: "request-too-large", code: true },
        { label: "HTTP status", value: "413", code: true },
        { label: "API message", value: "Request exceeds the maximum size" },
        { label: "Request ID", value: "req_1", code: true },
      ],
      isAboutText: false,
    });
  });

  it("makes the request fit the limit that the API named", () => {
    const message = "Total image size is 50.56MB, which exceeds the allowed limit of 50MB.";
    const error = new BadRequestError(400, { message, type: "invalid_request_error" }, undefined, new Headers());
    const trouble = describeTrouble(error, { ...context, provider: "OpenAI" });
    expect(trouble).toMatchObject({
      title: "Too large for OpenAI",
      remedy: { kind: "shrink-request", maxBytes: 50_000_000 },
    });
    expect(trouble?.details).toContainEqual({ label: "Size", value: "50,560,000 bytes" });
    expect(trouble?.details).toContainEqual({ label: "Limit", value: "50,000,000 bytes" });
  });

  it("counts tokens in the sentence, and lets the text be the cure", () => {
    const trouble = describeTrouble(anthropicError(400, "prompt is too long: 1619 tokens > 1000 maximum"), context);
    expect(trouble).toMatchObject({ message: "The message has 1,619 of 1,000 tokens.", isAboutText: true });
  });

  it("offers nothing about an image of an earlier message", () => {
    const message = "messages.0.content.0.image.source.base64.data: image exceeds 10 MB maximum: 12 bytes > 10 bytes";
    const earlier = describeTrouble(anthropicError(400, message), { ...context, earlierMessages: 2 });
    expect(earlier?.title).toBe("Image too large for Anthropic");
    expect(earlier?.remedy).toBeUndefined();
    expect(describeTrouble(anthropicError(400, message), context)?.remedy).toMatchObject({
      kind: "shrink-image",
      image: 0,
    });
  });

  it("names the image that the answer is about, and removes that one", () => {
    const imageNames = ["lake.jpg", "a-very-long-name-of-a-photo-from-my-phone.jpg"];
    const at = (index: number) =>
      anthropicError(400, `messages.0.content.${index}.image.source.base64: Could not process image`);
    expect(describeTrouble(at(0), { ...context, imageNames })).toMatchObject({
      message: "lake.jpg may be damaged.",
      remedy: { kind: "remove-image", image: 0 },
    });
    expect(describeTrouble(at(1), { ...context, imageNames })?.message).toBe(
      "a-very-long-…y-phone.jpg may be damaged.",
    );
    const unplaced = anthropicError(400, "Could not process image");
    expect(describeTrouble(unplaced, { ...context, imageNames })?.message).toBe("The image may be damaged.");
    expect(describeTrouble(unplaced, { ...context, imageNames: ["lake.jpg"] })?.message).toBe(
      "lake.jpg may be damaged.",
    );
    // It may be one of an earlier message.
    const later = { ...context, earlierImages: 1, imageNames: ["lake.jpg"] };
    expect(describeTrouble(unplaced, later)?.message).toBe("The image may be damaged.");
  });

  it("gives a request's size where the API does not, and the limit where it does", () => {
    const without = anthropicError(413, "Request exceeds the maximum size");
    expect(describeTrouble(without, { ...context, bodyBytes: 184_000 })?.message).toBe(
      "The request had 184 kB, more than the API took.",
    );
    const message = "Total image size is 50.56MB, which exceeds the allowed limit of 50MB.";
    const both = new BadRequestError(400, { message, type: "invalid_request_error" }, undefined, new Headers());
    expect(describeTrouble(both, context)?.message).toBe("The request had 50.6 MB; the API took at most 50.0 MB.");
  });

  it("counts the images that are too many, until they fit", () => {
    const error = anthropicError(400, "Too many images: 3. The maximum is 1 image.");
    const trouble = describeTrouble(error, { ...context, imageNames: ["a.jpg", "b.jpg", "c.jpg"] })!;
    expect(trouble).toMatchObject({
      message: "3 images; this API takes 1: remove 2.",
      remedy: { kind: "remove-last", images: 2 },
    });
    expect(trouble.details).toContainEqual({ label: "Limit", value: "1 image" });
    expect(recounted(trouble, 2)).toMatchObject({ message: "2 images; this API takes 1: remove 1." });
    expect(recounted(trouble, 1)).toBeUndefined();
    const later = describeTrouble(error, { ...context, earlierImages: 2, imageNames: ["c.jpg"] });
    expect(later?.message).toBe("3 images (2 in earlier messages); this API takes 1: start a new chat.");
    expect(later?.remedy).toBeUndefined();
  });

  it("says nothing when the person stopped it", () => {
    expect(describeTrouble(new APIUserAbortError(), context)).toBeUndefined();
    expect(describeTrouble(new DOMException("stopped", "AbortError"), context)).toBeUndefined();
  });

  it("reports requests that were never sent, and offers to retry one without an answer", () => {
    expect(describeTrouble(new ImageError("request-too-large", "400 kB of 300 kB"), context)).toMatchObject({
      title: "Nothing was sent",
      message: "400 kB of 300 kB",
    });
    expect(describeTrouble(new APIConnectionError({ message: "Connection error." }), context)).toMatchObject({
      title: "Anthropic did not answer",
      remedy: { kind: "retry" },
      details: [{ label: "API message", value: "Connection error." }],
    });
  });
});
