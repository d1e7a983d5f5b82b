/** The English words, used unless the app replaces them. */
import { formatName } from "../../shared/media-types.js";
import { formatCap, formatExcess, formatFileBytes, formatUsage, hasCap } from "./format-bytes.js";
import type { DropzoneMessages, Excess, PictureFigures } from "./messages.js";
import { ABOUT, ARROW, ELLIPSIS, SEPARATOR, TIMES } from "./typography.js";

const several = (names: readonly string[]) => (names.length === 1 ? names[0] : `${names.length} images`);

/** If there are more, only the first reason is spoken: forty would be too many. */
const MOST_REASONS_SPOKEN = 3;

const picture = ({ width, height, bytes }: PictureFigures) =>
  // A header may state no size (an SVG, some AVIF): better no size than "0 x 0".
  width > 0 && height > 0 ? `${width} ${TIMES} ${height}, ${formatFileBytes(bytes)}` : formatFileBytes(bytes);

const STEPS = { prepare: "Preparing", check: "Checking", fetch: "Downloading" } as const;

/** Room for more images than this is not worth a note. */
const MOST_ROOM_SHOWN = 19;

const PASTE_REJECTIONS = {
  address: "Only a link to the picture was copied. Save the picture and add the file.",
  several: "Only links to the pictures were copied. Copy one picture at a time.",
  unreadable: "The copied picture cannot be read. Save it and add the file.",
} as const;

/** Made once: making one takes longer than the rest of a keystroke. */
let counting: Intl.NumberFormat | undefined;
const grouped = (value: number) => (counting ??= new Intl.NumberFormat("en-US")).format(value);
const rounded = (value: number) => grouped(Number(value.toPrecision(2)));

function excessText({ unit, actual, limit }: Excess): string {
  if (unit === "bytes") return formatExcess(actual, limit);
  const figure = actual - limit;
  return `${grouped(figure)} ${figure === 1 ? unit.slice(0, -1) : unit}`;
}

/** The default words: English. */
export const defaultMessages: DropzoneMessages = {
  areaTitle: "Drop, paste or choose images",
  areaTitleCompact: "Add images",
  areaTitleDragging: "Drop to add",
  areaHint: "Resized on your device before sending",
  inputLabel: "Choose images",
  listLabel: "Images",
  listMissing: "Part of the app could not be loaded. Reload the page to see your images.",
  waiting: "Waiting",
  preparing: "Preparing",
  loadingDecoder: (mediaType, bytes) =>
    `Loading ${formatName(mediaType)} decoder${bytes === undefined ? "" : `, ${formatFileBytes(bytes)}`}`,
  checking: "Checking the link",
  fetching: "Downloading",
  progressLabel: (name, step) => `${STEPS[step]} ${name}`,
  picture,
  prepared: (source, sent) => `${picture(source)} ${ARROW} ${picture(sent)}`,
  linked: (check) =>
    `Sent as a link${SEPARATOR}${check.status === "ok" ? `${formatName(check.mediaType)}, ${formatFileBytes(check.bytes)}` : check.message}`,
  uploading: (percent) => (percent === undefined ? "Uploading" : `Uploading ${percent} %`),
  uploadLabel: (name) => `Uploading ${name}`,
  uploaded: "Uploaded",
  uploadFailed: (error) => `Upload failed, will be sent with the message. ${error.message}`,
  remove: (name) => `Remove ${name}`,
  retry: (name) => `Try ${name} again`,
  retryUpload: (name) => `Try to upload ${name} again`,
  retryShort: "Try again",
  rejected: (rejected) => (rejected === 1 ? "1 file wasn't added" : `${rejected} files weren't added`),
  dismissAll: "Dismiss all",
  moveEarlier: (name) => `Move ${name} earlier`,
  moveLater: (name) => `Move ${name} later`,
  error: (error) => error.message,
  meterLabel: "Request size",
  meterSize: formatUsage,
  meterEstimate: (size) => `About ${size}`,
  meterRoom: (count, imageCount) => {
    if (count > MOST_ROOM_SHOWN) return "";
    if (count === 0) return imageCount === 0 ? "The conversation fills this limit" : "No room for more photos";
    return count === 1 ? "Room for one more photo" : `Room for about ${count} more photos`;
  },
  meterOver: (excess, imageCount) => {
    const { unit, limit } = excess;
    const over = `${excessText(excess)} over the ${unit === "bytes" ? `${formatCap(limit)} limit` : `limit of ${grouped(limit)}`}`;
    return imageCount > 0 ? over : `The message alone is ${over}`;
  },
  meterTokensOf: (tokens, limit) => `${grouped(tokens)} of ${grouped(limit)} tokens`,
  meterTokens: (tokens, _model, soFar, uncounted) => {
    const without =
      uncounted === 0
        ? ""
        : `, not counting ${uncounted === 1 ? "one image" : `${uncounted} images`} sent as ${uncounted === 1 ? "a link" : "links"}`;
    return `${ABOUT} ${rounded(tokens)} ${tokens === 1 ? "token" : "tokens"}${soFar ? " so far" : ""}${without}`;
  },
  meterDetails: "Details",
  meterBytes: (bytes, capBytes, owner, covers) => {
    const size = hasCap(capBytes)
      ? `${grouped(bytes)} of ${grouped(capBytes)} bytes${owner === "app" ? ", this app's limit" : ""}`
      : `${grouped(bytes)} bytes, no published limit`;
    return covers === "images" ? `${size}, images only` : size;
  },
  meterActions: "Make it fit",
  shrinkToFit: "Shrink to fit",
  shrinkToFitBy: (imageCount, savedBytes) =>
    `Shrink to fit (${imageCount === 1 ? "1 image" : `${imageCount} images`}, about ${formatFileBytes(savedBytes)} less)`,
  shrinking: `Shrinking${ELLIPSIS}`,
  shrunk: (imageCount) => `${imageCount === 1 ? "1 image" : `${imageCount} images`} shrunk to fit`,
  cannotShrink: (missingBytes, unreadableCount) => {
    const [files, them] = unreadableCount === 1 ? ["One image", "it"] : [`${unreadableCount} images`, "them"];
    const lost = unreadableCount > 0 ? `. ${files} can no longer be read: add ${them} again to shrink ${them}` : "";
    return missingBytes > 0
      ? `Still ${formatFileBytes(missingBytes)} too large at the smallest size${lost}`
      : `Too large even at the smallest size${lost}`;
  },
  removeLast: (imageCount) => (imageCount === 1 ? "Remove last image" : `Remove last ${imageCount} images`),
  partConversation: (bytes) => `Earlier messages ${formatFileBytes(bytes)}`,
  partImages: (bytes) => `Images ${formatFileBytes(bytes)}`,
  partPending: (bytes) => `Still preparing: about ${formatFileBytes(bytes)}`,
  advice: ({ message }) => message,
  announceAdded: (names) => `${several(names)} added.`,
  announceRemoved: (names) => `${several(names)} removed.`,
  announceSent: (names) => `${several(names)} sent.`,
  announceProgress: (done, total) => `${done} of ${total} ready.`,
  announceReady: (names) => `${several(names)} ready.`,
  announceRejected: (rejected) => {
    const [first] = rejected;
    if (first && rejected.length > MOST_REASONS_SPOKEN)
      return `${rejected.length} files weren't added. The first, ${first.name}: ${first.reason}`;
    return rejected.map(({ name, reason }) => `${name} wasn't added: ${reason}`).join(" ");
  },
  announceUploaded: (names) => `${several(names)} uploaded.`,
  announceUploadFailed: (names) => `${several(names)} could not be uploaded and will be sent with the message.`,
  announceOver: (excess, imageCount) => {
    const step =
      imageCount === 0 ? "shorten the message" : `remove ${imageCount === 1 ? "one image" : `${imageCount} images`}`;
    return `${excessText(excess)} over the limit: ${step}.`;
  },
  announceFits: "The message fits again.",
  pasteRejected: (reason) => PASTE_REJECTIONS[reason],

  openPreview: (name) => `Show ${name}`,
  dropHere: "Drop here",
  dropCount: (imageCount) => `Drop to add ${imageCount === 1 ? "1 image" : `${imageCount} images`}`,
  imagesOnly: "Images only",
  dismiss: (name) => `Dismiss ${name}`,
  removeAll: "Remove all images",
  smallText: (source, sent) =>
    `Small text may be hard to read at ${Math.round((sent.width / source.width) * 100)} % of its size`,
  keepLarger: (name) => `Keep ${name} larger`,
  split: (name) => `Split ${name} into readable pieces`,
  removedNotice: (names) => `Removed ${several(names)}.`,
  undo: "Undo",
  announceRemovedWithUndo: (names) => `Removed ${several(names)}. Undo available.`,
  announceRestored: (names) => `${several(names)} restored.`,
  announceDismissed: (names) => `${names.length === 1 ? names[0] : `${names.length} files`} dismissed.`,
  announceMoved: (position, count) => `Moved to ${position} of ${count}.`,
};
