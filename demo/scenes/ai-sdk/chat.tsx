/** A chat app on the AI SDK. Of the dropzone are the hook, one line in `send`, and the parts in the form. */
import { useChat } from "@ai-sdk/react";
import { DefaultChatTransport } from "ai";
import { type FormEvent, useState } from "react";
import { useVisionDropzone, VisionDropzone } from "vision-dropzone";
import { aiSdkChat } from "vision-dropzone/ai-sdk";
import { anthropicMessages } from "vision-dropzone/endpoints";
import { POST } from "./route.js";

// This demo has no server of its own for the route: the page calls it.
const transport = new DefaultChatTransport({
  api: "/api/chat",
  fetch: (input, init) => POST(new Request(input, init)),
});

export function Chat() {
  const [text, setText] = useState("");
  const [isPreparing, setPreparing] = useState(false);
  const chat = useChat({ transport });
  const dropzone = useVisionDropzone(aiSdkChat(chat, { endpoint: anthropicMessages, text }));

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isPreparing) return;
    setPreparing(true);
    // Rejects when the request does not fit, which the meter says.
    const ready = await dropzone.whenReady().catch(() => undefined);
    setPreparing(false);
    if (!ready) return;
    // It resolves after a failure, too. The message is in the chat then, from where it can be sent again.
    void chat.sendMessage({ text, files: ready.blocks });
    setText("");
    dropzone.removeSent(ready);
  }

  return (
    <main className="chat">
      <div className="messages">
        {chat.messages.map(({ id, role, parts }) => (
          <div className="message" data-role={role} key={id}>
            {parts.map((part, index) => {
              if (part.type === "text") return <span key={index}>{part.text}</span>;
              return part.type === "file" && <img key={index} src={part.url} alt={part.filename ?? ""} />;
            })}
          </div>
        ))}
        {chat.error && (
          <p role="alert">
            {chat.error.message} <button onClick={() => void chat.regenerate()}>Try again</button>
          </p>
        )}
      </div>
      <form onSubmit={(event) => void send(event)}>
        <VisionDropzone.Root className="composer" dropzone={dropzone}>
          <VisionDropzone.List layout="tiles" />
          <VisionDropzone.Rejected />
          <textarea
            aria-label="Message"
            value={text}
            readOnly={isPreparing}
            onChange={(event) => setText(event.target.value)}
          />
          <VisionDropzone.Meter />
          <div className="composer-row">
            <VisionDropzone.Area compact />
            <button disabled={chat.status !== "ready" && chat.status !== "error"}>Send</button>
          </div>
          <VisionDropzone.Input />
          <VisionDropzone.Status />
        </VisionDropzone.Root>
      </form>
    </main>
  );
}
