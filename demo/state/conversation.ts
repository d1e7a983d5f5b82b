import type { Endpoint, ImageItem, PreparedDocument } from "vision-dropzone/core";
import { isDocument, isLinked } from "../targets/target.js";
import type { StoredImages, ChatMessage, MessageImage } from "../targets/target.js";
import { recounted } from "./trouble.js";
import type { Trouble } from "./trouble.js";

/** One entry of the message list. Only `user` and `assistant` are part of what is sent. */
export type Entry =
  | {
      kind: "user";
      id: number;
      text: string;
      images: readonly MessageImage[];
      stored?: StoredImages;
      bodyBytes: number;
      /** The list's items that it was made of. */
      itemIds: readonly string[];
      pending: boolean;
    }
  | { kind: "assistant"; id: number; text: string; usage: string; from: string }
  | { kind: "note"; id: number; text: string }
  | { kind: "trouble"; id: number; trouble: Trouble };

export interface Conversation {
  entries: readonly Entry[];
  nextId: number;
}

export type ConversationEvent =
  /** On its way: shown, but not yet history. */
  | {
      type: "sending";
      text: string;
      images: readonly MessageImage[];
      stored?: StoredImages;
      bodyBytes: number;
      itemIds: readonly string[];
    }
  | { type: "answered"; text: string; usage: string; from: string }
  | { type: "noted"; text: string }
  | { type: "failed"; trouble: Trouble }
  /** What was wrong with the draft may have been fixed. `images`: only its images changed, and it has this many now. */
  | { type: "changed"; images?: number | undefined }
  | { type: "restarted" };

export const EMPTY_CONVERSATION: Conversation = { entries: [], nextId: 1 };

/** Nothing that failed stays in the history: a rejected image would fail every later message (T10). */
export function reduceConversation({ entries, nextId }: Conversation, event: ConversationEvent): Conversation {
  const settled = entries.filter((entry) => entry.kind !== "trouble" && !(entry.kind === "user" && entry.pending));
  const add = (kept: readonly Entry[], entry: Entry): Conversation => ({
    entries: [...kept, entry],
    nextId: nextId + 1,
  });
  switch (event.type) {
    case "sending": {
      const { type: _, ...said } = event;
      return add(settled, { kind: "user", id: nextId, pending: true, ...said });
    }
    case "answered": {
      const kept = entries.map((entry) => (entry.kind === "user" ? { ...entry, pending: false } : entry));
      return add(kept, { kind: "assistant", id: nextId, text: event.text, usage: event.usage, from: event.from });
    }
    case "noted":
      return add(settled, { kind: "note", id: nextId, text: event.text });
    case "failed":
      return add(settled, { kind: "trouble", id: nextId, trouble: event.trouble });
    case "changed": {
      if (!entries.some(({ kind }) => kind === "trouble")) return { entries, nextId };
      const kept = entries.flatMap((entry): Entry[] => {
        if (entry.kind !== "trouble") return [entry];
        const trouble = event.images === undefined ? undefined : recounted(entry.trouble, event.images);
        return trouble ? [{ ...entry, trouble }] : [];
      });
      return { entries: kept, nextId };
    }
    case "restarted":
      return EMPTY_CONVERSATION;
  }
}

/** Ids of all images shown in it. */
export function imageIdsOf({ entries }: Conversation): readonly string[] {
  return entries.flatMap((entry) => (entry.kind === "user" ? entry.images.map(({ id }) => id) : []));
}

/** What the next request includes: every finished message with its images. */
export function historyOf({ entries }: Conversation): readonly ChatMessage[] {
  return entries.flatMap((entry): ChatMessage[] => {
    if (entry.kind === "assistant") return [{ role: "assistant", text: entry.text }];
    if (entry.kind === "user" && !entry.pending)
      return [{ role: "user", text: entry.text, images: entry.images, stored: entry.stored }];
    return [];
  });
}

/** The images of it, as the endpoint counts them: PDF files that were sent as they are may count by file, by page, or not at all. */
export function placesIn({ documents }: Pick<Endpoint<unknown>, "documents">, history: readonly ChatMessage[]): number {
  return imagesIn(history).reduce((sum, image) => sum + (isDocument(image) ? placesOf(documents, image) : 1), 0);
}

/** The places that the images and PDF files of the message being written take. */
export function placesTaken({ documents }: Pick<Endpoint<unknown>, "documents">, items: readonly ImageItem[]): number {
  const listed = items.filter(({ status }) => status !== "rejected");
  return listed.reduce((sum, { document }) => sum + (document ? placesOf(documents, document) : 1), 0);
}

/** The PDF files of it that are sent as they are. */
export function documentsIn(history: readonly ChatMessage[]): number {
  return imagesIn(history).filter(isDocument).length;
}

function imagesIn(history: readonly ChatMessage[]): readonly MessageImage[] {
  return history.flatMap((message) => (message.role === "user" ? message.images : []));
}

function placesOf(documents: Endpoint<unknown>["documents"], { pageCount = 1 }: PreparedDocument): number {
  return documents?.countedWithImages === "pages" ? pageCount : documents?.countedWithImages ? 1 : 0;
}

/**
 * What an endpoint does not take is replaced by a word about it, as a message is never empty: an image by address, a PDF file that was sent
 * as it is.
 */
export function historyFor(
  { urlBlock, documents }: Pick<Endpoint<unknown>, "urlBlock" | "documents">,
  history: readonly ChatMessage[],
): readonly ChatMessage[] {
  const wordsOf = (image: MessageImage): readonly string[] => {
    if (isLinked(image)) return urlBlock ? [] : [`[Image by address: ${image.url}]`];
    return isDocument(image) && !documents ? [`[PDF file: ${image.name}]`] : [];
  };
  const wordsIn = (message: ChatMessage) => (message.role === "user" ? message.images.flatMap(wordsOf) : []);
  if (history.every((message) => wordsIn(message).length === 0)) return history;
  return history.map((message) => {
    const words = wordsIn(message);
    if (message.role !== "user" || words.length === 0) return message;
    return {
      ...message,
      text: [message.text, ...words].filter(Boolean).join("\n"),
      images: message.images.filter((image) => wordsOf(image).length === 0),
    };
  });
}
