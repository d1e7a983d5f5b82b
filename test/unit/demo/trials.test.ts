import { Anthropic } from "@anthropic-ai/sdk";
import { explainApiError } from "vision-dropzone/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import type { EndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import { readTrials } from "../../../demo/endpoint/trials.js";
import { refusalHeaders, refusalIds } from "../../../demo/state/refusals.js";
import type { RefusalId } from "../../../demo/state/refusals.js";
import { picture } from "./endpoint-client.js";

describe("the local endpoint, asked to refuse", () => {
  let server: EndpointServer;
  let data: string;
  beforeAll(async () => {
    server = await createEndpointServer();
    const jpeg = Buffer.from(await picture(1280, 960), "base64");
    data = Buffer.concat([jpeg, Buffer.alloc(90_000 - jpeg.length)]).toString("base64");
  });
  afterAll(() => server.close());

  const send = (id: RefusalId | undefined, images: number) => {
    const client = new Anthropic({ apiKey: "none", baseURL: `${server.url}/anthropic`, maxRetries: 0, defaultHeaders: refusalHeaders(id) });
    const source = { type: "base64", media_type: "image/jpeg", data } as const;
    const content = Array.from({ length: images }, () => ({ type: "image", source }) as const);
    return client.messages.create({ model: "claude-sonnet-5-5", max_tokens: 64, messages: [{ role: "user", content }] });
  };

  it("answers without these headers", async () => {
    expect((await send(undefined, 2)).type).toBe("message");
  });

  it.each(refusalIds)("answers with what is explained as %s, and with the request id", async (id) => {
    const error: unknown = await send(id, id === "too-many-images" ? 2 : 1).then(() => undefined, (reason: unknown) => reason);
    expect(explainApiError(error)).toMatchObject({ kind: id, provider: "anthropic", requestId: expect.stringMatching(/^req_local_/), retryable: false });
  });

  it("tells the true figures", async () => {
    const explained = async (id: RefusalId, images = 1) => explainApiError(await send(id, images).catch((reason: unknown) => reason));
    expect(await explained("image-too-large")).toMatchObject({ actual: 120_000, limit: 50_000, unit: "bytes", imageIndex: 0 });
    expect(await explained("too-many-tokens")).toMatchObject({ actual: 46 * 35 + 3, limit: 1000, unit: "tokens" });
    expect(await explained("too-many-images", 2)).toMatchObject({ actual: 2, limit: 1 });
  });

  it("never raises a limit, and knows no others", () => {
    const limits = (lower: string) => readTrials({ "x-demo-lower": lower }).limits;
    expect(limits("maxEdgePx=9000").maxEdgePx).toBe(8000);
    expect(limits("toString=1")).toEqual(limits(""));
    expect(readTrials({ "x-demo-damage": "anything" }).damage).toBeUndefined();
  });
});
