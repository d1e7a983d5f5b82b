import type { Reply } from "./http-types.js";
import type { Refusal } from "./refusal.js";
import type { StandIn } from "./stand-in.js";
import { anthropicStandIn } from "./stand-ins/anthropic.js";
import { azureStandIn } from "./stand-ins/azure.js";
import { bedrockStandIn } from "./stand-ins/bedrock.js";
import { geminiStandIn } from "./stand-ins/gemini.js";
import { groqStandIn } from "./stand-ins/groq.js";
import { mistralStandIn } from "./stand-ins/mistral.js";
import { ollamaStandIn } from "./stand-ins/ollama.js";
import { openRouterStandIn } from "./stand-ins/open-router.js";
import { openaiStandIn } from "./stand-ins/openai.js";
import { vertexStandIn } from "./stand-ins/vertex.js";
import { xaiStandIn } from "./stand-ins/xai.js";

/** Every provider the local endpoint answers for. */
export const standIns: readonly StandIn[] = [
  anthropicStandIn,
  openaiStandIn,
  geminiStandIn,
  bedrockStandIn,
  vertexStandIn,
  azureStandIn,
  mistralStandIn,
  xaiStandIn,
  openRouterStandIn,
  groqStandIn,
  ollamaStandIn,
];

/** The refusal in the envelope of the provider whose path was requested; Anthropic's if there is none. */
export function errorReply(provider: string, refusal: Refusal): Reply {
  const { envelope } = standIns.find(({ name }) => name === provider) ?? anthropicStandIn;
  return envelope(refusal);
}
