import type { Endpoint } from "vision-dropzone/core";
import { messageBlocks } from "./target.js";
import type { Draft } from "./target.js";

interface MessageShape<B, P> {
  endpoint: Endpoint<B>;
  /** Text beside images. */
  textPart: (text: string) => P;
  /** Stands beside a PDF file that was sent without a word, where the API wants one. */
  besideDocument?: string;
}

/** One message, its images before the text. */
interface MessageContent<C> {
  role: "user" | "assistant";
  content: C[];
}

/** Every message as `{ role, content }`, with file ids for earlier images that are stored with this provider. */
export function chatMessages<B, P>(
  { history, text: draft, blocks }: Draft<B>,
  { endpoint, textPart, besideDocument }: MessageShape<B, P>,
): MessageContent<B | P>[] {
  const isDocument = (block: B) => typeof block === "object" && block !== null && "document" in block;
  const content = (images: readonly B[], text: string): (B | P)[] => {
    const words = text === "" && images.some(isDocument) ? (besideDocument ?? "") : text;
    return words === "" ? [...images] : [...images, textPart(words)];
  };
  const earlier = history.map((message): MessageContent<B | P> =>
    message.role === "assistant"
      ? { role: "assistant", content: content([], message.text) }
      : { role: "user", content: content(messageBlocks(endpoint, message), message.text) },
  );
  return [...earlier, { role: "user", content: content(blocks, draft) }];
}

/** The text part of everything that speaks OpenAI's Chat Completions. */
export const typedText = (text: string) => ({ type: "text" as const, text });

/** The text part of Gemini and of Bedrock. */
export const bareText = (text: string) => ({ text });
