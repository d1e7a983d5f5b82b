/** A chat app on LangChain. Of the dropzone are the hook, one line in `send`, and the parts in the form. */
import { ChatAnthropic } from "@langchain/anthropic";
import { type BaseMessage, HumanMessage } from "@langchain/core/messages";
import { type FormEvent, useState } from "react";
import { useVisionDropzone, VisionDropzone } from "vision-dropzone";
import { anthropicMessages } from "vision-dropzone/endpoints";
import { langchain } from "vision-dropzone/langchain";
import { ANTHROPIC_URL, API_KEY, MODEL } from "../open-chat.js";

const model = new ChatAnthropic({
  model: MODEL,
  apiKey: API_KEY,
  anthropicApiUrl: ANTHROPIC_URL,
  maxRetries: 0,
  clientOptions: { dangerouslyAllowBrowser: true },
});

export function Chat() {
  const [messages, setMessages] = useState<readonly BaseMessage[]>([]);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const [isSending, setSending] = useState(false);
  const dropzone = useVisionDropzone({ endpoint: langchain(anthropicMessages) });

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    setProblem("");
    try {
      const ready = await dropzone.whenReady();
      const asked = [...messages, new HumanMessage({ content: [...ready.blocks, { type: "text", text }] })];
      setMessages([...asked, await model.invoke(asked)]);
      setText("");
      dropzone.removeSent(ready);
    } catch (error) {
      setProblem(String(error));
    } finally {
      setSending(false);
    }
  }

  return (
    <main className="chat">
      <div className="messages">
        {messages.map((message, index) => (
          <div className="message" data-role={message.type === "human" ? "user" : "assistant"} key={index}>
            {message.contentBlocks.map((block, at) =>
              block.type === "text" ? <span key={at}>{block.text}</span> : <i key={at}>[{block.type}] </i>,
            )}
          </div>
        ))}
        {problem && <p role="alert">{problem}</p>}
      </div>
      <form onSubmit={(event) => void send(event)}>
        <VisionDropzone.Root className="composer" dropzone={dropzone}>
          <VisionDropzone.List layout="tiles" />
          <VisionDropzone.Rejected />
          <textarea
            aria-label="Message"
            value={text}
            readOnly={isSending}
            onChange={(event) => setText(event.target.value)}
          />
          <VisionDropzone.Meter />
          <div className="composer-row">
            <VisionDropzone.Area compact />
            <button>Send</button>
          </div>
          <VisionDropzone.Input />
          <VisionDropzone.Status />
        </VisionDropzone.Root>
      </form>
    </main>
  );
}
