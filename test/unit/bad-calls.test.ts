/** Plain JavaScript gets no help from the types: the usual mistakes of a call are answered with what was given and what to pass. */
import { describe, expect, it } from "vitest";
import { aiSdkChat, aiSdkFiles, aiSdkParts } from "../../src/ai-sdk.js";
import { visionAttachments } from "../../src/assistant-ui.js";
import { createImageQueue, estimateRequest, estimateTokens, inspectImage, toBlock } from "../../src/core.js";
import { saveDraft } from "../../src/drafts.js";
import { anthropicMessages, claudeStandard } from "../../src/endpoints.js";
import { langchain } from "../../src/langchain.js";
import { untouchedBox } from "../../src/shared/tokens/untouched.js";
import { preparedImage } from "../fixtures/prepared-image.js";

const nothing = undefined as never;
const file = new File(["x"], "a.jpg");
const text = "data:image/png;base64,AAAA";
const image = preparedImage();
const endpoint = anthropicMessages;
const queue = () => createImageQueue({ endpoint });

describe("a bad call throws a TypeError that says what to pass", () => {
  it.each<[call: string, run: () => unknown, message: string]>([
    ["createImageQueue()", () => createImageQueue(nothing), "endpoint is undefined. Pass one of"],
    ["createImageQueue(endpoint)", () => createImageQueue(endpoint as never), "endpoint is undefined. Pass one of"],
    ["add()", () => queue().add(nothing), "add takes a list of Files or Blobs, not Undefined."],
    ["add(file)", () => queue().add(file as never), "add takes a list of Files or Blobs, not File."],
    ["add([text])", () => queue().add([text as never]), "add takes a list of Files or Blobs, not String."],
    [
      "createImageQueue({ defaultImages: image })",
      () => createImageQueue({ endpoint: anthropicMessages, defaultImages: image as never }),
      "defaultImages takes a list of images, not Object.",
    ],
    ["restore(text)", () => queue().restore("abc" as never), "restore takes a list of images, not String."],
    ["restore()", () => queue().restore(nothing), "restore takes a list of images, not Undefined."],
    ["restore(image)", () => queue().restore(image as never), "restore takes a list of images, not Object."],
    ["estimateRequest()", () => estimateRequest(nothing), "endpoint is undefined."],
    ["no images", () => estimateRequest({ endpoint, images: nothing }), "for one by address, not Undefined."],
    [
      "one image",
      () => estimateRequest({ endpoint, images: image as never }),
      "estimateRequest takes a list of prepared images, or { url } for one by address, not Object.",
    ],
    ["a file", () => estimateRequest({ endpoint, images: [file as never] }), "for one by address, not File."],
    [
      "toBlock(image)",
      () => toBlock(image, nothing),
      "toBlock takes an image as prepareImage makes it, and an endpoint.",
    ],
    ["toBlock(file)", () => toBlock(file as never, endpoint), "toBlock takes an image as prepareImage makes it"],
    [
      "estimateTokens(image)",
      () => estimateTokens(image as never, claudeStandard),
      "estimateTokens takes a list of sizes, { width, height }, not Object.",
    ],
    ["no model", () => estimateTokens([image], nothing), "model is undefined. Pass the tokenModel of an endpoint"],
    ["within", () => untouchedBox(claudeStandard, { width: 0, height: 1 }), 'within is {"width":0,"height":1}. Pass'],
    ["aiSdkFiles()", () => aiSdkFiles(nothing), "no endpoint was given. Pass one of vision-dropzone/endpoints."],
    ["aiSdkParts(text)", () => aiSdkParts("anthropic" as never), "no endpoint was given."],
    ["aiSdkChat(options)", () => aiSdkChat({ endpoint } as never, nothing), "Pass what useChat returns."],
    ["aiSdkChat(chat)", () => aiSdkChat({ id: "1", messages: [] }, nothing), "no endpoint was given."],
    ["langchain()", () => langchain(nothing), "no endpoint was given."],
    ["visionAttachments()", () => visionAttachments(nothing), "endpoint is undefined."],
    ["visionAttachments(endpoint)", () => visionAttachments(endpoint as never), "endpoint is undefined."],
  ])("%s", (_, run, message) => {
    expect(run).toThrow(TypeError);
    expect(run).toThrow("vision-dropzone: ");
    expect(run).toThrow(message);
  });

  it.each<[call: string, run: () => Promise<unknown>, message: string]>([
    ["inspectImage()", () => inspectImage(nothing), "inspectImage takes a File or a Blob."],
    ["inspectImage(text)", () => inspectImage(text as never), "A URL must be fetched first."],
    [
      "saveDraft(key)",
      () => saveDraft("a", nothing),
      "saveDraft takes a list of prepared images with their blobs (ready.images), not Undefined.",
    ],
    ["saveDraft(key, image)", () => saveDraft("a", image as never), "saveDraft takes a list of prepared images"],
    ["saveDraft(key, [nothing])", () => saveDraft("a", [nothing]), "(ready.images), not Undefined."],
  ])("%s", async (_, run, message) => {
    await expect(run()).rejects.toThrow(TypeError);
    await expect(run()).rejects.toThrow("vision-dropzone: ");
    await expect(run()).rejects.toThrow(message);
  });

  it("adds nothing when one of several is no file", () => {
    const some = queue();
    expect(() => some.add([file, text as never])).toThrow(TypeError);
    expect(some.getSnapshot().items).toEqual([]);
  });

  it("takes any list, as a generator or a Set", () => {
    const some = queue();
    const files = function* () {
      yield file;
      yield new Blob(["y"]);
    };
    expect([...some.add(files()), ...some.add(new Set([file]))]).toHaveLength(3);
    some.clear();
  });
});
