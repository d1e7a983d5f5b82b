import { APIConnectionError, APIError, APIUserAbortError } from "@anthropic-ai/sdk";
import { BadRequestError } from "openai";
import { ImageError } from "vision-dropzone/core";
import type { RequestEstimate } from "vision-dropzone/core";
import { describe, expect, it } from "vitest";
import { describeTrouble } from "../../../demo/state/trouble.js";

const estimate: RequestEstimate = {
  bytes: 400_000,
  cap: 300_000,
  capOwner: "app",
  ratio: 4 / 3,
  level: "over",
  exact: true,
  covers: "request",
  parts: { conversation: 100, images: 399_900, pending: 0 },
  imagesThatStillFit: 0,
  advice: [{ code: "remove", unit: "bytes", excess: 100_000, images: 1, isEnough: true, message: "Remove one image." }],
};

describe("what the demo says when a send fails", () => {
  it("explains Anthropic's 413 in its own words and quotes the request id", () => {
    const body = {
      type: "error",
      error: { type: "request_too_large", message: "Request exceeds the maximum size" },
      request_id: "req_1",
    };
    const trouble = describeTrouble(
      APIError.generate(413, body, undefined, new Headers({ "request-id": "req_1" })),
      estimate,
    );
    expect(trouble?.facts).toEqual([
      { label: "Kind", value: "request-too-large", code: true },
      { label: "In the API's words", value: "Request exceeds the maximum size" },
      { label: "Request id", value: "req_1", code: true },
    ]);
    expect(trouble?.title).toContain("(413)");
    expect(trouble?.nextSteps.length).toBeGreaterThan(0);
  });

  it("explains OpenAI's 400 about images", () => {
    const message = "Total image size is 50.56MB, which exceeds the allowed limit of 50MB.";
    const error = new BadRequestError(
      400,
      { message, type: "invalid_request_error" },
      undefined,
      new Headers({ "x-request-id": "req_2" }),
    );
    const trouble = describeTrouble(error, estimate);
    expect(trouble?.title).toContain("(400)");
    expect(trouble?.facts).toContainEqual({ label: "It has", value: "50,560,000 bytes" });
    expect(trouble?.facts).toContainEqual({ label: "Limit", value: "50,000,000 bytes" });
    expect(trouble?.facts).toContainEqual({ label: "In the API's words", value: message });
  });

  it("gives the meter's advice when nothing was sent", () => {
    const trouble = describeTrouble(new ImageError("request-too-large", "400 kB of 300 kB"), estimate);
    expect(trouble).toMatchObject({
      title: "Nothing was sent",
      nextSteps: ["Remove one image.", expect.stringContaining("still here")],
    });
  });

  it("says nothing when the person stopped it", () => {
    expect(describeTrouble(new APIUserAbortError(), estimate)).toBeUndefined();
    expect(describeTrouble(new DOMException("stopped", "AbortError"), estimate)).toBeUndefined();
  });

  it("shows an error it does not know as it is", () => {
    const trouble = describeTrouble(new APIConnectionError({ message: "Connection error." }), estimate);
    expect(trouble).toMatchObject({ title: "The request failed", message: "Connection error." });
  });
});
