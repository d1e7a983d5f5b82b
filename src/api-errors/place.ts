/** Finds the image that a refusal is about. */
import type { ApiErrorFacts } from "./types.js";

export interface Place {
  messageIndex: number;
  imageIndex: number;
}

/**
 * Anthropic writes `messages.0.content.2.image.source.base64`, OpenAI `input[0].content[2].image_url`; AWS writes
 * `messages.1.member.content.3.member.image.format` for the same, counting from one.
 */
const PLACES: readonly { pattern: RegExp; first: number }[] = [
  { pattern: /messages\.(?<message>\d+)\.member\.content\.(?<image>\d+)\.member/, first: 1 },
  { pattern: /messages\.(?<message>\d+)\.content\.(?<image>\d+)/, first: 0 },
  { pattern: /(?:messages|input)\.?\[(?<message>\d+)\]\.content\.?\[(?<image>\d+)\]/, first: 0 },
];

export function placeOf({ messages, params }: ApiErrorFacts): Place | undefined {
  for (const { pattern, first } of PLACES) {
    for (const text of [...messages, ...params]) {
      const groups = pattern.exec(text)?.groups;
      if (!groups) continue;
      const [messageIndex, imageIndex] = [Number(groups["message"]) - first, Number(groups["image"]) - first];
      if (isIndex(messageIndex) && isIndex(imageIndex)) return { messageIndex, imageIndex };
    }
  }
  return undefined;
}

/** A text may have any digits, such as a 0 although counting begins at 1. */
function isIndex(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
