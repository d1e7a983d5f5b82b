/** The words of the preview and the comparison, which are loaded with them. Replaced through `messages`, as all others. */
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
  /** One thing that was done to the picture, and why. `change.code` and its figures are there for translations. */
  change: (change: Change) => string;
  /** Prepares this image anew, as large as the model sees it, and as it was. */
  previewKeepLarger: string;
  previewKeepSmaller: string;
  previewRemove: string;
  /** The two pictures that are compared, as labels on them and for readers. */
  compareOriginal: string;
  compareSent: string;
  compareOriginalAlt: (name: string) => string;
  compareSentAlt: (name: string) => string;
  /** The name of the slider, and its value: how much of the original is shown. */
  compareSlider: string;
  compareShare: (percent: number) => string;
  /** A picture larger than its frame, which arrow keys move. */
  comparePan: string;
  compareActualSize: string;
  /** The label of how much smaller it is, and how much, of two sizes in bytes. */
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
  compareSent: "Sent",
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

/** Those of the root, over the English ones. */
export function withPreviewWords(messages: DropzoneMessages): AllMessages {
  return mergeWords(englishWords, messages);
}
