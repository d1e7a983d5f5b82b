/** What is worth saying aloud between two states of the list. Pure; batches are one sentence, not one a file. */
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
  /** Ids of refusals that wait for the others of their batch; to be handed over next time. */
  held: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** What to say of the way from one state to the next. `held`: what the last call gave. */
export function announce(before: AnnouncedState, after: AnnouncedState, messages: DropzoneMessages, held = NONE): Announcement {
  const { was, is } = changed(before.items, after.items);
  const earlier = new Map(was.map((item) => [item.id, item]));
  const present = new Set(is.map(({ id }) => id));
  const turned = (status: ImageItem["status"]) => is.filter((item) => item.status === status && earlier.get(item.id)?.status !== status);

  const sentences: string[] = [];
  const added = is.filter((item) => !earlier.has(item.id) && isUnderWay(item));
  const gone = was.filter(({ id }) => !present.has(id));
  const removed = gone.filter(({ id }) => !after.sent.has(id));
  const sent = gone.filter(({ id, status }) => after.sent.has(id) && status !== "rejected");
  if (removed.length > 0) sentences.push(messages.announceRemoved(removed.map(nameOf)));
  if (sent.length > 0) sentences.push(messages.announceSent(sent.map(nameOf)));
  if (added.length > 0) sentences.push(messages.announceAdded(added.map(nameOf)));

  const finished = turned("ready");
  const ready = after.items.filter(({ status }) => status === "ready");
  const total = after.items.filter((item) => item.status === "ready" || isUnderWay(item)).length;
  const isStep = finished.length > 0 && reachedStep(ready.length - finished.length, ready.length, total);

  const newlyRefused = new Set([...held, ...turned("rejected").map(({ id }) => id)]);
  const refused = newlyRefused.size > 0 ? after.items.filter((item) => item.status === "rejected" && newlyRefused.has(item.id)) : [];
  // Those of a large batch come one by one; each in its turn would wipe the one before it out of the region.
  const isLast = total === ready.length;
  const mayWait = !isLast && !isStep && after.items.length >= PROGRESS_FROM_IMAGES;
  if (refused.length > 0 && !mayWait) sentences.push(messages.announceRefused(refused.flatMap((item) => reasonOf(item, messages))));

  if (finished.length > 0 && isLast) sentences.push(messages.announceReady(ready.map(nameOf)));
  else if (isStep) sentences.push(messages.announceProgress(ready.length, total));

  sentences.push(...uploadNews(was, is, after.items, messages));
  if (after.status === "over" && before.status !== "over") sentences.push(overIn(after, messages));
  return { text: sentences.length > 0 ? sentences.join(" ") : undefined, held: mayWait ? new Set(refused.map(({ id }) => id)) : NONE };
}

function reasonOf(item: ImageItem, messages: DropzoneMessages): { name: string; reason: string }[] {
  return item.status === "rejected" ? [{ name: item.label, reason: messages.error(item.error) }] : [];
}

function overIn({ limitedBy = "bytes" }: AnnouncedState, messages: DropzoneMessages): string {
  return { bytes: messages.announceOver, images: messages.announceTooManyImages, tokens: messages.announceTooManyTokens }[limitedBy];
}

/** What lies between the rows that are the same at both ends: one row of five hundred has changed, as a rule. */
function changed(before: readonly ImageItem[], after: readonly ImageItem[]): { was: readonly ImageItem[]; is: readonly ImageItem[] } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { was: before.slice(start, before.length - end), is: after.slice(start, after.length - end) };
}

/** Failures at once, successes when all is done; the way there is silent. */
function uploadNews(was: readonly ImageItem[], is: readonly ImageItem[], all: readonly ImageItem[], messages: DropzoneMessages): string[] {
  const failedBefore = new Set(withUpload(was, "failed").map(({ id }) => id));
  const failed = withUpload(is, "failed").filter(({ id }) => !failedBefore.has(id));
  const isNews = withUpload(was, "uploading").length > 0 || withUpload(is, "uploaded").length > withUpload(was, "uploaded").length;
  const stored = isNews && withUpload(all, "uploading").length === 0 ? withUpload(all, "uploaded") : [];
  return [
    ...(failed.length > 0 ? [messages.announceUploadFailed(failed.map(nameOf))] : []),
    ...(stored.length > 0 ? [messages.announceUploaded(stored.map(nameOf))] : []),
  ];
}

function withUpload(items: readonly ImageItem[], status: UploadState["status"]): ImageItem[] {
  return items.filter((item) => item.status === "ready" && item.image && item.upload.status === status);
}

function reachedStep(before: number, after: number, total: number): boolean {
  if (total < PROGRESS_FROM_IMAGES) return false;
  return Math.floor((before / total) * PROGRESS_STEPS) !== Math.floor((after / total) * PROGRESS_STEPS);
}

const isUnderWay = ({ status }: ImageItem) => status === "waiting" || status === "working";
const nameOf = ({ label }: ImageItem) => label;
