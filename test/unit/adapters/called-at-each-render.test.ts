/** Adapters are called at each render: only what changed may look changed to the queue. */
import { describe, expect, test } from "vitest";
import { aiSdkChat, aiSdkFiles, aiSdkParts } from "../../../src/ai-sdk.js";
import { anthropicMessages, openaiChat } from "../../../src/endpoints.js";
import { langchain } from "../../../src/langchain.js";
import { optionsChange } from "../../../src/queue/queue-settings.js";

describe.each([
  ["aiSdkFiles", aiSdkFiles],
  ["aiSdkParts", aiSdkParts],
  ["langchain", langchain],
])("%s", (_, make) => {
  test("gives one endpoint for each provider", () => {
    expect(make(anthropicMessages)).toBe(make(anthropicMessages));
    expect(make(openaiChat)).toBe(make(openaiChat));
    expect(make(openaiChat)).toMatchObject({ provider: "openai" });
    expect(make({ ...openaiChat })).not.toBe(make(openaiChat));
  });
});

test("aiSdkChat: a keystroke changes only the request", () => {
  const chat = { id: "1", messages: [] };
  const typed = (text: string) => aiSdkChat(chat, { endpoint: anthropicMessages, text });
  expect(optionsChange(typed("W"), typed("Wh"))).toBe("request");
});
