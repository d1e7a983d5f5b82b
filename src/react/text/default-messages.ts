/** The words of the component as they are when nobody replaces them: English. */
import { formatName } from "../../shared/media-types.js";
import { formatCap, formatExcess, formatFileBytes, formatPartBytes, formatRequestBytes, hasCap } from "./format-bytes.js";
import type { DropzoneMessages, PictureFigures } from "./messages.js";
import { ARROW, SEPARATOR } from "./typography.js";

const several = (names: readonly string[]) => (names.length === 1 ? names[0] : `${names.length} images`);

/** More are counted: nobody listens to forty reasons. */
const MOST_REFUSALS_SPOKEN = 3;

const picture = ({ width, height, bytes }: PictureFigures) =>
  // A header may state no size (an SVG, some AVIF): better silent than "0x0".
  width > 0 && height > 0 ? `${width}x${height}, ${formatFileBytes(bytes)}` : formatFileBytes(bytes);

/** "Claude, standard resolution (Haiku 4.5, ...)": which models belong to it is more than a line can hold. */
const familyOf = (model: string) => model.replaceAll(/\s*\([^)]*\)/g, "");

const STEPS = { prepare: "Preparing", check: "Checking", fetch: "Fetching" } as const;

const PASTE_REFUSALS = {
  address: "The clipboard holds only the address of a picture. Save the picture and add the file.",
  several: "The clipboard holds only the addresses of several pictures. Copy them one at a time.",
  unreadable: "The picture on the clipboard cannot be read. Save it and add the file.",
} as const;

/** Made once: making one takes longer than all the rest of a keystroke. */
let counting: Intl.NumberFormat | undefined;
const grouped = (value: number) => (counting ??= new Intl.NumberFormat("en-US")).format(value);

/** The default words: English. */
export const defaultMessages: DropzoneMessages = {
  areaTitle: "Drop, paste or choose images",
  areaTitleCompact: "Add images",
  areaTitleDragging: "Drop to add",
  areaHint: "Downsized on this device before anything is sent",
  inputLabel: "Choose images",
  listLabel: "Images",
  waiting: "Waiting",
  preparing: "Preparing",
  checking: "Checking the address",
  fetching: "Fetching",
  progressLabel: (name, step) => `${STEPS[step]} ${name}`,
  picture,
  prepared: (source, sent) => `${picture(source)} ${ARROW} ${picture(sent)}`,
  linked: (check) => `Sent by address${SEPARATOR}${check.status === "ok" ? `${formatName(check.mediaType)}, ${formatFileBytes(check.bytes)}` : check.message}`,
  uploading: (percent) => (percent === undefined ? "Uploading" : `Uploading ${percent} %`),
  uploadLabel: (name) => `Uploading ${name}`,
  uploaded: "stored with the provider",
  uploadFailed: (error) => `Goes inline instead. ${error.message}`,
  remove: (name) => `Remove ${name}`,
  retry: (name) => `Try ${name} again`,
  retryUpload: (name) => `Try to upload ${name} again`,
  retryShort: "Try again",
  refusals: (refused, total) => (refused === total ? `All ${total} refused` : `${refused} of ${total} refused`),
  showRefused: "Show next",
  removeRefused: "Remove refused",
  moveEarlier: (name) => `Move ${name} earlier`,
  moveLater: (name) => `Move ${name} later`,
  error: (error) => error.message,
  meterLabel: "Request size",
  meterSize: (bytes, capBytes, owner) => {
    const size = formatRequestBytes(bytes, capBytes);
    if (!hasCap(capBytes)) return `${size}, no limit known`;
    return owner === "app" ? `${size} of ${formatCap(capBytes)}, this app's limit` : `${size} of ${formatCap(capBytes)}`;
  },
  meterExact: "exact",
  meterImagesOnly: "images only",
  meterEstimate: "estimate",
  meterRoom: (count) => {
    if (count === 0) return "no more photos fit";
    return count === 1 ? "about 1 more photo fits" : `about ${count} more photos fit`;
  },
  meterOver: (bytes, capBytes) => `${formatExcess(bytes, capBytes)} too much`,
  meterTooManyImages: "too many images for one request",
  meterTokensOf: (tokens, limit) => `${grouped(tokens)} of ${grouped(limit)} tokens, the tighter limit`,
  meterTooManyTokens: (tokens, limit) => `${grouped(tokens)} tokens, ${grouped(tokens - limit)} more than the ${grouped(limit)} allowed`,
  meterTokens: (tokens, model, soFar, uncounted) => {
    const without = uncounted === 0 ? "" : `, without ${uncounted === 1 ? "one image" : `${uncounted} images`} sent by address`;
    return `about ${grouped(tokens)} image ${tokens === 1 ? "token" : "tokens"}${soFar ? " so far" : ""} (${familyOf(model)})${without}`;
  },
  partConversation: (bytes, capBytes) => `Conversation ${formatPartBytes(bytes, capBytes)}`,
  partImages: (bytes, capBytes) => `Images ${formatPartBytes(bytes, capBytes)}`,
  partPending: (bytes, capBytes) => `Under way ${formatPartBytes(bytes, capBytes)}`,
  advice: (advice) => advice.message,
  announceAdded: (names) => `${several(names)} added.`,
  announceRemoved: (names) => `${several(names)} removed.`,
  announceSent: (names) => `${several(names)} sent.`,
  announceProgress: (done, total) => `${done} of ${total} ready.`,
  announceReady: (names) => `${several(names)} ready.`,
  announceRefused: (refusals) => {
    const [first] = refusals;
    if (first && refusals.length > MOST_REFUSALS_SPOKEN) return `${refusals.length} files refused. The first, ${first.name}: ${first.reason}`;
    return refusals.map(({ name, reason }) => `${name} refused: ${reason}`).join(" ");
  },
  announceUploaded: (names) => `${several(names)} stored with the provider.`,
  announceUploadFailed: (names) => `${several(names)} could not be uploaded and ${names.length === 1 ? "goes" : "go"} inline instead.`,
  announceOver: "The request is too large to send.",
  announceTooManyImages: "The request has too many images to send.",
  announceTooManyTokens: "The request has too many tokens to send.",
  pasteRefused: (reason) => PASTE_REFUSALS[reason],
};
