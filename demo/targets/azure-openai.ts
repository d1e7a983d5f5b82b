import { azureOpenAI } from "vision-dropzone/endpoints";
import { chatParams, readCompletion } from "./openai-chat.js";
import { azureClient, openaiRefusals } from "./openai-client.js";
import { defineTarget } from "./target.js";

export const azureTarget = defineTarget({
  endpoint: azureOpenAI,
  defaultModel: "gpt-5.6-terra",
  // Its own words for an image of more than 20 MB are not known.
  refusals: openaiRefusals.filter((id) => id !== "image-too-large"),
  params: chatParams,
  call: async (params, { headers, signal }) => readCompletion(await (await azureClient(headers)).chat.completions.create(params, { signal })),
});
