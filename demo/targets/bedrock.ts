import type { ContentBlock as ConverseContent, ConverseCommandOutput, Message } from "@aws-sdk/client-bedrock-runtime";
import { bedrockConverse, bedrockConverseSdk } from "vision-dropzone/endpoints";
import { claudeRefusals } from "./anthropic-client.js";
import { baseUrl, NO_KEY, postJson } from "./clients.js";
import { defineTarget, describeUsage } from "./target.js";
import type { Answer, CallOptions, Target } from "./target.js";
import { bareText, chatMessages } from "./chat-messages.js";

/** A message with a document needs a text block. */
const BESIDE_DOCUMENT = "See the PDF file.";

const shared = {
  defaultModel: "anthropic.claude-sonnet-4-6",
  // A prompt with too many tokens gets the same answer as a body with too many bytes.
  refusals: [...claudeRefusals.filter((id) => id !== "too-many-tokens"), "images-unsupported"],
} satisfies Pick<Target, "defaultModel" | "refusals">;

function read({ output, usage }: Pick<ConverseCommandOutput, "output" | "usage">): Answer {
  const text = output?.message?.content?.map((block) => block.text ?? "").join("") ?? "";
  return { text, usage: describeUsage(usage?.inputTokens, usage?.outputTokens) };
}

async function bedrockClient(headers: CallOptions["headers"]) {
  const { BedrockRuntimeClient } = await import("@aws-sdk/client-bedrock-runtime");
  const client = new BedrockRuntimeClient({
    region: "us-east-1",
    endpoint: baseUrl("bedrock"),
    credentials: { accessKeyId: NO_KEY, secretAccessKey: NO_KEY },
    maxAttempts: 1,
  });
  client.middlewareStack.add(
    (next) => (given) => {
      const { request } = given as { request: { headers: Record<string, string> } };
      Object.assign(request.headers, headers);
      return next(given);
    },
    { step: "build", name: "demoHeaders" },
  );
  return client;
}

/** Over HTTP: the model is in the URL, the bytes are base64 text. */
export const converseTarget = defineTarget({
  ...shared,
  endpoint: bedrockConverse,
  params: (draft) => ({
    messages: chatMessages(draft, { endpoint: bedrockConverse, textPart: bareText, besideDocument: BESIDE_DOCUMENT }),
  }),
  async call(body, { model, ...options }) {
    const url = `${baseUrl("bedrock")}/model/${encodeURIComponent(model)}/converse`;
    // Its answer has the SDK's shape; nothing in it is binary.
    return read((await postJson(url, body, options)) as ConverseCommandOutput);
  },
});

/** Through the AWS SDK, which takes bytes and writes them as base64. */
export const converseSdkTarget = defineTarget({
  ...shared,
  endpoint: bedrockConverseSdk,
  params: (draft) => ({
    messages: chatMessages<(typeof draft.blocks)[number], ConverseContent>(draft, {
      endpoint: bedrockConverseSdk,
      textPart: (text) => ({ text }),
      besideDocument: BESIDE_DOCUMENT,
    }) satisfies Message[],
  }),
  async call({ messages }, { headers, signal, model }) {
    const [{ ConverseCommand }, client] = await Promise.all([
      import("@aws-sdk/client-bedrock-runtime"),
      bedrockClient(headers),
    ]);
    try {
      return read(await client.send(new ConverseCommand({ modelId: model, messages }), { abortSignal: signal }));
    } finally {
      client.destroy();
    }
  },
});
