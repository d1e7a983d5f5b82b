/** A chat app on assistant-ui. Of the dropzone are `attachments` and the meter. */
import { Anthropic } from "@anthropic-ai/sdk";
import {
  AssistantRuntimeProvider,
  type Attachment,
  AttachmentPrimitive,
  type ChatModelAdapter,
  ComposerPrimitive,
  MessagePrimitive,
  ThreadPrimitive,
  type ThreadMessage,
  useLocalRuntime,
} from "@assistant-ui/react";
import { useSyncExternalStore } from "react";
import { RequestMeter } from "vision-dropzone";
import { visionAttachments } from "vision-dropzone/assistant-ui";
import { anthropicMessages } from "vision-dropzone/endpoints";
import { ANTHROPIC_URL, API_KEY, MODEL } from "../open-chat.js";

const attachments = visionAttachments({ endpoint: anthropicMessages });

const client = new Anthropic({
  apiKey: API_KEY,
  baseURL: ANTHROPIC_URL,
  dangerouslyAllowBrowser: true,
  maxRetries: 0,
});

function toAnthropic({ role, content, attachments: files = [] }: ThreadMessage): Anthropic.MessageParam {
  const parts = [...files.flatMap((file) => file.content), ...content];
  return {
    role: role === "assistant" ? "assistant" : "user",
    content: parts.flatMap((part): Anthropic.ContentBlockParam[] => {
      if (part.type === "text") return [{ type: "text", text: part.text }];
      if (part.type !== "image") return [];
      const [, media_type, data = ""] = /^data:(.*?);base64,(.*)$/s.exec(part.image) ?? [];
      const source = { type: "base64", media_type: media_type as "image/jpeg", data } as const;
      return [{ type: "image", source }];
    }),
  };
}

const model: ChatModelAdapter = {
  async run({ messages, abortSignal: signal }) {
    const body = { model: MODEL, max_tokens: 1024, messages: messages.map(toAnthropic) };
    const { content } = await client.messages.create(body, { signal });
    const text = content.map((block) => (block.type === "text" ? block.text : "")).join("");
    return { content: [{ type: "text", text }] };
  },
};

function AttachmentView({ status }: Attachment) {
  return (
    <AttachmentPrimitive.Root className="attachment">
      <span>
        <AttachmentPrimitive.Name />
        {status.type === "running" && <progress aria-label="Preparing" value={status.progress} />}
        {status.type === "incomplete" && <em> {"message" in status ? status.message : undefined}</em>}
      </span>
      <AttachmentPrimitive.Remove>Remove</AttachmentPrimitive.Remove>
    </AttachmentPrimitive.Root>
  );
}

function MessageView() {
  return (
    <MessagePrimitive.Root className="message">
      {/* A rejected file is in the message, too, without content: assistant-ui lets no adapter leave one out. */}
      <MessagePrimitive.Attachments>
        {({ attachment }) => attachment.content?.length !== 0 && <i>[{attachment.name}] </i>}
      </MessagePrimitive.Attachments>
      <MessagePrimitive.Parts />
      <MessagePrimitive.Error />
    </MessagePrimitive.Root>
  );
}

function Meter() {
  const { subscribe, getSnapshot } = attachments.queue;
  const { estimate } = useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
  return <RequestMeter estimate={estimate} />;
}

export function Chat() {
  const runtime = useLocalRuntime(model, { adapters: { attachments } });
  return (
    <AssistantRuntimeProvider runtime={runtime}>
      <ThreadPrimitive.Root className="chat">
        <ThreadPrimitive.Viewport className="messages">
          <ThreadPrimitive.Messages>{() => <MessageView />}</ThreadPrimitive.Messages>
        </ThreadPrimitive.Viewport>
        <ComposerPrimitive.Root>
          <ComposerPrimitive.AttachmentDropzone className="composer">
            <ComposerPrimitive.Attachments>
              {({ attachment }) => <AttachmentView {...attachment} />}
            </ComposerPrimitive.Attachments>
            <ComposerPrimitive.Input aria-label="Message" />
            <Meter />
            <div className="composer-row">
              <ComposerPrimitive.AddAttachment>Add images</ComposerPrimitive.AddAttachment>
              <ComposerPrimitive.Send>Send</ComposerPrimitive.Send>
            </div>
          </ComposerPrimitive.AttachmentDropzone>
        </ComposerPrimitive.Root>
      </ThreadPrimitive.Root>
    </AssistantRuntimeProvider>
  );
}
