import { batchesTarget } from "./anthropic-batches.js";
import { messagesTarget } from "./anthropic-messages.js";
import { tokenCountingTarget } from "./anthropic-token-counting.js";
import { azureTarget } from "./azure-openai.js";
import { converseSdkTarget, converseTarget } from "./bedrock.js";
import { geminiTarget } from "./gemini.js";
import { groqTarget } from "./groq.js";
import { mistralHttpTarget, mistralTarget } from "./mistral.js";
import { ollamaTarget } from "./ollama.js";
import { openRouterHttpTarget, openRouterTarget } from "./open-router.js";
import { batchChatTarget, batchTarget } from "./openai-batch.js";
import { chatTarget } from "./openai-chat.js";
import { responsesTarget } from "./openai-responses.js";
import type { Target } from "./target.js";
import { vertexTarget } from "./vertex-claude.js";
import { xaiTarget } from "./xai.js";

interface TargetGroup {
  label: string;
  targets: readonly Target[];
}

/** The endpoint picker, in this order. */
export const targetGroups: readonly TargetGroup[] = [
  { label: "Anthropic", targets: [messagesTarget, tokenCountingTarget, batchesTarget] },
  { label: "OpenAI", targets: [chatTarget, responsesTarget, batchTarget, batchChatTarget] },
  { label: "Google", targets: [geminiTarget, vertexTarget] },
  { label: "Amazon and Microsoft", targets: [converseTarget, converseSdkTarget, azureTarget] },
  {
    label: "Others",
    targets: [
      mistralTarget,
      mistralHttpTarget,
      xaiTarget,
      openRouterTarget,
      openRouterHttpTarget,
      groqTarget,
      ollamaTarget,
    ],
  },
];

/** The usual name of each provider. */
const PROVIDERS: Readonly<Record<string, string>> = {
  anthropic: "Anthropic",
  openai: "OpenAI",
  gemini: "Gemini",
  vertex: "Vertex AI",
  bedrock: "Bedrock",
  azure: "Azure",
  mistral: "Mistral",
  xai: "xAI",
  openrouter: "OpenRouter",
  groq: "Groq",
  ollama: "Ollama",
};

/** The name of the API that answers; a provider without a name here is called by its endpoint. */
export const providerName = ({ provider, label }: Target): string => PROVIDERS[provider] ?? label;

export const targets: readonly Target[] = targetGroups.flatMap((group) => group.targets);

/** The target of that id, or the first. */
export function findTarget(id: string | null): Target {
  return targets.find((target) => target.id === id) ?? messagesTarget;
}
