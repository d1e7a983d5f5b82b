/** The app's route handler, as it stands on a server. */
import { createAnthropic } from "@ai-sdk/anthropic";
import { convertToModelMessages, simulateStreamingMiddleware, streamText, type UIMessage, wrapLanguageModel } from "ai";
import { ANTHROPIC_URL, API_KEY, MODEL } from "../open-chat.js";

const anthropic = createAnthropic({ baseURL: `${ANTHROPIC_URL}/v1`, apiKey: API_KEY });
// The stand-in answers in one piece.
const model = wrapLanguageModel({ model: anthropic(MODEL), middleware: simulateStreamingMiddleware() });

export async function POST(request: Request): Promise<Response> {
  const { messages } = (await request.json()) as { messages: UIMessage[] };
  const result = streamText({ model, messages: await convertToModelMessages(messages), maxRetries: 0 });
  return result.toUIMessageStreamResponse({ onError: String });
}
