import { describe, expect, it } from "vitest";
import {
  documentsIn,
  EMPTY_CONVERSATION,
  historyFor,
  historyOf,
  placesIn,
  placesTaken,
  reduceConversation,
} from "../../../demo/state/conversation.js";
import type { Conversation, ConversationEvent } from "../../../demo/state/conversation.js";
import { messageBlocks } from "../../../demo/targets/target.js";
import type { ChatMessage, MessageImage } from "../../../demo/targets/target.js";
import type { PreparedDocument } from "vision-dropzone/core";
import { anthropicMessages, bedrockConverse, gemini, mistralHttp, openaiChat } from "vision-dropzone/endpoints";

const trouble = { title: "Refused", message: "Too large.", remedy: undefined, details: [], isAboutText: false };
const sending: ConversationEvent = { type: "sending", text: "Hello", images: [], bodyBytes: 90, itemIds: [] };
const answered: ConversationEvent = { type: "answered", text: "Hi", usage: "", from: "Anthropic Messages" };
const play = (...events: readonly ConversationEvent[]): Conversation =>
  events.reduce(reduceConversation, EMPTY_CONVERSATION);

describe("the demo's conversation", () => {
  it("is history only when the answer has come", () => {
    expect(historyOf(play(sending))).toEqual([]);
    expect(historyOf(play(sending, answered))).toEqual([
      { role: "user", text: "Hello", images: [] },
      { role: "assistant", text: "Hi" },
    ]);
  });

  it("keeps nothing of a message that failed, so that it cannot fail the next one", () => {
    const failed = play(sending, answered, { ...sending, text: "Bad" }, { type: "failed", trouble });
    expect(historyOf(failed)).toHaveLength(2);
    expect(failed.entries.map(({ kind }) => kind)).toEqual(["user", "assistant", "trouble"]);
  });

  it("takes the explanation away when the next request is on its way", () => {
    const again = play(sending, { type: "failed", trouble }, sending, answered);
    expect(again.entries.map(({ kind }) => kind)).toEqual(["user", "assistant"]);
  });

  it("takes the explanation away when the draft it was about has changed, and nothing else", () => {
    const failed = play(sending, answered, sending, { type: "failed", trouble });
    const changed = reduceConversation(failed, { type: "changed" });
    expect(changed.entries.map(({ kind }) => kind)).toEqual(["user", "assistant"]);
    expect(reduceConversation(changed, { type: "changed" }).entries).toBe(changed.entries);
  });

  it("keeps the explanation that there are too many images until there are no longer", () => {
    const tooMany = { ...trouble, tooMany: { mostImages: 1, earlierImages: 0 } };
    const failed = play(sending, { type: "failed", trouble: tooMany });
    const fewer = reduceConversation(failed, { type: "changed", images: 2 });
    expect(fewer.entries).toMatchObject([{ kind: "trouble", trouble: { remedy: { kind: "remove-last", images: 1 } } }]);
    expect(reduceConversation(fewer, { type: "changed", images: 1 }).entries).toEqual([]);
    expect(reduceConversation(fewer, { type: "changed" }).entries).toEqual([]);
  });

  it("never gives an id twice", () => {
    const ids = play(sending, { type: "failed", trouble }, sending, answered, {
      type: "noted",
      text: "12 tokens",
    }).entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("keeps an image that was sent by its address, and mentions it in words if an endpoint takes no addresses", () => {
    const url = "https://pictures.example.com/lake.jpg";
    const linked: MessageImage = {
      id: "1",
      name: "lake.jpg",
      label: "lake.jpg",
      file: undefined,
      url,
      status: "ready",
      image: undefined,
      check: { status: "unknown", url, reason: "timeout", message: "" },
    };
    const history = historyOf(play({ ...sending, text: "", images: [linked] }, answered));
    expect(historyFor(anthropicMessages, history)).toBe(history);
    expect(messageBlocks(anthropicMessages, history[0] as Extract<ChatMessage, { role: "user" }>)).toEqual([
      { type: "image", source: { type: "url", url } },
    ]);
    expect(historyFor(bedrockConverse, history)).toMatchObject([
      { text: `[Image by address: ${url}]`, images: [] },
      { text: "Hi" },
    ]);
  });

  it("keeps a PDF file that was sent as it is, counted as the endpoint does, and mentions it in words if an endpoint takes none", () => {
    const document: PreparedDocument = {
      id: "1",
      name: "study.pdf",
      mediaType: "application/pdf",
      base64: "JVBERg==",
      blob: new Blob(["%PDF"]),
      bytes: 4,
      pageCount: 3,
    };
    const history = historyOf(play({ ...sending, images: [document] }, answered));
    expect(historyFor(anthropicMessages, history)).toBe(history);
    expect(messageBlocks(anthropicMessages, history[0] as Extract<ChatMessage, { role: "user" }>)).toEqual([
      anthropicMessages.documents.toBlock(document),
    ]);
    expect([anthropicMessages, gemini, openaiChat].map((endpoint) => placesIn(endpoint, history))).toEqual([3, 1, 0]);
    expect(documentsIn(history)).toBe(1);
    const item = {
      id: "1",
      name: "study.pdf",
      label: "study.pdf",
      file: document.blob,
      status: "ready",
      image: undefined,
      document,
    } as const;
    const waiting = { id: "2", name: "a.jpg", label: "a.jpg", file: document.blob, status: "waiting" } as const;
    expect([anthropicMessages, gemini, openaiChat].map((endpoint) => placesTaken(endpoint, [item, waiting]))).toEqual([
      4, 2, 1,
    ]);
    expect(historyFor(mistralHttp, history)).toMatchObject([
      { text: "Hello\n[PDF file: study.pdf]", images: [] },
      { text: "Hi" },
    ]);
  });

  it("starts over", () => {
    expect(play(sending, answered, { type: "restarted" }).entries).toEqual([]);
  });
});
