import fc from "fast-check";
import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";
import { describe, expect, it, test } from "vitest";
import { explainApiError } from "../../../src/api-errors/explain-api-error.js";
import { responseOf, thrownBy } from "./thrown-by.js";
import { SAMPLES, type Sample } from "./samples.js";

const text = ({ body }: Sample) => (typeof body === "string" ? body : JSON.stringify(body));
const whole = (sample: Sample) => ({ retryable: false, ...sample.expected, ...sample.withStatus });

function expectExplained(error: unknown, expected: object) {
  const explained = explainApiError(error);
  expect(explained).toMatchObject(expected);
  expect(explained?.nextSteps.length).toBeGreaterThan(0);
  expect(explained?.message).toMatch(/\.$/);
}

describe("explainApiError: kinds", () => {
  test.each(SAMPLES)("$name, by status and body", (sample) => {
    const { status, body } = sample;
    const headers = responseOf(sample).headers;
    expectExplained({ status, headers, body }, whole(sample));
    expectExplained({ status, headers, body: text(sample) }, whole(sample));
    // What the AI SDK throws, and what its retries wrap it in.
    const responseHeaders = Object.fromEntries(headers);
    const call = Object.assign(new Error("Bad Request"), {
      name: "AI_APICallError",
      statusCode: status,
      responseBody: text(sample),
      responseHeaders,
    });
    expectExplained(
      Object.assign(new Error("Failed after 3 attempts"), { name: "AI_RetryError", lastError: call }),
      whole(sample),
    );
    expectExplained(new Error("Chat failed", { cause: call }), whole(sample));
  });

  test.each(SAMPLES.filter(({ needsStatus }) => !needsStatus))(
    "$name, by its body alone, parsed or as text",
    (sample) => {
      if (typeof sample.body === "object") expectExplained(sample.body, sample.expected);
      const { requestId: _ofTheHeaders, ...body } = sample.expected;
      expectExplained(text(sample), body);
    },
  );

  const thrown = SAMPLES.filter((sample) => sample.sdk !== undefined) as (Sample & {
    sdk: NonNullable<Sample["sdk"]>;
  })[];
  test.each(thrown)("$name, as the $sdk SDK throws it", async (sample) => {
    // Two SDKs keep nothing of the headers.
    const { requestId, ...rest } = whole(sample);
    const keepsHeaders = sample.sdk !== "gemini" && sample.sdk !== "ollama";
    expectExplained(await thrownBy(sample), keepsHeaders && requestId !== undefined ? { ...rest, requestId } : rest);
  });

  it("what an OpenAI response carries that failed after its 200, and the codes of it", () => {
    // Others answer with these, too: NVIDIA, Groq, OpenRouter.
    const shared: readonly string[] = [
      "invalid_image",
      "invalid_image_format",
      "invalid_image_url",
      "image_too_large",
      "image_too_small",
    ];
    const codes = {
      invalid_image: "undecodable-image",
      invalid_image_format: "media-type-mismatch",
      invalid_base64_image: "undecodable-image",
      invalid_image_url: "image-url-unreachable",
      image_too_large: "image-too-large",
      image_too_small: "image-too-small",
      image_parse_error: "undecodable-image",
      invalid_image_mode: "undecodable-image",
      image_file_too_large: "image-too-large",
      unsupported_image_media_type: "media-type-mismatch",
      empty_image_file: "undecodable-image",
      failed_to_download_image: "image-url-unreachable",
      image_file_not_found: "image-file-missing",
    };
    for (const [code, kind] of Object.entries(codes)) {
      const provider = shared.includes(code) ? "unknown" : "openai";
      const error = { code, message: "No." };
      const response = { id: "resp_1", object: "response", status: "failed", error, output: [] };
      expectExplained(response, { kind, provider });
      expectExplained({ status: 200, body: JSON.stringify(response) }, { kind, provider });
      expectExplained({ type: "response.failed", sequence_number: 3, response }, { kind, provider });
      expectExplained({ type: "error", ...error, param: null, sequence_number: 3 }, { kind, provider });
      expectExplained(
        { type: "error", error: { type: "invalid_request_error", ...error, param: "input" } },
        { kind, provider },
      );
      expectExplained(error, { kind });
      // What the SDK throws while it streams.
      expectExplained(
        new OpenAI.APIError(undefined, { type: "invalid_request_error", ...error, param: null }, undefined, undefined),
        { kind, provider },
      );
    }
  });

  it("what OpenRouter puts into a choice once the answer has begun", () => {
    const error = { code: 400, message: "Image too large", metadata: { error_type: "image_too_large" } };
    expectExplained(
      { id: "gen-1", choices: [{ finish_reason: "error", error, message: { role: "assistant", content: "" } }] },
      { kind: "image-too-large", provider: "openrouter" },
    );
  });

  it("a bare 413, from any sender", () => {
    expectExplained(
      { status: 413, message: "413 status code (no body)" },
      { kind: "request-too-large", provider: "unknown" },
    );
    expectExplained(new Response(null, { status: 413 }), { kind: "request-too-large", provider: "unknown" });
    expectExplained(
      { status: 413, body: "<html><body>413 Request Entity Too Large</body></html>" },
      { kind: "request-too-large" },
    );
  });

  it("provider: found by the host that was asked, if the answer does not name it", () => {
    const refused = (url: string) => explainApiError({ statusCode: 413, url, responseBody: "" })?.provider;
    expect(refused("https://api.anthropic.com/v1/messages")).toBe("anthropic");
    expect(refused("https://x.openai.azure.com/openai/deployments/y")).toBe("azure");
    expect(refused("https://europe-west1-aiplatform.googleapis.com/v1/x")).toBe("vertex");
    expect(refused("https://bedrock-runtime.eu-west-1.amazonaws.com/model/x/converse")).toBe("bedrock");
    expect(refused("https://api.x.ai.evil.example/v1")).toBe("unknown");
  });

  it("the error as an app may have written it into a plain one, where its words are unmistakable", () => {
    const body = JSON.stringify({
      type: "error",
      error: { type: "request_too_large", message: "Request exceeds the maximum size" },
      request_id: "req_1",
    });
    expectExplained(new Error(`413 ${body}`), { kind: "request-too-large", provider: "anthropic", requestId: "req_1" });
    expectExplained(
      "messages.0.content.1.image.source.base64: image exceeds 5 MB maximum: 6074384 bytes > 5242880 bytes",
      { kind: "image-too-large", actual: 6_074_384, imageIndex: 1 },
    );
    expectExplained(new Error("400 messages.4.content.1.image.source.base64.data: Could not process image"), {
      kind: "undecodable-image",
      messageIndex: 4,
      imageIndex: 1,
    });
    expectExplained(
      new Error("The image you provided requires 49868 patches after processing, exceeding the limit of 30000."),
      { kind: "image-dimensions" },
    );
  });

  it("the body's request id before a header's", () => {
    const error = Anthropic.APIError.generate(
      413,
      {
        type: "error",
        error: { type: "request_too_large", message: "Request exceeds the maximum size" },
        request_id: "req_body",
      },
      undefined,
      new Headers({ "request-id": "req_header" }),
    );
    expect(explainApiError(error)?.requestId).toBe("req_body");
    const bare = Anthropic.APIError.generate(413, undefined, undefined, new Headers({ "request-id": "req_header" }));
    expect(explainApiError(bare)?.requestId).toBe("req_header");
  });
});

describe("explainApiError: message and steps", () => {
  const message = (sample: string) => explainApiError(SAMPLES.find(({ name }) => name === sample))?.message;
  const steps = (sample: string) => explainApiError(SAMPLES.find(({ name }) => name === sample))?.nextSteps.join("\n");

  it("the figures, in the unit of the limit", () => {
    expect(message("Anthropic: the bytes of an image")).toBe(
      "An image file is larger than the API allows. It has 23 MB (23,045,044 bytes); the limit is 10 MB (10,485,760 bytes).",
    );
    expect(message("OpenAI: patches")).toContain("It has 32,400 patches; the limit is 30,000 patches.");
    expect(message("Anthropic: the pixels among many images")).toContain("The limit is 2,000 pixels.");
    expect(explainApiError("too many images: 2 > 1")?.message).toMatch(/It has 2 images; the limit is 1 image\.$/);
    expect(explainApiError("too many images: 1 > 0")?.message).toMatch(/It has 1 image; the limit is 0 images\.$/);
  });

  it("for a busy provider, that the same request may pass later", () => {
    expect(message("OpenAI: its rate, of tokens")).toBe("Too many requests right now. Your message is fine.");
    expect(steps("Anthropic: its rate")).toMatch(/^Try again in a moment/);
    expect(steps("Anthropic: overload")).toMatch(/^Try again in a moment/);
  });

  it("steps for this provider, and none that apply only to another", () => {
    expect(steps("Anthropic: the body")).toMatch(/Files API[^]*256 MB/);
    expect(steps("OpenAI: the total")).toMatch(/Files API[^]*200 MB/);
    expect(steps("Bedrock: the body")).not.toMatch(/Files API|Batch/);
    expect(steps("Ollama: the body, in its cloud")).not.toMatch(/Files API|Batch/);
    expect(steps("Vercel: the body")).toMatch(/^The app's own server[^]*maxRequestBytes/);
    expect(steps("nginx: the body")).toContain("client_max_body_size");
    expect(steps("Express: the body, as its page")).toContain("express.json");
    expect(steps("Anthropic: the body once decompressed")).toMatch(/^Compressing the body does not help/);
    expect(steps("Ollama: a data URL")).toContain("without the `data:` prefix");
    expect(steps("xAI: the stored answer")).toContain("store: false");
  });
});

describe("explainApiError: unrelated errors", () => {
  const anthropic = (type: string, said: string) => ({
    type: "error",
    error: { type, message: said },
    request_id: "req_1",
  });
  const openai = (code: string | null, said: string, type = "invalid_request_error") => ({
    error: { message: said, type, param: null, code },
  });

  test.each<[string, unknown]>([
    ["a wrong key", anthropic("authentication_error", "invalid x-api-key")],
    [
      "a spent quota, which no waiting fills",
      {
        status: 429,
        error: openai("insufficient_quota", "You exceeded your current quota", "insufficient_quota").error,
      },
    ],
    [
      "a quota of the account",
      Object.assign(new Error("Too many requests"), {
        name: "ServiceQuotaExceededException",
        $fault: "client",
        $metadata: { httpStatusCode: 400 },
      }),
    ],
    ["a forbidden model", { status: 403, error: anthropic("permission_error", "No.") }],
    ["an unknown model", openai("model_not_found", "The model does not exist", "invalid_request_error")],
    ["a server's fault", anthropic("api_error", "Internal server error")],
    [
      "a refusal for its content",
      openai("content_policy_violation", "Your image was rejected. Could not process image."),
    ],
    [
      "a failed response for its content",
      {
        object: "response",
        status: "failed",
        error: { code: "image_content_policy_violation", message: "The image does not represent a valid image of ..." },
      },
    ],
    [
      "a response that failed otherwise",
      { object: "response", status: "failed", error: { code: "server_error", message: "An error occurred" } },
    ],
    ["a network failure", new TypeError("Failed to fetch")],
    [
      "a connection the SDK lost",
      new Anthropic.APIConnectionError({ message: "Connection error.", cause: new Error("ECONNRESET") }),
    ],
    ["an abort", new DOMException("The user aborted a request.", "AbortError")],
    ["an abort by the SDK", new OpenAI.APIUserAbortError()],
    ["a time limit", new DOMException("The operation timed out: request entity too large", "TimeoutError")],
    [
      "our own refusal",
      Object.assign(new Error("The request entity too large"), { name: "ImageError", code: "request-too-large" }),
    ],
    ["an app's own sentence", new Error("Could not process image: the disk is full")],
    ["an app's own sentence about a size", new Error("The photo is too large for the frame")],
    ["a sentence about the prompt", "The prompt is too long for a tweet"],
    ["a message of a chat", { type: "text", message: "Why does it say: could not process image?" }],
    [
      "another fault of the request",
      anthropic("invalid_request_error", "messages.0.content.1.text: text content blocks must be non-empty"),
    ],
    [
      "another fault of an image block",
      anthropic("invalid_request_error", "messages.0.content.1.image.source.data: Field required"),
    ],
    [
      "a Bedrock fault of another kind",
      Object.assign(new Error("The provided model identifier is invalid."), {
        name: "ValidationException",
        $fault: "client",
        $metadata: { httpStatusCode: 400 },
      }),
    ],
    ["a proxy's page about something else", "<html><body>502 Bad Gateway</body></html>"],
    [
      "a success that quotes a refusal",
      {
        id: "c",
        object: "chat.completion",
        choices: [{ message: { role: "assistant", content: "prompt is too long" }, finish_reason: "stop" }],
      },
    ],
    [
      "an Anthropic success",
      { id: "msg_1", type: "message", content: [{ type: "text", text: "Could not process image" }] },
    ],
    [
      "an OpenAI success",
      {
        id: "resp_1",
        object: "response",
        status: "completed",
        error: null,
        output: [{ type: "message", content: [{ type: "output_text", text: "invalid_image" }] }],
      },
    ],
    ["a response that went well", new Response("{}", { status: 200 })],
    ["nothing", undefined],
    ["null", null],
    ["an empty text", ""],
    ["a number", 413],
    ["a function", () => 413],
    ["a symbol", Symbol("413")],
  ])("%s", (_name, error) => {
    expect(explainApiError(error)).toBeUndefined();
  });
});

describe("explainApiError: hostile values", () => {
  it("whatever it is given", () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withDate: true, withMap: true, withBigInt: true }),
        (value) => void explainApiError(value),
      ),
    );
  });

  it("whatever is in the fields it reads", () => {
    const key = fc.constantFrom(
      "error",
      "status",
      "code",
      "type",
      "message",
      "body",
      "headers",
      "metadata",
      "choices",
      "$metadata",
      "details",
      "cause",
      "responseBody",
      "request_id",
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: "medium" },
        fc.constantFrom(413, 400, "request_too_large", "413 {", "messages.0.content.1", null, Number.NaN),
        fc.string(),
        fc.dictionary(key, tie("tree")),
        fc.array(tie("tree"), { maxLength: 2 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const explained = explainApiError(value);
        if (explained) expect(explained.nextSteps.length).toBeGreaterThan(0);
      }),
    );
  });

  it("what refers to itself, without end or throws when read", () => {
    const cyclic: Record<string, unknown> = { status: 413 };
    cyclic["error"] = cyclic;
    cyclic["cause"] = [cyclic];
    expectExplained(cyclic, { kind: "request-too-large" });

    const endless = (): object =>
      new Proxy({}, { get: (_target, key) => (key === "message" ? "x" : endless()), has: () => true });
    expect(explainApiError(endless())).toBeUndefined();

    const throwing = new Proxy(
      {},
      {
        get: () => {
          throw new Error("get");
        },
        has: () => {
          throw new Error("has");
        },
        getPrototypeOf: () => {
          throw new Error("prototype");
        },
      },
    );
    expect(explainApiError(throwing)).toBeUndefined();
    expectExplained(
      {
        status: 413,
        headers: throwing,
        get message() {
          throw new Error("message");
        },
      },
      { kind: "request-too-large" },
    );

    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    expect(explainApiError(proxy)).toBeUndefined();
    expect(explainApiError({ error: proxy, choices: proxy })).toBeUndefined();
  });

  it("figures and places that no request can have", () => {
    const refusal = (message: string) =>
      explainApiError({ status: 400, error: { type: "invalid_request_error", message } });
    const nines = "9".repeat(400);
    expect(refusal("Value jpg at 'messages.0.member.content.0.member.image.format' is not allowed")).not.toHaveProperty(
      "imageIndex",
    );
    expect(refusal(`messages.0.content.${nines}.image: could not process image`)).not.toHaveProperty("messageIndex");
    expect(refusal(`too many images: ${nines} > 100`)).toMatchObject({
      kind: "too-many-images",
      limit: 100,
      message: expect.stringContaining("The limit is 100 images."),
    });
    expect(refusal("too many images: 9007199254740993 > 100")).not.toHaveProperty("actual");
    expect(refusal("messages.1.content.2.image: could not process image")).toMatchObject({
      messageIndex: 1,
      imageIndex: 2,
    });
  });

  it("a text of many megabytes, in a moment", () => {
    const dump = `image ${"messages.0.content.1 image ".repeat(400_000)}`;
    expect(explainApiError({ status: 400, body: dump })).toBeUndefined();
    expect(explainApiError({ status: 400, body: `{"error":${"[".repeat(5_000_000)}` })).toBeUndefined();
  });
});
