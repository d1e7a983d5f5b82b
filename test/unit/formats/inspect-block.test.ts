import { expect, test } from "vitest";
import { aiSdkFiles, aiSdkParts } from "../../../src/ai-sdk.js";
import { inspectBlock } from "../../../src/core.js";
import * as endpoints from "../../../src/endpoints.js";
import { langchain } from "../../../src/langchain.js";
import type { Endpoint } from "../../../src/shared/endpoint.js";
import { preparedImage } from "../../fixtures/prepared-image.js";
import { imageFile } from "../../fixtures/sharp-images.js";

const file = new Uint8Array(await (await imageFile({ width: 40, height: 30 })).arrayBuffer());
const image = preparedImage({
  base64: Buffer.from(file).toString("base64"),
  bytes: file.length,
  mediaType: "image/jpeg",
});
const { anthropicMessages, openaiChat } = endpoints;

const isEndpoint = (value: unknown): value is Endpoint<unknown> =>
  typeof value === "object" && value !== null && "toBlock" in value;
const all: [string, Endpoint<unknown>][] = [
  ...Object.entries(endpoints).flatMap(([name, value]): [string, Endpoint<unknown>][] =>
    isEndpoint(value) ? [[name, value]] : [],
  ),
  ["aiSdkFiles", aiSdkFiles(anthropicMessages)],
  ["aiSdkParts", aiSdkParts(anthropicMessages)],
  ["langchain", langchain(openaiChat)],
];

test.each(all)("inspectBlock: a block of %s, as it stands in a body", async (_, endpoint) => {
  const made = endpoint.toBlock(image);
  const text = JSON.stringify(made);
  // As it is, and as it arrives over the wire; the AWS SDK's block holds bytes, which no JSON does.
  for (const block of [made, ...(text.includes(image.base64) ? [JSON.parse(text)] : [])]) {
    expect(await inspectBlock(block)).toMatchObject({
      ok: true,
      bytes: file.length,
      header: { mediaType: "image/jpeg", width: 40, height: 30 },
    });
  }
});

test.each(all)("inspectBlock: no image stands in a block of %s by file id or address", async (_, endpoint) => {
  expect(await inspectBlock(endpoint.fileBlock?.("file_1", image))).toBeUndefined();
  expect(await inspectBlock(endpoint.urlBlock?.("https://a.example/b.jpg", "image/jpeg"))).toBeUndefined();
});

test("inspectBlock: text and what is no block holds no image", async () => {
  for (const block of [{ type: "text", text: "data:image/png;base64,AAAA" }, null, undefined, 7, [], {}]) {
    expect(await inspectBlock(block)).toBeUndefined();
  }
});

const block = (media_type: string, data: string) => ({ type: "image", source: { type: "base64", media_type, data } });

test.each([
  [
    "a type that is not the bytes'",
    "image/png",
    image.base64,
    { statedMediaType: "image/png", header: { mediaType: "image/jpeg" } },
  ],
  ["a file that is no image", "image/png", btoa("no image"), { bytes: 8, header: undefined }],
  ["line breaks in base64", "image/jpeg", `${image.base64.slice(0, 76)}\r\n${image.base64.slice(76)}`, { bytes: 0 }],
  ["base64 without its padding", "image/jpeg", "AAAA=", { bytes: 0 }],
])("inspectBlock: %s is not ok", async (_, mediaType, data, found) => {
  expect(await inspectBlock(block(mediaType, data))).toMatchObject({ ok: false, ...found });
});

test("inspectBlock: a second image in a block is not ignored", async () => {
  const two = { type: "image", data: image.base64, source: { media_type: "image/jpeg", data: btoa("no image") } };
  expect(await inspectBlock(two)).toMatchObject({ ok: false });
});

test("inspectBlock: data URLs in any writing, an empty payload, an ArrayBuffer", async () => {
  for (const head of ["data:image/jpeg;name=x;base64,", "DATA:image/jpeg;base64,", " data:image/jpeg;base64,"]) {
    expect(await inspectBlock({ image_url: { url: head + image.base64 } })).toMatchObject({ ok: true });
  }
  expect(await inspectBlock(block("image/jpeg", ""))).toMatchObject({ ok: false, bytes: 0 });
  expect(await inspectBlock({ type: "file", mediaType: "image/jpeg", data: file.buffer })).toMatchObject({ ok: true });
});

test("inspectBlock: JSON that is nested without end is no block", async () => {
  const nested = JSON.parse(`${'{"data":'.repeat(20_000)}1${"}".repeat(20_000)}`);
  expect(await inspectBlock(nested)).toBeUndefined();
});
