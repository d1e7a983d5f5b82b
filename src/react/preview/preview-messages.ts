/** The texts of the preview and the comparison, loaded with them. Replaced through `messages`, like all others. */
import type { Change } from "../../shared/types.js";
import { type DropzoneMessages, mergeWords } from "../text/messages.js";

/** Functions receive plain figures, as in `DropzoneMessages`. */
export interface PreviewMessages {
  previewClose: string;
  previewPrevious: string;
  previewNext: string;
  /** `index` is counted from 1. */
  previewPosition: (index: number, count: number) => string;
  /** The name of the list of changes. */
  previewChanges: string;
  /** One thing that was done to the picture, and why. Translations can use `change.code` and its figures. */
  change: (change: Change) => string;
  /** Buttons that prepare this image again: as large as the model sees it, and as before. */
  previewKeepLarger: string;
  previewKeepSmaller: string;
  previewRemove: string;
  /** Labels of the two pictures, also read by screen readers. */
  compareOriginal: string;
  compareSent: string;
  compareOriginalAlt: (name: string) => string;
  compareSentAlt: (name: string) => string;
  /** The name of the slider, and its value: how much of the original is shown. */
  compareSlider: string;
  compareShare: (percent: number) => string;
  /** The name of a picture larger than its frame, which arrow keys move. */
  comparePan: string;
  compareActualSize: string;
  /** How much smaller or larger it is, given two sizes in bytes. */
  compareSaving: string;
  compareSaved: (originalBytes: number, sentBytes: number) => string;
  /** Why there is no original to compare with. */
  originalUnshown: (format: string) => string;
  originalGone: string;
}

/** The English words. */
const englishWords: PreviewMessages = {
  previewClose: "Close",
  previewPrevious: "Previous image",
  previewNext: "Next image",
  previewPosition: (index, count) => `${index} of ${count}`,
  previewChanges: "What was changed",
  change: ({ reason }) => reason,
  previewKeepLarger: "Keep larger",
  previewKeepSmaller: "Use normal size",
  previewRemove: "Remove",
  compareOriginal: "Original",
  compareSent: "Will be sent",
  compareOriginalAlt: (name) => `${name}, the original`,
  compareSentAlt: (name) => `${name}, as it is sent`,
  compareSlider: "How much of the original to show",
  compareShare: (percent) => `${percent} % original`,
  comparePan: "Picture at its actual size. Arrow keys move it.",
  compareActualSize: "Actual size",
  compareSaving: "Size",
  compareSaved: (originalBytes, sentBytes) => {
    if (sentBytes === originalBytes) return "unchanged";
    const percent = Math.round((Math.abs(originalBytes - sentBytes) / originalBytes) * 100);
    return `${Math.max(1, percent)} % ${sentBytes < originalBytes ? "smaller" : "larger"}`;
  },
  originalUnshown: (format) => `This browser can't show the original (${format}).`,
  originalGone: "The original file was moved or deleted.",
};

export type AllMessages = DropzoneMessages & PreviewMessages;

/** The root's messages over the English ones. */
export function withPreviewWords(messages: DropzoneMessages): AllMessages {
  return mergeWords(englishWords, messages);
}
