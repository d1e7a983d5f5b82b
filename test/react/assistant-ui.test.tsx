/** In a real assistant-ui runtime: attachments added, refused, removed and sent. */
import {
  AssistantRuntimeProvider,
  type AssistantRuntime,
  type ChatModelRunOptions,
  useLocalRuntime,
} from "@assistant-ui/react";
import { render, waitFor } from "@testing-library/react";
import { useEffect } from "react";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type VisionAttachmentsOptions, visionAttachments } from "../../src/assistant-ui.js";
import { anthropicMessages } from "../../src/endpoints.js";
import { imageFile } from "../fixtures/sharp-images.js";

/** Its store is updated by promises of its own, which no `act` can wrap. */
const ofReact = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
beforeAll(() => {
  ofReact.IS_REACT_ACT_ENVIRONMENT = false;
});
afterAll(() => {
  ofReact.IS_REACT_ACT_ENVIRONMENT = true;
});

/** The five lines that an app writes, and its model, which keeps what it was asked. */
function startChat(options: Partial<VisionAttachmentsOptions> = {}) {
  const asked: ChatModelRunOptions[] = [];
  const attachments = visionAttachments({ endpoint: anthropicMessages, ...options });
  let runtime: AssistantRuntime | undefined;
  function App() {
    const local = useLocalRuntime(
      {
        run: async (request) => {
          asked.push(request);
          return { content: [{ type: "text", text: "ok" }] };
        },
      },
      { adapters: { attachments } },
    );
    useEffect(() => {
      runtime = local;
    }, [local]);
    return <AssistantRuntimeProvider runtime={local}>{null}</AssistantRuntimeProvider>;
  }
  render(<App />);
  if (!runtime) throw new Error("not rendered");
  const { composer } = runtime.thread;
  const add = (file: File) => composer.addAttachment(file);
  const send = () => composer.send();
  return {
    asked,
    attachments,
    composer,
    add,
    send,
    statuses: () => composer.getState().attachments.map(({ status }) => status.type),
    sentParts: () => (asked[0]?.messages.at(-1)?.attachments ?? []).flatMap(({ content }) => content ?? []),
  };
}

const text = () => new File(["no picture"], "fake.jpg", { type: "image/jpeg" });
const photo = () => imageFile({ width: 40, height: 30 });

test("visionAttachments: a picture is prepared when it is added, and sent as a part", async () => {
  const { composer, add, send, statuses, sentParts, attachments } = startChat();
  await add(await photo());
  await waitFor(() => expect(statuses()).toEqual(["requires-action"]));
  expect(attachments.queue.getSnapshot().estimate.bytes).toBeGreaterThan(100);
  composer.setText("What is this?");
  send();
  await waitFor(() => expect(sentParts()).toHaveLength(1));
  expect(sentParts()[0]).toMatchObject({
    type: "image",
    image: expect.stringMatching(/^data:image\/jpeg;base64,\/9j\//),
  });
  expect(attachments.queue.getSnapshot().items).toEqual([]);
});

test("visionAttachments: a file that cannot be sent says why, and the message goes without it", async () => {
  const { asked, composer, add, send, statuses, sentParts } = startChat();
  await add(text());
  await add(await photo());
  await waitFor(() => expect(statuses()).toEqual(["incomplete", "requires-action"]));
  expect(composer.getState().attachments[0]?.status).toMatchObject({
    reason: "error",
    message: "Not an image, or damaged.",
  });
  send();
  await waitFor(() => expect(sentParts()).toHaveLength(1));
  // As README says: what the message shows is told by its content.
  const sent = asked[0]!.messages.at(-1)!.attachments!;
  expect(sent.map(({ name, content }) => [name, content.length])).toEqual([
    ["fake.jpg", 0],
    [expect.any(String), 1],
  ]);
});

test("visionAttachments: Send while a picture is being prepared waits for it", async () => {
  const { composer, add, send, sentParts } = startChat();
  void add(await photo());
  await waitFor(() => expect(composer.getState().attachments).toHaveLength(1));
  send();
  await waitFor(() => expect(sentParts()).toHaveLength(1));
});

test("visionAttachments: the endpoint's and the app's counts hold", async () => {
  const { add, statuses } = startChat({ maxFiles: 1 });
  await add(await photo());
  await add(await photo());
  await waitFor(() => expect(statuses()).toEqual(["requires-action", "incomplete"]));
});

test("visionAttachments: what is removed leaves the list, also the same file added twice", async () => {
  const { composer, add, statuses, attachments } = startChat();
  const file = await photo();
  await add(file);
  await add(file);
  await waitFor(() => expect(statuses()).toEqual(["requires-action", "requires-action"]));
  await composer.getAttachmentByIndex(0).remove();
  expect(attachments.queue.getSnapshot()).toMatchObject({ items: [expect.anything()], removed: [] });
});

test("visionAttachments: over the app's own limit the message is not sent, and says by how much", async () => {
  const { composer, add, send, asked, attachments } = startChat({ maxRequestBytes: 500 });
  await add(await photo());
  send();
  await waitFor(() => expect(composer.getState().attachments[0]?.status.type).toBe("incomplete"));
  expect(composer.getState().attachments[0]?.status).toMatchObject({ message: expect.stringMatching(/500/) });
  expect(asked).toEqual([]);
  expect(attachments.queue.getSnapshot().items).toHaveLength(1);
});
