/**
 * All visible and spoken texts, in one object. Each can be replaced through the `messages` option. Functions receive plain
 * figures (bytes, pixels, counts), so that a translation can format them in its own way.
 */
import type { ImageError } from "../../shared/errors.js";
import type { LimitKind, RequestEstimate } from "../../meter/types.js";
import type { Advice, MediaType } from "../../shared/types.js";
import type { LinkedItem, WorkingItem } from "../../queue/types.js";
import type { Size } from "../../shared/types.js";
import { defaultMessages } from "./default-messages.js";
import type { PasteRejection } from "../drop/pasted-pictures.js";
import type { FormMessages } from "../forms/form-messages.js";
import type { DocumentMessages } from "../documents/document-messages.js";
import type { MenuMessages } from "../menu/menu-messages.js";
import type { PageMessages } from "../pages/page-messages.js";
import type { PreviewMessages } from "../preview/preview-messages.js";

/** Width and height in pixels, size in bytes. */
export interface PictureFigures extends Size {
  bytes: number;
}

/** A limit that the request exceeds, and the request's figure: bytes of the whole request, images, or tokens. */
export interface Excess {
  unit: LimitKind;
  actual: number;
  limit: number;
}

/**
 * The component's texts. `name` is an item's `label`: the file's name, or the host and path of an address, numbered if there are
 * several.
 */
export interface DropzoneMessages
  extends
    Partial<DocumentMessages>,
    Partial<PreviewMessages>,
    Partial<MenuMessages>,
    Partial<PageMessages>,
    Partial<FormMessages> {
  areaTitle: string;
  areaTitleCompact: string;
  areaTitleDragging: string;
  areaHint: string;
  inputLabel: string;
  listLabel: string;
  /** Shown in place of the list, the preview or the comparison if that part of the app could not be loaded. */
  listMissing: string;
  waiting: string;
  preparing: string;
  /** The code that decodes files of this type is being downloaded; `bytes`: its size, if known. */
  loadingDecoder: (mediaType: MediaType, bytes: number | undefined) => string;
  /** The server of an address is being asked about it. */
  checking: string;
  /** The picture at an address is being downloaded. */
  fetching: string;
  /** The name of an item's progress bar. */
  progressLabel: (name: string, step: WorkingItem["step"]) => string;
  /** A picture that is being prepared, as described by its header. */
  picture: (picture: PictureFigures) => string;
  /** A picture that is ready: the original, and what will be sent. */
  prepared: (source: PictureFigures, sent: PictureFigures) => string;
  /** A picture that is sent by its address: what its server says about it, or in `check.message` why it does not. */
  linked: (check: LinkedItem["check"]) => string;
  /** Being uploaded to the provider's file store; `percent` is `undefined` while it is unknown. */
  uploading: (percent: number | undefined) => string;
  /** The name of the upload's progress bar. */
  uploadLabel: (name: string) => string;
  uploaded: string;
  /** The upload failed for good, and the image is sent with the request as without uploads. */
  uploadFailed: (error: ImageError) => string;
  remove: (name: string) => string;
  retry: (name: string) => string;
  retryUpload: (name: string) => string;
  retryShort: string;
  /** How many of the listed files were rejected: shown above their names and reasons. */
  rejected: (rejected: number, total: number) => string;
  /** The button that dismisses all of them. */
  dismissAll: string;
  moveEarlier: (name: string) => string;
  moveLater: (name: string) => string;
  /** Why an image was rejected. Translations can use `error.code` and its figures. */
  error: (error: ImageError) => string;
  meterLabel: string;
  /** `capBytes` may be `Infinity`: no cap is known. */
  meterSize: (bytes: number, capBytes: number) => string;
  /** The text for a size that is an estimate; `size` comes from `meterSize`. */
  meterEstimate: (size: string) => string;
  /**
   * Replaces the size of a request that is nearly full: how many more images of the present size fit. Empty: the size is shown.
   * `imageCount`: images in this message; 0: the conversation takes the room.
   */
  meterRoom: (count: number, imageCount: number) => string;
  /**
   * The headline of a request that does not fit, one for each limit it exceeds. `imageCount`: images in this message; 0: its text
   * is too long.
   */
  meterOver: (excess: Excess, imageCount: number) => string;
  /** Replaces the size if tokens are what is nearly used up. `tokens` includes those of the conversation. */
  meterTokensOf: (tokens: number, limit: number) => string;
  /**
   * The tokens of the images, without the text and without `uncounted` images sent by address. `soFar`: some are still being
   * prepared.
   */
  meterTokens: (tokens: number, model: string, soFar: boolean, uncounted: number) => string;
  /** The button that shows and hides the details. */
  meterDetails: string;
  /**
   * The exact size; `capBytes` as for `meterSize`, `owner`: whose cap it is. `covers`: `"images"` if the app gives no `request`.
   */
  meterBytes: (
    bytes: number,
    capBytes: number,
    owner: RequestEstimate["capOwner"],
    covers: RequestEstimate["covers"],
  ) => string;
  /** The name of the group of buttons below. */
  meterActions: string;
  shrinkToFit: string;
  /** Replaces it as soon as the result is known; both figures are approximate. */
  shrinkToFitBy: (imageCount: number, savedBytes: number) => string;
  shrinking: string;
  /** `undo` is shown beside it. */
  shrunk: (imageCount: number) => string;
  /**
   * Not even the smallest pictures fit. `missingBytes` is 0 if the limit is not on bytes. `unreadableCount` images cannot be made
   * smaller, since their files were deleted, moved or changed.
   */
  cannotShrink: (missingBytes: number, unreadableCount: number) => string;
  /** The button that removes the last images of the list: as many as there are too many, else one. */
  removeLast: (imageCount: number) => string;
  /** One part of the request. */
  partConversation: (bytes: number) => string;
  partImages: (bytes: number) => string;
  partPending: (bytes: number) => string;
  advice: (advice: Advice) => string;
  announceAdded: (names: readonly string[]) => string;
  announceRemoved: (names: readonly string[]) => string;
  /** The images left the list by `removeSent`. */
  announceSent: (names: readonly string[]) => string;
  announceProgress: (done: number, total: number) => string;
  announceReady: (names: readonly string[]) => string;
  announceRejected: (rejected: readonly { name: string; reason: string }[]) => string;
  /** All uploads have ended. */
  announceUploaded: (names: readonly string[]) => string;
  announceUploadFailed: (names: readonly string[]) => string;
  /** `imageCount`: how many must be removed; 0: removing images is not enough. */
  announceOver: (excess: Excess, imageCount: number) => string;
  /** The request was over a limit and no longer is. */
  announceFits: string;
  /** Why a pasted picture was not added; shown as well as announced. */
  pasteRejected: (reason: PasteRejection) => string;

  /** The name of the button that opens an image large, if its figures are beside it. */
  openPreview: (name: string) => string;
  /** Shown on the area while files are dragged over the page outside it. */
  dropHere: string;
  /** Replaces `areaTitleDragging` if the browser says how many images are dragged over it. */
  dropCount: (imageCount: number) => string;
  /** None of the dragged files is an image. */
  imagesOnly: string;
  /** The button that hides a rejected file. */
  dismiss: (name: string) => string;
  removeAll: string;
  /** Warns that a screenshot was shrunk so far that small text in it may be lost; both sizes in pixels. */
  smallText: (source: Size, sent: Size) => string;
  /** The button that prepares it again, larger. */
  keepLarger: (name: string) => string;
  /** The button that cuts a tall screenshot into pieces, each large enough to read. */
  split: (name: string) => string;
  /** Shown for a few seconds after a removal, beside `undo`. Long names are shortened. */
  removedNotice: (names: readonly string[]) => string;
  undo: string;
  /** `undo` is shown beside it. */
  announceRemovedWithUndo: (names: readonly string[]) => string;
  announceRestored: (names: readonly string[]) => string;
  announceDismissed: (names: readonly string[]) => string;
  /** `position` counts from 1. */
  announceMoved: (position: number, count: number, name: string) => string;
}

/** Replaces some texts. A key that is present but `undefined` counts as not given. */
export function mergeMessages(
  messages: Partial<DropzoneMessages> | undefined,
  base: DropzoneMessages = defaultMessages,
): DropzoneMessages {
  return messages ? mergeWords(base, messages) : base;
}

/**
 * `given` over `base`. If a given function throws, the one of `base` is used, so that a faulty text cannot break the component.
 */
export function mergeWords<Base extends object, Given extends object>(base: Base, given: Given): Base & Given {
  const merged = { ...base } as Record<string, unknown>;
  for (const [key, words] of Object.entries(given)) {
    if (words !== undefined) merged[key] = guarded(key, words, merged[key]);
  }
  return merged as Base & Given;
}

type Words = (...figures: unknown[]) => unknown;
const isFunction = (words: unknown): words is Words => typeof words === "function";

function guarded(key: string, words: unknown, spare: unknown): unknown {
  if (!isFunction(words) || !isFunction(spare) || words === spare) return words;
  return (...figures: unknown[]) => {
    try {
      return words(...figures);
    } catch (cause) {
      // eslint-disable-next-line no-console -- the app's developer is to see it
      console.error(`vision-dropzone: messages.${key} threw; the default is shown.`, cause);
      return spare(...figures);
    }
  };
}
