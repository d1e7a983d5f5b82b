/** What to announce between two states of the list. Pure. A batch gets one sentence, not one per file. */
import type { RequestEstimate } from "../../meter/types.js";
import type { ImageItem, QueueSnapshot, UploadState } from "../../queue/types.js";
import { menuWords } from "../menu/menu-messages.js";
import { excessesOf } from "./format-estimate.js";
import { labelOf, MOST_FILES_NAMED } from "./item-label.js";
import type { DropzoneMessages } from "./messages.js";

/** The part of a snapshot that is announced. */
export interface AnnouncedState extends Pick<QueueSnapshot<unknown>, "items" | "status" | "sent"> {
  /** The images that undo would bring back. */
  removed?: QueueSnapshot<unknown>["removed"];
  /** Whether it was over a limit when it was last not working. */
  wasOver?: boolean;
  /** The last item that was moved. */
  movedId?: string | undefined;
  /** Read only if the request is over a limit. */
  estimate?: RequestEstimate;
  /** Whether the images were made smaller so that the request fits. */
  fitting?: QueueSnapshot<unknown>["fitting"];
}

/** With fewer images, progress is not announced, only the end. */
const PROGRESS_FROM_IMAGES = 8;
/** Progress is announced each time another quarter is done. */
const PROGRESS_STEPS = 4;

export interface Announcement {
  /** Sentences for the live region; `undefined` if there is nothing to announce now. */
  text: string | undefined;
  /** Ids of files that wait for the others of their batch, or until they are known to be pictures; pass them to the next call. */
  waiting: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** What to announce between one state and the next. `waiting`: from the last result; `isLate`: they have waited long enough. */
export function announce(
  before: AnnouncedState,
  after: AnnouncedState,
  messages: DropzoneMessages,
  waiting = NONE,
  isLate = false,
): Announcement {
  const { was, is } = changed(before.items, after.items);
  const earlier = new Map(was.map((item) => [item.id, item]));
  const present = new Set(is.map(({ id }) => id));
  const became = (status: ImageItem["status"]) =>
    is.filter((item) => item.status === status && earlier.get(item.id)?.status !== status);

  const sentences: string[] = [];
  const cameBack = idsOf(before.removed);
  const restored = is.filter(({ id }) => !earlier.has(id) && cameBack.has(id));
  const added = is.filter((item) => !earlier.has(item.id) && !cameBack.has(item.id) && isPending(item));
  const gone = was.filter(({ id }) => !present.has(id));
  const removed = gone.filter(({ id, status }) => !after.sent.has(id) && status !== "rejected");
  const dismissed = gone.filter(({ id, status }) => !after.sent.has(id) && status === "rejected");
  const sent = gone.filter(({ id, status }) => after.sent.has(id) && status !== "rejected");
  if (removed.length > 0) sentences.push(...removedSentences(removed, after, messages));
  if (dismissed.length > 0) sentences.push(messages.announceDismissed(labelsOf(dismissed, messages)));
  if (restored.length > 0) sentences.push(...byKind(restored, messages.announceRestored, messages));
  if (sent.length > 0) sentences.push(...byKind(sent, messages.announceSent, messages));
  const isReordered = gone.length === 0 && was.length === is.length && was.some(({ id }, at) => id !== is[at]?.id);
  if (isReordered) sentences.push(...movedText(after, messages));

  sentences.push(...pinSentences(earlier, is, messages));

  const finished = became("ready").filter(({ id }) => !cameBack.has(id));
  const ready = after.items.filter(({ status }) => status === "ready");
  const total = after.items.filter((item) => item.status === "ready" || isPending(item)).length;
  const isStep = finished.length > 0 && reachedStep(ready.length - finished.length, ready.length, total);

  const unannounced = unannouncedOf(after.items, waiting, added);
  const isAllReady = finished.length > 0 && total === ready.length;
  const mayBeRejected = !isLate && !isStep && !unannounced.every(isKnownPicture);
  if (unannounced.length > 0 && !mayBeRejected && !isAllReady)
    sentences.push(...byKind(unannounced, messages.announceAdded, messages));

  const newlyRejected = new Set([...waiting, ...became("rejected").map(({ id }) => id)]);
  const rejected =
    newlyRejected.size > 0
      ? after.items.filter((item) => item.status === "rejected" && newlyRejected.has(item.id))
      : [];
  // The files of a large batch are rejected one by one, and each announcement would replace the one before.
  const isLast = total === ready.length;
  const mayWait = !isLast && !isStep && after.items.length >= PROGRESS_FROM_IMAGES;
  if (rejected.length > 0 && !mayWait)
    sentences.push(messages.announceRejected(rejected.flatMap((item) => reasonOf(item, messages))));

  if (finished.length > 0 && isLast) sentences.push(...byKind(ready, messages.announceReady, messages));
  else if (isStep) sentences.push(messages.announceProgress(ready.length, total));

  sentences.push(...uploadSentences(was, is, after.items, messages));
  sentences.push(...shrinkSentences(before, after, messages));
  if (after.status === "over" && (before.status !== "over" || removed.length > 0))
    sentences.push(...overSentences(after, messages));
  if ((before.wasOver || before.status === "over") && after.status === "ready") sentences.push(messages.announceFits);
  const stillWaiting = [...(mayWait ? rejected : []), ...(mayBeRejected ? unannounced : [])];
  return {
    text: sentences.length > 0 ? sentences.join(" ") : undefined,
    waiting: stillWaiting.length > 0 ? new Set(stillWaiting.map(({ id }) => id)) : NONE,
  };
}

/** Files that were added and not announced yet. */
function unannouncedOf(
  items: readonly ImageItem[],
  waiting: ReadonlySet<string>,
  added: readonly ImageItem[],
): readonly ImageItem[] {
  if (waiting.size === 0) return added;
  const fresh = idsOf(added);
  return items.filter(({ id, status }) => status !== "rejected" && (waiting.has(id) || fresh.has(id)));
}

/**
 * A file whose header could be read: it will usually be ready. Addresses count too, since checking one takes too long to wait
 * for.
 */
function isKnownPicture(item: ImageItem): boolean {
  return item.file === undefined || item.status === "ready" || (item.status === "working" && item.header !== undefined);
}

function removedSentences(gone: readonly ImageItem[], after: AnnouncedState, messages: DropzoneMessages): string[] {
  const undoable = idsOf(after.removed);
  const isUndoable = gone.every(({ id }) => undoable.has(id));
  return byKind(gone, isUndoable ? messages.announceRemovedWithUndo : messages.announceRemoved, messages);
}

/** What counts its names counts images, so that PDF files get a sentence each; for many of them that would be too long. */
function byKind(
  items: readonly ImageItem[],
  say: (names: readonly string[]) => string,
  messages: DropzoneMessages,
): string[] {
  const files = items.filter(isPdf);
  const apart = files.length > MOST_FILES_NAMED ? [] : files;
  const counted = items.filter((item) => !apart.includes(item));
  return [...(counted.length > 0 ? [counted] : []), ...apart.map((item) => [item])].map((some) =>
    say(labelsOf(some, messages)),
  );
}

/** Until it is known what becomes of a file, its name tells. */
function isPdf(item: ImageItem): boolean {
  return item.document !== undefined || (item.file !== undefined && !item.pages && /\.pdf$/i.test(item.name));
}

function pinSentences(
  earlier: ReadonlyMap<string, ImageItem>,
  is: readonly ImageItem[],
  messages: DropzoneMessages,
): string[] {
  return is.flatMap((item) => {
    const before = earlier.get(item.id);
    if (!before || isPinned(before) === isPinned(item)) return [];
    return (isPinned(item) ? menuWords(messages).announcePinned : menuWords(messages).announceUnpinned)(
      labelOf(item, messages),
    );
  });
}

/** Announces nothing for an order that the app has changed. */
function movedText({ items, movedId }: AnnouncedState, messages: DropzoneMessages): string[] {
  const sent = items.filter(({ status }) => status !== "rejected");
  const at = sent.findIndex(({ id }) => id === movedId);
  const moved = sent[at];
  return moved ? [messages.announceMoved(at + 1, sent.length, labelOf(moved, messages))] : [];
}

function reasonOf(item: ImageItem, messages: DropzoneMessages): { name: string; reason: string }[] {
  return item.status === "rejected" ? [{ name: labelOf(item, messages), reason: messages.error(item.error) }] : [];
}

/** The limit that is exceeded by most; the meter shows the others. */
function overSentences({ estimate }: AnnouncedState, messages: DropzoneMessages): string[] {
  const [excess] = estimate ? excessesOf(estimate) : [];
  if (!estimate || !excess) return [];
  const advice = estimate.advice.find((one) => one.code === "remove" && one.counted && one.unit === excess.unit);
  return advice
    ? [`${messages.meterOver(excess, 1)}: ${messages.advice(advice)}`]
    : [messages.announceOver(excess, imagesToRemove(estimate))];
}

/** How many images must be removed for the request to fit; 0: it fits, or removing images is not enough. */
function imagesToRemove({ advice }: RequestEstimate): number {
  let most = 0;
  for (const one of advice) {
    if (one.code === "remove" && !one.isEnough) return 0;
    if (one.code === "remove" || one.code === "fewer-images") most = Math.max(most, one.images);
  }
  return most;
}

function shrinkSentences({ fitting: was }: AnnouncedState, { fitting }: AnnouncedState, messages: DropzoneMessages) {
  if (was?.status !== "shrinking") return [];
  if (fitting?.status === "shrunk") return [`${messages.shrunk(fitting.imageCount)}.`];
  return fitting?.status === "impossible"
    ? [`${messages.cannotShrink(fitting.missingBytes, fitting.unreadableCount ?? 0)}.`]
    : [];
}

/** The rows between those that are the same at both ends: usually one row of five hundred has changed. */
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

/** Failures are announced at once, successes when all uploads have ended, and progress not at all. */
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
    ...(failed.length > 0 ? [messages.announceUploadFailed(labelsOf(failed, messages))] : []),
    ...(uploaded.length > 0 ? [messages.announceUploaded(labelsOf(uploaded, messages))] : []),
  ];
}

function withUpload(items: readonly ImageItem[], status: UploadState["status"]): ImageItem[] {
  return items.filter((item) => item.status === "ready" && item.image && item.upload.status === status);
}

function reachedStep(before: number, after: number, total: number): boolean {
  if (total < PROGRESS_FROM_IMAGES) return false;
  return Math.floor((before / total) * PROGRESS_STEPS) !== Math.floor((after / total) * PROGRESS_STEPS);
}

const idsOf = (items: readonly ImageItem[] | undefined): ReadonlySet<string> =>
  items && items.length > 0 ? new Set(items.map(({ id }) => id)) : NONE;
const isPinned = ({ options }: ImageItem) => options?.pinned === true;
const isPending = ({ status }: ImageItem) => status === "waiting" || status === "working";
const labelsOf = (items: readonly ImageItem[], messages: DropzoneMessages) =>
  items.map((item) => labelOf(item, messages));
