import { azureOpenAI } from "vision-dropzone/endpoints";
import { chatParams, readCompletion } from "./openai-chat.js";
import { azureClient, openaiRefusals } from "./openai-client.js";
import { defineTarget } from "./target.js";

export const azureTarget = defineTarget({
  endpoint: azureOpenAI,
  defaultModel: "gpt-5.6-terra",
  // Its own words for an image of more than 20 MB are not known.
  // Its models are OpenAI's. What its own service says about one image, files and addresses is not documented.
  refusals: [
    ...openaiRefusals.filter((id) => !/^image-(?:too|url|file)/.test(id)),
    "too-many-images",
    "unsupported-image-source",
  ],
  params: chatParams,
  call: async (params, { headers, signal }) =>
    readCompletion(await (await azureClient(headers)).chat.completions.create(params, { signal })),
});
