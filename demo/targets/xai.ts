import { xai } from "vision-dropzone/endpoints";
import { openaiClient } from "./openai-client.js";
import { readResponse, responsesParams } from "./openai-responses.js";
import { defineTarget } from "./target.js";

/** With the OpenAI SDK, as xAI documents it. Its token rule is not published, so the stand-in's count would mean nothing. */
export const xaiTarget = defineTarget({
  endpoint: xai,
  defaultModel: "grok-5",
  refusals: ["request-too-large"],
  params: (draft) => ({ ...responsesParams(draft, xai), store: false }),
  async call(params, { headers, signal }) {
    const client = await openaiClient(headers, "xai");
    return { ...readResponse(await client.responses.create(params, { signal })), usage: "" };
  },
});
