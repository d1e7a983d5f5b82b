/**
 * Every endpoint of the demo against its stand-in: through its SDK or `fetch`, over real HTTP. The AWS SDK uses HTTP/2 in Node,
 * so it is tested in a browser.
 */
import { estimateRequest, explainApiError } from "vision-dropzone/core";
import type { ApiErrorKind, PreparedImage } from "vision-dropzone/core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createEndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import type { EndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import { refusalHeaders, refusalIds } from "../../../demo/state/refusals.js";
import type { RefusalId } from "../../../demo/state/refusals.js";
import { furtherLimits } from "../../../demo/state/limits.js";
import { describeTrouble } from "../../../demo/state/trouble.js";
import type { Target, ChatMessage } from "../../../demo/targets/target.js";
import { findScene } from "../../../demo/scenes/scenes.js";
import { findTarget, providerName, targets } from "../../../demo/targets/targets.js";
import { realImage } from "./real-image.js";

/** Nothing about the request is wrong: the same may pass later. */
const BUSY: readonly RefusalId[] = ["rate-limit", "overloaded"];
const inNode = targets.filter(({ id }) => id !== "bedrock-converse-sdk");

let server: EndpointServer;
let images: readonly [PreparedImage, PreparedImage];
let history: readonly ChatMessage[];
beforeAll(async () => {
  server = await createEndpointServer();
  vi.stubGlobal("location", { origin: server.url });
  images = [await realImage(90_001), await realImage(60_002)];
  history = [
    { role: "user", text: "Öarlier", images: [await realImage(50_000)] },
    { role: "assistant", text: "Yes." },
  ];
});
afterAll(() => {
  vi.unstubAllGlobals();
  return server.close();
});

const draftFor = (target: Target, messages: readonly ChatMessage[], text = "What is “this”?") => ({
  history: messages,
  text,
  blocks: images.map((image) => target.endpoint.toBlock(image)),
  model: target.defaultModel,
});

const send = (target: Target, headers: Readonly<Record<string, string>>, messages: readonly ChatMessage[] = []) =>
  target.call(draftFor(target, messages), { headers, signal: new AbortController().signal });

describe.each(inNode)("the stand-in of $label", (target) => {
  it("receives as many bytes as the meter counted, earlier messages included", async () => {
    const draft = draftFor(target, history);
    const { bytes, exact } = estimateRequest({
      endpoint: target.endpoint,
      images,
      request: (blocks) => target.body({ ...draft, blocks }),
    });
    expect(exact).toBe(true);
    const { text, usage } = await send(target, {}, history);
    if (target.action === "count") return expect(text).toMatch(/would cost [\d,]{5,} input tokens/);
    expect(text).toMatch(
      /^3 images: 1280 × 960 JPEG \(50 kB\), 1280 × 960 JPEG \(90 kB\), 1280 × 960 JPEG \(60 kB\); (body|batch file) [\d,]+ bytes$/,
    );
    expect(text).toContain(` ${bytes.toLocaleString("en-US")} bytes`);
    // Tokens by the package's own rule, where one is published.
    expect(usage === "").toBe(["xai", "groq", "ollama"].includes(target.provider));
  });

  it.each(refusalIds)("answers what is known of %s, and nothing that is not", async (id) => {
    const headers = refusalHeaders(id, target.provider);
    const error: unknown = await send(target, headers).then(
      () => undefined,
      (reason: unknown) => reason ?? "nothing",
    );
    const explained = explainApiError(error);
    if (!target.refusals.includes(id)) {
      // Either it is taken, or it is refused in words that claim nothing; of a busy provider the status says enough.
      if (!BUSY.includes(id)) expect(explained?.kind).not.toBe(id);
      return;
    }
    const trouble = describeTrouble(error, { provider: providerName(target), earlierMessages: 0, earlierImages: 0 });
    const isBusy = BUSY.includes(id);
    expect(explained).toMatchObject({ kind: id satisfies ApiErrorKind, retryable: isBusy });
    expect(explained?.nextSteps.length).toBeGreaterThan(0);
    const status = trouble?.details.find(({ label }) => label === "HTTP status")?.value;
    expect(status).toMatch(isBusy ? /^(429|503|529)$/ : /^[45]\d\d$/);
    expect(trouble?.remedy).toBeDefined();
    // Nobody listens to more than this.
    const announced = `${trouble?.title} Nothing was lost. ${trouble?.message} Remove image Details`;
    expect(announced.split(/\s+/).length).toBeLessThanOrEqual(25);
    // What is quoted are words, not an envelope.
    const quoted = trouble?.details.find(({ label }) => label === "API message")?.value;
    expect(quoted).toMatch(/\S/);
    expect(quoted).not.toMatch(/^\W*\{|"error"/);
  });
});

describe("the scenes of refusals", () => {
  it.each(refusalIds)("error-%s is answered, explained and shown as its kind", async (id) => {
    const { options = {}, ...scene } = findScene(`?scene=error-${id}`);
    expect(scene).toMatchObject({ id: `error-${id}`, send: true });
    const target = findTarget(options.targetId ?? null);
    const error: unknown = await send(target, refusalHeaders(options.refusal, target.provider)).catch(
      (reason: unknown) => reason,
    );
    expect(explainApiError(error)).toMatchObject({ kind: id });
    expect(
      describeTrouble(error, { provider: providerName(target), earlierMessages: 0, earlierImages: 0 })?.details,
    ).toContainEqual({
      label: "Error code",
      value: id,
      code: true,
    });
  });
});

describe("the stand-ins", () => {
  it("are there for every endpoint of the package, but for those that only the limits tab shows", async () => {
    const endpoints = await import("vision-dropzone/endpoints");
    const ids = Object.values(endpoints).flatMap((one) => (typeof one === "object" && "caps" in one ? [one.id] : []));
    expect([...targets, ...furtherLimits].map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  });

  it("tell who refused, where the answer shows it", async () => {
    const providerOf = async (id: string) => {
      const target = targets.find((one) => one.id === id)!;
      const error: unknown = await send(target, refusalHeaders("request-too-large", target.provider)).catch(
        (reason: unknown) => reason,
      );
      return explainApiError(error)?.provider;
    };
    expect(
      await Promise.all(
        ["anthropic-messages", "openai-chat", "gemini", "bedrock-converse", "vertex-claude", "xai"].map(providerOf),
      ),
    ).toEqual([
      // xAI's wording is that of a web framework, and the SDK drops the code beside it.
      "anthropic",
      "openai",
      "gemini",
      "bedrock",
      "vertex",
      "unknown",
    ]);
  });

  it("answer Vertex's prompt of too many tokens with 413, although it is not about bytes", async () => {
    const target = targets.find(({ id }) => id === "vertex-claude")!;
    const error: unknown = await send(target, refusalHeaders("too-many-tokens", "vertex")).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ status: 413 });
    expect(explainApiError(error)).toMatchObject({ kind: "too-many-tokens" });
  });
});
