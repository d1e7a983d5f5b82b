/**
 * Every word that is seen or spoken, in one object. All of it can be replaced through the `messages` prop, one by one;
 * functions receive plain figures (bytes, pixels, counts), so that a translation may format them its own way.
 */
import type { ImageError } from "../core/errors.js";
import type { Advice, RequestEstimate } from "../core/meter/types.js";
import { FORMAT_NAMES } from "../core/media-types.js";
import type { LinkedItem, WorkingItem } from "../core/queue/types.js";
import type { Size } from "../core/types.js";
import { formatCap, formatExcess, formatFileBytes, formatPartBytes, formatRequestBytes, hasCap } from "./format-bytes.js";

/** Width and height in pixels, size in bytes. */
export interface PictureFigures extends Size {
  bytes: number;
}

/** The words of the component. `name` is a file's name as the person gave it, or the host and path of an address. */
export interface DropzoneMessages {
  areaTitle: string;
  areaTitleCompact: string;
  areaTitleDragging: string;
  areaHint: string;
  inputLabel: string;
  listLabel: string;
  waiting: string;
  preparing: string;
  /** The server of an address is asked what lies there. */
  checking: string;
  /** What lies at an address is being downloaded. */
  fetching: string;
  /** The name of an item's progress bar. */
  progressLabel: (name: string, step: WorkingItem["step"]) => string;
  /** A picture under way, as its header describes it. */
  picture: (picture: PictureFigures) => string;
  /** A picture that is ready: what came in, what will be sent. */
  prepared: (source: PictureFigures, sent: PictureFigures) => string;
  /** A picture that is sent by its address: what its server says of it, or in `check.message` why it does not. */
  linked: (check: LinkedItem["check"]) => string;
  /** On its way to the provider's file store; `percent` is `undefined` as long as nobody knows. */
  uploading: (percent: number | undefined) => string;
  /** The name of the upload's progress bar. */
  uploadLabel: (name: string) => string;
  uploaded: string;
  /** The upload failed for good, and the image goes with the request as if there were none. */
  uploadFailed: (error: ImageError) => string;
  remove: (name: string) => string;
  retry: (name: string) => string;
  retryUpload: (name: string) => string;
  retryShort: string;
  /** How many of the list were refused: shown beside a long one. */
  refusals: (refused: number, total: number) => string;
  /** Goes to the next of them. */
  showRefused: string;
  /** Removes all of them. */
  removeRefused: string;
  moveEarlier: (name: string) => string;
  moveLater: (name: string) => string;
  /** A refusal. `error.code` and its figures are there for translations. */
  error: (error: ImageError) => string;
  meterLabel: string;
  /** `capBytes` may be `Infinity`: no cap is known. `owner` says whose it is. */
  meterSize: (bytes: number, capBytes: number, owner: RequestEstimate["capOwner"]) => string;
  meterExact: string;
  meterEstimate: string;
  /** How many more images of the present size fit. Not called when there is no cap. */
  meterRoom: (count: number) => string;
  meterOver: (bytes: number, capBytes: number) => string;
  meterTooManyImages: string;
  /**
   * What the images cost, text not counted. `soFar`: images under way are not counted either; nor are the `uncounted` ones, which
   * are sent by address.
   */
  meterTokens: (tokens: number, model: string, soFar: boolean, uncounted: number) => string;
  /** One part of the request; `capBytes` as for `meterSize`, so that both are in one family of units. */
  partConversation: (bytes: number, capBytes: number) => string;
  partImages: (bytes: number, capBytes: number) => string;
  partPending: (bytes: number, capBytes: number) => string;
  advice: (advice: Advice) => string;
  announceAdded: (names: readonly string[]) => string;
  announceRemoved: (names: readonly string[]) => string;
  /** They left the list by `removeSent`. */
  announceSent: (names: readonly string[]) => string;
  announceProgress: (done: number, total: number) => string;
  announceReady: (names: readonly string[]) => string;
  announceRefused: (refusals: readonly { name: string; reason: string }[]) => string;
  /** All uploads under way have ended. */
  announceUploaded: (names: readonly string[]) => string;
  announceUploadFailed: (names: readonly string[]) => string;
  announceOver: string;
}

const several = (names: readonly string[]) => (names.length === 1 ? names[0] : `${names.length} images`);

/** More are counted: nobody listens to forty reasons. */
const MOST_REFUSALS_SPOKEN = 3;

const picture = ({ width, height, bytes }: PictureFigures) =>
  // A header may state no size (an SVG, some AVIF): better silent than "0x0".
  width > 0 && height > 0 ? `${width}x${height}, ${formatFileBytes(bytes)}` : formatFileBytes(bytes);

/** "Claude, standard resolution (Haiku 4.5, ...)": which models belong to it is more than a line can hold. */
const familyOf = (model: string) => model.replaceAll(/\s*\([^)]*\)/g, "");

const STEPS = { prepare: "Preparing", check: "Checking", fetch: "Fetching" } as const;
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
  prepared: (source, sent) => `${picture(source)} → ${picture(sent)}`,
  linked: (check) => `Sent by address · ${check.status === "ok" ? `${FORMAT_NAMES[check.mediaType]}, ${formatFileBytes(check.bytes)}` : check.message}`,
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
  meterEstimate: "estimate",
  meterRoom: (count) => {
    if (count === 0) return "no more photos fit";
    return count === 1 ? "about 1 more photo fits" : `about ${count} more photos fit`;
  },
  meterOver: (bytes, capBytes) => `${formatExcess(bytes, capBytes)} too much`,
  meterTooManyImages: "too many images for one request",
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
};

/** Some words replaced, the rest as they are. A key that is present but `undefined` counts as not given. */
export function mergeMessages(messages: Partial<DropzoneMessages> | undefined): DropzoneMessages {
  if (!messages) return defaultMessages;
  const given = Object.entries(messages).filter(([, words]) => words !== undefined);
  return { ...defaultMessages, ...(Object.fromEntries(given) as Partial<DropzoneMessages>) };
}
