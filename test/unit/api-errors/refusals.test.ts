import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { explainApiError } from "../../../src/api-errors/explain-api-error.js";
import { contradictionOf } from "./contradiction-of.js";
import { MORE_REFUSALS, type Refusal, SAMPLES_OF_REFUSALS, thrownOf } from "./refusals.js";

const UNDERSTOOD = [...SAMPLES_OF_REFUSALS, ...MORE_REFUSALS].flatMap(({ want, ...refusal }) =>
  want ? [{ ...refusal, want }] : [],
);

function expectExplained(error: unknown, want: NonNullable<Refusal["want"]>) {
  const explained = explainApiError(error);
  const { kind, notProvider, ...rest } = want;
  expect(explained, "nothing was understood").toBeDefined();
  if (!explained) return;
  expect(contradictionOf(explained)).toBeUndefined();
  expect(kind.split("|")).toContain(explained.kind);
  expect(explained).toMatchObject(rest);
  if (notProvider !== undefined) expect(explained.provider).not.toBe(notProvider);
}

/** As Python prints a dict. */
function python(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string")
    return value.includes("'")
      ? `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`
      : `'${value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}'`;
  if (Array.isArray(value)) return `[${value.map(python).join(", ")}]`;
  return typeof value === "object"
    ? `{${Object.entries(value)
        .map(([key, one]) => `${python(key)}: ${python(one)}`)
        .join(", ")}}`
    : JSON.stringify(value);
}

const wrapped = (message: unknown) =>
  JSON.stringify({ error: { message: typeof message === "string" ? message : JSON.stringify(message) } });

describe("explainApiError: refusals", () => {
  test.each(UNDERSTOOD)("$id", ({ input, want }) => {
    expectExplained(thrownOf(input), want);
  });

  const withBody = UNDERSTOOD.flatMap(({ id, input, want }) => {
    const { status, body } =
      typeof input === "object" && input !== null && "body" in input && "status" in input
        ? input
        : { status: undefined, body: undefined };
    return typeof body === "object" && body !== null && typeof status === "number" && status >= 400
      ? [
          {
            id,
            status,
            body,
            want: {
              kind: want.kind,
              ...(want.actual !== undefined && { actual: want.actual }),
              ...(want.limit !== undefined && { limit: want.limit }),
            },
          },
        ]
      : [];
  });

  test.each(withBody)("$id in whatever it is wrapped", ({ status, body, want }) => {
    const json = JSON.stringify(body);
    const forms: unknown[] = [
      { status, body: json },
      { statusCode: status, error: body },
      Object.assign(new Error(`${status} ${json}`), { status }),
      new Error(`Request failed: ${status} ${json}`),
      `openai.BadRequestError: Error code: ${status} - ${python(body)}`,
      {
        error: {
          message: `litellm.BadRequestError: SomeException - ${json}. Received Model Group=x\nAvailable Model Group Fallbacks=None`,
          type: null,
          param: null,
          code: String(status),
        },
      },
      { error: { message: "Provider returned error", code: status, metadata: { raw: json, provider_name: "Some" } } },
      // Three levels deep, as text in text.
      { status, body: wrapped(wrapped(wrapped(body))) },
      [{ status, body }],
      new AggregateError([new Error("connect ECONNREFUSED"), { status, body }], "All promises were rejected"),
      Object.assign(new Error("Failed after 3 attempts"), {
        name: "AI_RetryError",
        lastError: Object.assign(new Error("Bad Request"), {
          name: "AI_APICallError",
          statusCode: status,
          responseBody: json,
        }),
      }),
      new Error("chat failed", { cause: new Error("relay failed", { cause: { status, body } }) }),
    ];
    for (const form of forms) expectExplained(form, want);
  });
});

describe("explainApiError: unrelated errors", () => {
  test.each(MORE_REFUSALS.filter(({ want }) => want === null))("$id", ({ input }) => {
    expect(explainApiError(thrownOf(input))).toBeUndefined();
  });

  it("a refusal that an answer quotes", () => {
    for (const { input } of UNDERSTOOD) {
      const content = JSON.stringify(input);
      for (const answer of [
        {
          id: "c",
          object: "chat.completion",
          choices: [{ message: { role: "assistant", content }, finish_reason: "stop" }],
        },
        { id: "msg_1", type: "message", role: "assistant", content: [{ type: "text", text: content }] },
        { candidates: [{ content: { parts: [{ text: content }] } }] },
        {
          object: "response",
          status: "completed",
          error: null,
          output: [{ type: "message", content: [{ type: "output_text", text: content }] }],
        },
      ]) {
        expect(explainApiError(answer)).toBeUndefined();
        expect(explainApiError(JSON.stringify(answer))).toBeUndefined();
        expect(explainApiError({ status: 200, body: JSON.stringify(answer) })).toBeUndefined();
      }
    }
  });

  it("nonsense, whatever figures are in it", () => {
    const word = fc.constantFrom(
      "image",
      "images",
      "photo",
      "the",
      "cat",
      "11",
      "4.5 MB",
      "1024x768",
      "walks",
      "request",
      "in",
      "token",
      "{",
      "}",
      "413",
      "<b>",
      "of",
      "blue",
      "and",
      ":",
      "[",
      "'",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        expect(explainApiError(words.join(" "))).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: "binary" }), (text) => {
        expect(explainApiError(text)).toBeUndefined();
      }),
    );
  });
});

describe("explainApiError: models that take no images, in words we do not know", () => {
  const kindOf = (error: unknown) => explainApiError(error)?.kind;

  it("DeepSeek, OpenRouter, llama.cpp and LM Studio: not retryable, with the two ways out", () => {
    for (const error of [
      {
        status: 400,
        body: {
          error: {
            message:
              "Failed to deserialize the JSON body into the target type: messages[1]: unknown variant `image_url`, expected `text` at line 1 column 746109",
          },
        },
      },
      Object.assign(new Error("404 No endpoints found that support image input"), { status: 404 }),
      {
        status: 500,
        body: {
          error: {
            code: 500,
            message: "image input is not supported - hint: if this is unexpected, you may need to provide the mmproj",
            type: "server_error",
          },
        },
      },
      { status: 400, body: { error: "Model does not support images. Please use a model that does." } },
    ]) {
      expect(explainApiError(error)).toMatchObject({
        kind: "images-unsupported",
        retryable: false,
        nextSteps: [
          expect.stringMatching(/^Choose a model that accepts images/),
          expect.stringMatching(/remove the images from the conversation/),
        ],
      });
    }
  });

  it("any subject, verb and order of them", () => {
    const subject = fc.constantFrom(
      "This model",
      "The selected model",
      "The model 'x-7b'",
      "The endpoint",
      "This deployment",
    );
    const refuses = fc.constantFrom(
      "does not support",
      "doesn't support",
      "cannot accept",
      "can't process",
      "does not accept",
      "is not able to handle",
      "do not support",
    );
    const images = fc.constantFrom(
      "images",
      "image input",
      "image inputs",
      "vision input",
      "`image_url` content",
      "multimodal content",
      "multi-modal inputs",
      "pictures",
    );
    const passive = fc.constantFrom(
      "is not supported by this model",
      "are not supported",
      "is not enabled for this model",
      "is not allowed for this model",
      "isn't supported on this server",
      "are unsupported",
    );
    const sentence = fc
      .oneof(fc.tuple(subject, refuses, images), fc.tuple(images, passive))
      .map((parts) => `${parts.join(" ")}.`);
    fc.assert(
      fc.property(sentence, fc.constantFrom(400, 404, 422, 500, 501), (message, status) => {
        expect(kindOf({ status, body: { error: { message } } })).toBe("images-unsupported");
      }),
    );
  });

  it("but not a format, a URL, a size, an output or a tool that is not supported", () => {
    const refused = (message: string) => kindOf({ status: 400, body: { error: { message } } });
    expect(refused("Unsupported image format: image/heic")).toBe("media-type-mismatch");
    expect(refused("image URLs are not supported, send base64")).toBe("unsupported-image-source");
    expect(refused("This model does not support more than 5 images")).toBe("too-many-images");
    expect(refused("This model does not support image generation")).toBeUndefined();
    expect(refused("This model does not support image output")).toBeUndefined();
    expect(refused("Invalid schema for function 'describe_image': 'format' is not supported")).toBeUndefined();
    expect(refused("Model gpt-4-vision-preview is not supported")).toBeUndefined();
  });
});

describe("explainApiError: retryable is decided by the figures, not by the status", () => {
  const tokens = (limit: number, requested: number, used?: number) =>
    `Request too large for gpt-6 in organization org-x on tokens per min (TPM): Limit ${limit}, ${used === undefined ? "" : `Used ${used}, `}Requested ${requested}. Please try again later.`;
  const rateLimited = (message: string, status: number) => ({
    status,
    body: { error: { message, type: "tokens", param: null, code: "rate_limit_exceeded" } },
  });

  it("a request above the whole limit is not retryable", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5e6 }),
        fc.integer({ min: 1, max: 5e6 }),
        fc.constantFrom(413, 429),
        fc.boolean(),
        (limit, more, status, isText) => {
          const error = rateLimited(tokens(limit, limit + more), status);
          const explained = explainApiError(isText ? new Error(`${status} ${JSON.stringify(error.body)}`) : error);
          expect(explained).toMatchObject({
            kind: "too-many-tokens",
            retryable: false,
            actual: limit + more,
            limit,
            unit: "tokens",
            provider: "openai",
          });
        },
      ),
    );
  });

  it("what only has to wait for earlier requests is a rate limit, as before", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5e6 }), fc.nat({ max: 5e6 }), (requested, more) => {
        const limit = requested + more;
        expect(explainApiError(rateLimited(tokens(limit, requested, more + 1), 429))).toMatchObject({
          kind: "rate-limit",
          retryable: true,
        });
      }),
    );
  });

  it("a size limit is not a rate limit: gRPC's RESOURCE_EXHAUSTED, a relay's 429", () => {
    expect(
      explainApiError({
        status: 429,
        body: { code: 8, message: "grpc: received message larger than max (5266822 vs. 4194304)" },
      }),
    ).toMatchObject({ kind: "request-too-large", retryable: false, actual: 5_266_822, limit: 4_194_304 });
    expect(explainApiError({ status: 429, body: "request entity too large" })).toMatchObject({
      kind: "request-too-large",
      retryable: false,
    });
  });
});

describe("explainApiError: too large, reported by other means than a status", () => {
  it("a WebSocket's close", () => {
    // Node 20 has no CloseEvent.
    const close = (code: number, reason = "") => Object.assign(new Event("close"), { code, reason, wasClean: true });
    expect(explainApiError(close(1009))).toMatchObject({
      kind: "request-too-large",
      provider: "websocket",
      retryable: false,
    });
    expect(explainApiError(close(1009, "frame exceeds limit of 1048576 bytes"))).toMatchObject({
      kind: "request-too-large",
      limit: 1_048_576,
    });
    expect(explainApiError(new Error("WebSocket closed", { cause: close(1009) }))).toMatchObject({
      kind: "request-too-large",
    });
    expect(explainApiError(close(1006))).toBeUndefined();
    expect(explainApiError({ code: 1009, message: "unknown voice" })).toBeUndefined();
  });

  it("the RangeError of ws, tRPC, gRPC", () => {
    expect(
      explainApiError(
        Object.assign(new RangeError("Max payload size exceeded"), { code: "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH" }),
      ),
    ).toMatchObject({ kind: "request-too-large", provider: "websocket" });
    expect(explainApiError(new RangeError("Maximum call stack size exceeded"))).toBeUndefined();
    expect(
      explainApiError(
        Object.assign(new Error("x"), {
          name: "TRPCClientError",
          data: { code: "PAYLOAD_TOO_LARGE", httpStatus: 413 },
        }),
      ),
    ).toMatchObject({ kind: "request-too-large" });
    expect(
      explainApiError(
        Object.assign(new Error("8 RESOURCE_EXHAUSTED: Received message larger than max (5266822 vs. 4194304)"), {
          code: 8,
        }),
      ),
    ).toMatchObject({ kind: "request-too-large", provider: "grpc", limit: 4_194_304 });
  });

  it("the limit in bytes and in words, and the step to give it to the meter", () => {
    const explained = explainApiError({ status: 413, body: { error: "Payload exceeds limit of 10485760 bytes" } });
    expect(explained).toMatchObject({ kind: "request-too-large", limit: 10_485_760, unit: "bytes" });
    expect(explained?.nextSteps).toContainEqual(expect.stringContaining("maxRequestBytes: 10485760"));
    const limitOf = (words: string) =>
      explainApiError({ status: 413, body: `Request body exceeds the limit of ${words}` })?.limit;
    expect(
      ["1mb", "4.5 MB", "100kb", "20971520", "10,485,760 bytes", "5 MiB", "32 MB", "1.5 megabytes"].map(limitOf),
    ).toEqual([1_048_576, 4_500_000, 102_400, 20_971_520, 10_485_760, 5_242_880, 33_554_432, 1_500_000]);
  });
});

describe("explainApiError: a server's page or words, as an Error's text", () => {
  const page = (title: string, server: string) =>
    `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>${server}</center>\r\n</body>\r\n</html>\r\n`;

  it("nginx's 413, and those of its kind", () => {
    expect(explainApiError(new Error(page("413 Request Entity Too Large", "nginx/1.27.0")))).toMatchObject({
      kind: "request-too-large",
      provider: "nginx",
    });
    expect(explainApiError(page("413 Request Entity Too Large", "nginx"))).toMatchObject({
      kind: "request-too-large",
      provider: "nginx",
    });
    expect(explainApiError(new Error(page("413 Payload Too Large", "cloudflare")))).toMatchObject({
      kind: "request-too-large",
      provider: "cloudflare",
    });
    expect(explainApiError(new Error(page("504 Gateway Time-out", "nginx")))).toBeUndefined();
    expect(explainApiError(new Error(page("400 Request Header Or Cookie Too Large", "nginx")))).toBeUndefined();
  });

  it("Next's, with its limit", () => {
    expect(explainApiError(new Error("Body exceeded 1mb limit"))).toMatchObject({
      kind: "request-too-large",
      provider: "next",
      limit: 1_048_576,
      unit: "bytes",
    });
    expect(
      explainApiError(
        new Error(
          "Body exceeded 2 MB limit.\n To configure the body size limit for Server Actions, see: https://nextjs.org/docs",
        ),
      ),
    ).toMatchObject({ provider: "next", limit: 2_097_152 });
  });

  it("Express's, Fastify's, Go's", () => {
    expect(explainApiError(new Error("request entity too large"))).toMatchObject({ kind: "request-too-large" });
    expect(
      explainApiError(
        Object.assign(new Error("request entity too large"), {
          type: "entity.too.large",
          length: 269_000,
          limit: 102_400,
        }),
      ),
    ).toMatchObject({ provider: "express", actual: 269_000, limit: 102_400 });
    expect(
      explainApiError(Object.assign(new Error("Request body is too large"), { code: "FST_ERR_CTP_BODY_TOO_LARGE" })),
    ).toMatchObject({ provider: "fastify" });
    expect(explainApiError("http: request body too large")).toMatchObject({ kind: "request-too-large" });
  });
});

describe("explainApiError: the provider", () => {
  const providerOf = (error: unknown) => explainApiError(error)?.provider;
  const tooLarge = { type: "error", error: { type: "request_too_large", message: "Request exceeds the maximum size" } };

  it("not by an envelope that others share", () => {
    // Claude in Foundry, behind Azure's gateway.
    expect(
      providerOf({
        status: 413,
        headers: { "apim-request-id": "a-1" },
        body: { ...tooLarge, request_id: "req_011CX" },
      }),
    ).toBe("anthropic");
    // MiniMax.
    expect(providerOf({ status: 413, body: { ...tooLarge, request_id: "06f858ba2a66f512e91765e124737d4e" } })).toBe(
      "unknown",
    );
    expect(providerOf({ status: 413, body: tooLarge })).toBe("unknown");
    // DashScope, DeepInfra, vLLM and many more.
    expect(
      providerOf({
        status: 413,
        body: { error: { message: "Request too large", type: "invalid_request_error", param: null, code: null } },
      }),
    ).toBe("unknown");
    expect(
      providerOf({
        status: 400,
        body: {
          object: "error",
          message: "At most 5 image(s) may be provided in one request.",
          type: "BadRequestError",
          param: null,
          code: 400,
        },
      }),
    ).toBe("unknown");
    expect(providerOf({ status: 413, body: "Failed to buffer the request body: length limit exceeded" })).toBe(
      "unknown",
    );
  });

  it("by hosts, ids, headers and exceptions", () => {
    expect(providerOf({ status: 413, url: "https://x.services.ai.azure.com/anthropic/v1/messages" })).toBe("anthropic");
    expect(providerOf({ status: 413, url: "https://x.services.ai.azure.com/openai/v1/responses" })).toBe("azure");
    expect(providerOf({ status: 413, headers: { "openai-organization": "x" } })).toBe("openai");
    expect(providerOf({ status: 413, body: { ...tooLarge, request_id: "req_vrtx_011CX" } })).toBe("vertex");
    expect(providerOf('litellm.BadRequestError: AnthropicException - {"error":{"message":"Request too large"}}')).toBe(
      "anthropic",
    );
  });
});

describe("explainApiError: never contradicts itself", () => {
  const number = fc.oneof(
    fc.nat({ max: 3000 }),
    fc.nat({ max: 3e8 }),
    fc.constantFrom("9".repeat(400), "0", "1,048,576", "4.5", "12x9"),
  );
  const word = fc.constantFrom(
    "image",
    "images",
    "image_url",
    "request",
    "payload",
    "body",
    "tokens",
    "prompt",
    "context length",
    "pixels",
    "dimensions",
    "width",
    "bytes",
    "MB",
    "mb",
    "KiB",
    "exceeds",
    "exceeded",
    "limit",
    "maximum",
    "max is",
    "at most",
    "at least",
    "too many",
    "too large",
    "too small",
    "must be",
    "larger than",
    "less than",
    "got",
    "provided",
    "received",
    "Limit",
    "Requested",
    "Used",
    "of",
    "in",
    "(",
    ")",
    ">",
    "vs.",
    "+",
    ":",
    ",",
    ".",
    "not supported",
    "does not support",
    "per minute",
    "model",
    "total",
    "each",
    "allowed",
    "<=",
    ">=",
    "{",
    "}",
    "messages.0.content.1",
  );
  const sentence = fc
    .array(fc.oneof({ arbitrary: word, weight: 3 }, { arbitrary: number.map(String), weight: 1 }), {
      minLength: 2,
      maxLength: 25,
    })
    .map((words) => words.join(" "));

  it("whatever the words and figures", () => {
    fc.assert(
      fc.property(
        sentence,
        fc.constantFrom(400, 404, 413, 422, 429, 500, 503),
        fc.constantFrom(
          "rate_limit_exceeded",
          "invalid_request_error",
          "image_too_large",
          "context_length_exceeded",
          null,
        ),
        (message, status, code) => {
          for (const error of [{ status, body: { error: { message, code } } }, message, new Error(message)]) {
            const explained = explainApiError(error);
            if (explained) expect(contradictionOf(explained)).toBeUndefined();
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("and finds both figures in either order and any unit", () => {
    const forms: readonly [
      kind: string,
      sentence: (actual: string, limit: string) => string,
      units: readonly string[],
    ][] = [
      ["too-many-images", (a, l) => `Too many images in request: ${a} > ${l}`, [""]],
      [
        "too-many-images",
        (a, l) => `Too many images in request: ${a} images provided, but the model supports a maximum of ${l} images.`,
        [""],
      ],
      ["too-many-images", (a, l) => `At most ${l} images may be sent in one request (got ${a})`, [""]],
      ["too-many-images", (a, l) => `The maximum number of images is ${l}, but you sent ${a}.`, [""]],
      ["request-too-large", (a, l) => `request body too large: ${a} exceeds limit of ${l}`, [" bytes", ""]],
      ["request-too-large", (a, l) => `Maximum payload size is ${l}; received ${a}`, [" bytes", ""]],
      ["request-too-large", (a, l) => `Received message larger than max (${a} vs. ${l})`, [""]],
      ["image-too-large", (a, l) => `image exceeds the maximum: ${a} > ${l}`, [" bytes"]],
      ["image-too-large", (a, l) => `The size of the image (${a}) exceeds the limit (${l})`, [" bytes"]],
      [
        "too-many-tokens",
        (a, l) => `This model's maximum context length is ${l} tokens. However, you requested ${a} tokens.`,
        [""],
      ],
      ["too-many-tokens", (a, l) => `prompt is too long: ${a} tokens > ${l} maximum`, [""]],
      ["image-dimensions", (a, l) => `Image width ${a} px is greater than the maximum of ${l} px`, [""]],
      ["image-too-small", (a, l) => `Image height must be at least ${a} pixels, got ${l}`, [""]],
    ];
    const grouped = (value: number, isGrouped: boolean) => (isGrouped ? value.toLocaleString("en-US") : String(value));
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.integer({ min: 1000, max: 1e8 }),
        fc.integer({ min: 1, max: 1e8 }),
        fc.nat(),
        fc.boolean(),
        ([kind, sentenceOf, units], less, more, seed, isGrouped) => {
          const unit = units[seed % units.length] ?? "";
          const message = sentenceOf(grouped(less + more, isGrouped) + unit, grouped(less, isGrouped) + unit);
          const isSmall = kind === "image-too-small";
          expect(explainApiError({ status: 400, body: { error: { message } } })).toMatchObject({
            kind,
            actual: isSmall ? less : less + more,
            limit: isSmall ? less + more : less,
          });
        },
      ),
    );
  });
});

describe("explainApiError: bounded work", () => {
  it("in the objects it visits", () => {
    let reads = 0;
    const endless = (): object =>
      new Proxy(
        {},
        {
          get: (_target, key) => ((reads += 1), key === "message" ? `request ${reads} too large` : endless()),
          has: () => true,
        },
      );
    expect(explainApiError(endless())).toMatchObject({ kind: "request-too-large" });
    expect(reads).toBeLessThan(10_000);
  });

  it("in the texts it reads, however long", () => {
    const megabytes = 10_000_000;
    const html = `<html>${"<div class=x>too many images: 11 > 8 of the request limit, ".repeat(megabytes / 60)}`;
    for (const text of [
      html,
      "{".repeat(megabytes),
      "{'a':".repeat(megabytes / 5),
      `{"error":${"[".repeat(megabytes)}`,
      "image ".repeat(megabytes / 6),
      "1".repeat(megabytes),
      "<a".repeat(megabytes / 2),
      '\\"{'.repeat(megabytes / 3),
    ]) {
      for (const error of [text, new Error(text), { status: 413, body: text }])
        expect(() => explainApiError(error)).not.toThrow();
    }
    // At the beginning of a page, and at the end of a stack trace.
    expect(
      explainApiError(`<title>413 Request Entity Too Large</title>${"<p>Sorry.</p>".repeat(megabytes / 12)}`),
    ).toMatchObject({ kind: "request-too-large" });
    expect(
      explainApiError(
        `${"at f (file.py)\n".repeat(100_000)}openai.BadRequestError: Error code: 400 - {'error': {'message': 'Too many images in request. Max is 8.'}}`,
      ),
    ).toMatchObject({ kind: "too-many-images", limit: 8 });
  });
});
