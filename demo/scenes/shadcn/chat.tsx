/** A chat app without an SDK: `fetch` to OpenAI's Chat Completions, with the composer beside this file. */
import { useState } from "react";
import { type ReadyRequest, useVisionDropzone } from "vision-dropzone";
import { openaiChat, type OpenaiChatImagePart } from "vision-dropzone/endpoints";
import { VisionComposer } from "./vision-composer.js";

/** The demo's stand-in for OpenAI's API: on its server, or, in the static files, in the page. */
const URL = `${location.origin}/openai/v1/chat/completions`;

interface Message {
  role: "user" | "assistant";
  content: string | (OpenaiChatImagePart | { type: "text"; text: string })[];
}

interface Completion {
  choices?: { message: { content: string } }[];
  error?: { message: string };
}

export function Chat() {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const [text, setText] = useState("");
  const withImages = (images: OpenaiChatImagePart[]): Message[] => [
    ...messages,
    { role: "user", content: [...images, { type: "text", text }] },
  ];
  const bodyOf = (images: OpenaiChatImagePart[]) => ({ model: "gpt-5.6-terra", messages: withImages(images) });
  const earlierImageCount = messages
    .flatMap(({ content }) => (typeof content === "string" ? [] : content))
    .filter(({ type }) => type === "image_url").length;
  const dropzone = useVisionDropzone({ endpoint: openaiChat, request: bodyOf, earlierImageCount });

  async function send({ blocks }: ReadyRequest<OpenaiChatImagePart>): Promise<void> {
    const headers = { "content-type": "application/json", authorization: "Bearer none" };
    const response = await fetch(URL, { method: "POST", headers, body: JSON.stringify(bodyOf(blocks)) });
    const { choices, error } = (await response.json()) as Completion;
    if (error) throw new Error(error.message);
    const answer = choices?.[0]?.message.content ?? "";
    setMessages([...withImages(blocks), { role: "assistant", content: answer }]);
    setText("");
  }

  return (
    <main className="mx-auto flex min-h-dvh max-w-2xl flex-col gap-4 p-4">
      <h1 className="sr-only">Chat</h1>
      <div className="flex flex-1 flex-col gap-4">
        {messages.map(({ role, content }, index) => (
          <div
            key={index}
            data-role={role}
            className="flex flex-col gap-2 wrap-anywhere whitespace-pre-wrap data-[role=user]:max-w-4/5 data-[role=user]:self-end data-[role=user]:rounded-2xl data-[role=user]:bg-muted data-[role=user]:px-4 data-[role=user]:py-2"
          >
            {typeof content === "string"
              ? content
              : content.map((part, at) =>
                  part.type === "text" ? (
                    <span key={at}>{part.text}</span>
                  ) : (
                    <img key={at} src={part.image_url.url} alt="" className="max-h-44 max-w-60 self-start rounded-lg" />
                  ),
                )}
          </div>
        ))}
      </div>
      <VisionComposer dropzone={dropzone} text={text} onTextChange={setText} onSend={send} />
    </main>
  );
}
