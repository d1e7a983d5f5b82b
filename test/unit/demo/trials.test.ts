import { anthropicMessages, ollama } from "vision-dropzone/endpoints";
import { describe, expect, it } from "vitest";
import { applyDamage, limitsOf, readTrials } from "../../../demo/endpoint/trials.js";
import type { ImagePart } from "../../../demo/endpoint/image-part.js";
import { inspectImage } from "vision-dropzone/core";

const limits = (
  headers: Record<string, string>,
  endpoint: typeof anthropicMessages | typeof ollama = anthropicMessages,
) => limitsOf(endpoint, readTrials(headers));

describe("local endpoint: headers that make it refuse", () => {
  it("leave the endpoint's own caps alone when there are none", () => {
    expect(limits({})).toEqual({
      maxRequestBytes: 33_554_432,
      maxImageBytes: 10_485_760,
      maxDocumentBytes: Infinity,
      maxDocumentPages: Infinity,
      maxPages: 600,
      maxDocuments: Infinity,
      maxImages: 600,
      maxEdgePx: 8000,
      maxPatches: Infinity,
      maxInputTokens: Infinity,
    });
  });

  it("lower a limit, never raise one, and know no others", () => {
    expect(limits({ "x-demo-lower": "maxEdgePx=100" }).maxEdgePx).toBe(100);
    expect(limits({ "x-demo-lower": "maxEdgePx=9000" }).maxEdgePx).toBe(8000);
    expect(limits({ "x-demo-max-request-bytes": "10" }).maxRequestBytes).toBe(10);
    expect(limits({ "x-demo-max-request-bytes": "99999999" }).maxRequestBytes).toBe(33_554_432);
    expect(limits({ "x-demo-lower": "toString=1" })).toEqual(limits({}));
    expect(readTrials({ "x-demo-damage": "anything", "x-demo-refuse": "toString" })).toMatchObject({
      damage: undefined,
      refuse: undefined,
    });
  });

  it("set a limit where the provider states none", () => {
    expect(limits({}, ollama).maxImages).toBe(Infinity);
    expect(limits({ "x-demo-lower": "maxImages=1" }, ollama).maxImages).toBe(1);
  });

  it("damage the first inline image only, each in its own way", async () => {
    const image = (data: string): ImagePart => ({ kind: "base64", path: "p", mediaType: "image/jpeg", data });
    const images: readonly ImagePart[] = [{ kind: "url", path: "p" }, image("/9j/"), image("/9j/")];
    const damaged = (how: string) => applyDamage(images, readTrials({ "x-demo-damage": how }));
    expect(damaged("none")).toBe(images);
    expect(damaged("label")).toEqual([images[0], { ...images[1], mediaType: "image/gif" }, images[2]]);
    const [, bmp] = damaged("format");
    const header = await inspectImage(new Blob([Buffer.from(bmp?.kind === "base64" ? bmp.data : "", "base64")]));
    expect(header).toMatchObject({ mediaType: "image/bmp", width: 1, height: 1 });
  });
});
