/** A batch is a file: what the SDK uploads holds our lines, and the file is as long as the meter says. */
import OpenAI, { toFile } from "openai";
import { afterAll, beforeAll, expect, test } from "vitest";
import { estimateRequest } from "../../../src/meter/estimate-request.js";
import type { Endpoint } from "../../../src/shared/endpoint.js";
import { openaiBatch, openaiBatchChat } from "../../../src/endpoints.js";
import { preparedImage } from "../../fixtures/prepared-image.js";
import { type RecordingServer, startRecordingServer } from "./recording-server.js";

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.close());

test.each<[string, Endpoint<unknown>]>([
  ["Responses", openaiBatch],
  ["Chat Completions", openaiBatchChat],
])("openaiBatch: the uploaded line for %s is as long as the meter says", async (_name, endpoint) => {
  const images = [212_345, 99_998].map((bytes) => preparedImage({ bytes }));
  const line = endpoint.request(images.map((image) => endpoint.toBlock(image)));
  const estimate = estimateRequest({ endpoint, images });
  const client = new OpenAI({ apiKey: "test", baseURL: `${server.baseUrl}/v1`, maxRetries: 0 });
  await client.files.create({
    file: await toFile(new TextEncoder().encode(JSON.stringify(line)), "batch.jsonl"),
    purpose: "batch",
  });
  const file = server.last().text.match(/filename="batch\.jsonl"\r\n(?:[^\r]+\r\n)*\r\n([^]*?)\r\n--/)?.[1] ?? "";
  expect(new TextEncoder().encode(file).length).toBe(estimate.bytes);
  expect(JSON.parse(file)).toEqual(line);
  expect(estimate.exact).toBe(true);
});
