/** What to announce between two states of the list. Pure. A batch is one sentence, not one for each file. */
import type { LimitKind } from "../../meter/types.js";
import type { ImageItem, QueueSnapshot, UploadState } from "../../queue/types.js";
import type { DropzoneMessages } from "./messages.js";

/** The part of a snapshot that is announced. */
export interface AnnouncedState extends Pick<QueueSnapshot<unknown>, "items" | "status" | "sent"> {
  /** The estimate's. @default bytes */
  limitedBy?: LimitKind | undefined;
}

/** Below this many images, progress is not announced, only the end. */
const PROGRESS_FROM_IMAGES = 8;
/** Progress is announced each time another quarter is done. */
const PROGRESS_STEPS = 4;

export interface Announcement {
  /** Sentences for the live region; `undefined` when there is nothing to say now. */
  text: string | undefined;
  /** Ids of rejected files that wait for the others of their batch; to be passed to the next call. */
  waiting: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** What to say between one state and the next. `waiting`: what the last call returned. */
export function announce(
  before: AnnouncedState,
  after: AnnouncedState,
  messages: DropzoneMessages,
  waiting = NONE,
): Announcement {
  const { was, is } = changed(before.items, after.items);
  const earlier = new Map(was.map((item) => [item.id, item]));
  const present = new Set(is.map(({ id }) => id));
  const became = (status: ImageItem["status"]) =>
    is.filter((item) => item.status === status && earlier.get(item.id)?.status !== status);

  const sentences: string[] = [];
  const added = is.filter((item) => !earlier.has(item.id) && isPending(item));
  const gone = was.filter(({ id }) => !present.has(id));
  const removed = gone.filter(({ id }) => !after.sent.has(id));
  const sent = gone.filter(({ id, status }) => after.sent.has(id) && status !== "rejected");
  if (removed.length > 0) sentences.push(messages.announceRemoved(removed.map(nameOf)));
  if (sent.length > 0) sentences.push(messages.announceSent(sent.map(nameOf)));
  if (added.length > 0) sentences.push(messages.announceAdded(added.map(nameOf)));

  const finished = became("ready");
  const ready = after.items.filter(({ status }) => status === "ready");
  const total = after.items.filter((item) => item.status === "ready" || isPending(item)).length;
  const isStep = finished.length > 0 && reachedStep(ready.length - finished.length, ready.length, total);

  const newlyRejected = new Set([...waiting, ...became("rejected").map(({ id }) => id)]);
  const rejected =
    newlyRejected.size > 0
      ? after.items.filter((item) => item.status === "rejected" && newlyRejected.has(item.id))
      : [];
  // The files of a large batch are rejected one by one, and each announcement would replace the one before.
  const isLast = total === ready.length;
  const mayWait = !isLast && !isStep && after.items.length >= PROGRESS_FROM_IMAGES;
  if (rejected.length > 0 && !mayWait)
    sentences.push(messages.announceRefused(rejected.flatMap((item) => reasonOf(item, messages))));

  if (finished.length > 0 && isLast) sentences.push(messages.announceReady(ready.map(nameOf)));
  else if (isStep) sentences.push(messages.announceProgress(ready.length, total));

  sentences.push(...uploadSentences(was, is, after.items, messages));
  if (after.status === "over" && before.status !== "over") sentences.push(overText(after, messages));
  return {
    text: sentences.length > 0 ? sentences.join(" ") : undefined,
    waiting: mayWait ? new Set(rejected.map(({ id }) => id)) : NONE,
  };
}

function reasonOf(item: ImageItem, messages: DropzoneMessages): { name: string; reason: string }[] {
  return item.status === "rejected" ? [{ name: item.label, reason: messages.error(item.error) }] : [];
}

function overText({ limitedBy = "bytes" }: AnnouncedState, messages: DropzoneMessages): string {
  return {
    bytes: messages.announceOver,
    images: messages.announceTooManyImages,
    tokens: messages.announceTooManyTokens,
  }[limitedBy];
}

/** The part between the rows that are the same at both ends: as a rule one row of five hundred has changed. */
function changed(
  before: readonly ImageItem[],
  after: readonly ImageItem[],
): { was: readonly ImageItem[]; is: readonly ImageItem[] } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { was: before.slice(start, before.length - end), is: after.slice(start, after.length - end) };
}

/** Failures at once, successes when all uploads have ended; progress is silent. */
function uploadSentences(
  was: readonly ImageItem[],
  is: readonly ImageItem[],
  all: readonly ImageItem[],
  messages: DropzoneMessages,
): string[] {
  const failedBefore = new Set(withUpload(was, "failed").map(({ id }) => id));
  const failed = withUpload(is, "failed").filter(({ id }) => !failedBefore.has(id));
  const isNews =
    withUpload(was, "uploading").length > 0 || withUpload(is, "uploaded").length > withUpload(was, "uploaded").length;
  const uploaded = isNews && withUpload(all, "uploading").length === 0 ? withUpload(all, "uploaded") : [];
  return [
    ...(failed.length > 0 ? [messages.announceUploadFailed(failed.map(nameOf))] : []),
    ...(uploaded.length > 0 ? [messages.announceUploaded(uploaded.map(nameOf))] : []),
  ];
}

function withUpload(items: readonly ImageItem[], status: UploadState["status"]): ImageItem[] {
  return items.filter((item) => item.status === "ready" && item.image && item.upload.status === status);
}

function reachedStep(before: number, after: number, total: number): boolean {
  if (total < PROGRESS_FROM_IMAGES) return false;
  return Math.floor((before / total) * PROGRESS_STEPS) !== Math.floor((after / total) * PROGRESS_STEPS);
}

const isPending = ({ status }: ImageItem) => status === "waiting" || status === "working";
const nameOf = ({ label }: ImageItem) => label;
