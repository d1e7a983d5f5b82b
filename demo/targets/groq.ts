import { groqLimits, openaiCompatible } from "vision-dropzone/endpoints";
import { chatParams, readCompletion } from "./openai-chat.js";
import { openaiClient } from "./openai-client.js";
import { defineTarget } from "./target.js";

/** With the OpenAI SDK, as Groq documents it. Its token rule is not published, so the stand-in's count would mean nothing. */
export const groqTarget = defineTarget({
  endpoint: { ...openaiCompatible, ...groqLimits },
  defaultModel: "meta-llama/llama-4-scout-17b-16e-instruct",
  refusals: ["request-too-large", "too-many-images"],
  params: chatParams,
  async call(params, { headers, signal }) {
    const client = await openaiClient(headers, "groq", "/openai/v1");
    return { ...readCompletion(await client.chat.completions.create(params, { signal })), usage: "" };
  },
});
