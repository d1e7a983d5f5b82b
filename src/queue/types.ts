/** The queue's public types. An item is a union on `status`, so that an impossible state does not type-check. */
import type { DecodeProgress } from "../shared/app-codecs.js";
import type { Endpoint } from "../shared/endpoint.js";
import type { FormerNames } from "../shared/former-names.js";
import type { ImageError } from "../shared/errors.js";
import type { RequestEstimate } from "../meter/types.js";
import type { TallOptions } from "../shared/settings.js";
import type { RelocationMode, UploadFile } from "./relocation-mode.js";
import type {
  ImageHeader,
  ImageOptions,
  PreparedDocument,
  PreparedImage,
  PrepareOptions,
  StoredImage,
} from "../shared/types.js";
import type { UrlMode, UrlOk, UrlUnknown } from "../url/types.js";

interface ItemBase {
  /** Unique in the page; the same id from the drop to `PreparedImage.id`. */
  id: string;
  /**
   * The file's own name, or an address' host and path, without control and bidi characters; text, never markup. For a page
   * "scan.pdf (page 2 of 7)", always in English: the component shows it in the language of `messages`.
   */
  name: string;
  /** `name`, made unique in the list: "image.png (2)". It stays the same when others are removed. */
  label: string;
  /** The options given to `setImageOptions` for this image. */
  options?: ImageOptions | undefined;
}
/** Which pages of a file this item is, counted from 1: one, or those that have no place yet. */
export interface ItemPages {
  wanted: readonly number[];
  /** Number of pages in the file. */
  of: number;
  /** The file's own name; the item's `name` also has the page number, always in English. */
  name: string;
  /** The item is a piece of a tall picture (`tall: "split"`), not a page. */
  arePieces?: boolean | undefined;
  /** Id of the item that the file was added as: the same for all its pages. */
  from: string;
}

/** A file of several pages, to choose from. */
export interface FilePages {
  /** The file's own name. */
  name: string;
  count: number;
  /** Pages that are images of the list, counted from 1. */
  chosen: readonly number[];
  /** How many pages there is room for beside the other images. `Infinity`: no limit. */
  places: number;
  /** The most images at once, and the endpoint that sets that limit, by its label; `undefined`: the app does, by `maxFiles`. */
  maxImages: number;
  maxImagesOwner: string | undefined;
  /** A small picture of a page. Rejects with `ImageError`, or with the signal's reason. */
  thumbnail: (page: number, signal?: AbortSignal) => Promise<Blob>;
  /**
   * Replaces the file's pages in the list by these, in this order; pages that are ready stay ready. Those without a place are
   * rejected together. Throws `TypeError` for an empty list, and for a page that the file does not have.
   */
  choose: (pages: readonly number[]) => void;
}
/**
 * `url`: the address that the file was fetched from, if it was. `pages`: for a file of several pages, each of which is an item.
 */
export interface FileSource extends ItemBase {
  file: Blob;
  url?: string | undefined;
  pages?: ItemPages | undefined;
  /**
   * A small upright picture to show until the image is ready: the one that a camera put into the file (with the option
   * `thumbnails`), or the picture prepared before. It may show an earlier version of the picture. Of a PDF file that is sent as it is, the
   * first page: it comes after the item is ready, if one of `decoders` opens the file.
   */
  thumbnail?: Blob | undefined;
}
/** `url` is as it was given: with its query, which may be a secret, and perhaps not a valid address. */
export interface UrlSource extends ItemBase {
  file: undefined;
  url: string;
}
/** Where an item comes from. An address becomes a file once it is fetched. */
export type ItemSource = FileSource | UrlSource;

/** `header`: given for a page whose size is known. */
export type WaitingItem = ItemSource & { status: "waiting"; document?: undefined; header?: ImageHeader | undefined };
export type WorkingItem =
  /**
   * `header` is set once the first bytes are read, long before the picture is ready. `progress`: reported by a decoder in
   * `decoders`.
   */
  | (FileSource & {
      status: "working";
      document?: undefined;
      step: "prepare";
      header: ImageHeader | undefined;
      progress?: DecodeProgress | undefined;
    })
  /** `check`: the server is asked about the address; `fetch`: the image is being downloaded. */
  | (UrlSource & { status: "working"; document?: undefined; step: "check" | "fetch"; header: undefined });
/** Sent as bytes, or by the file id of its upload. */
export interface PreparedItem extends FileSource {
  status: "ready";
  image: PreparedImage;
  document?: undefined;
  upload: UploadState;
}
/** Sent by its address. `check.message` says what could not be found out about it; its pixels are unknown. */
export interface LinkedItem extends UrlSource {
  status: "ready";
  image: undefined;
  document?: undefined;
  check: UrlOk | UrlUnknown;
}
/** A PDF file that is sent as it is (option `documents`): one item, whatever pages it has. */
export interface DocumentItem extends FileSource {
  status: "ready";
  image: undefined;
  document: PreparedDocument;
}
/** Told apart by `image` and `document`. */
export type ReadyItem = PreparedItem | LinkedItem | DocumentItem;

/**
 * What becomes of PDF files. `"images"`: their pages become images, by the decoder `pdf()`; without one they are rejected. `"native"`: the
 * file itself is sent, where the endpoint takes it; else it is rejected. `"auto"`: the file itself where the endpoint takes it and it fits,
 * else its pages as images.
 */
export type DocumentMode = "images" | "native" | "auto";

/** The state of a ready image's upload to the provider's file store. A failed upload leaves the image inline. */
export type UploadState =
  | { status: "none" }
  /** `fraction`: 0 to 1, as the app's `uploadFile` reports it. */
  | { status: "uploading"; fraction: number }
  | { status: "uploaded"; fileId: string; provider: string }
  | { status: "failed"; error: ImageError };
export type RejectedItem = ItemSource & { status: "rejected"; document?: undefined; error: ImageError };
/** `waiting` -> `working` -> `ready` | `rejected`; `retry` and changed options lead back to `waiting`. */
export type ImageItem = WaitingItem | WorkingItem | ReadyItem | RejectedItem;

/**
 * `empty`: nothing prepared and nothing under way (rejected files may be listed); `working`: something is under way; `ready`:
 * nothing is under way and the request fits; `over`: nothing is under way, but the request is over a limit: bytes, images or
 * tokens.
 */
export type QueueStatus = "empty" | "working" | "ready" | "over";

/**
 * What `shrinkToFit` is expected to do: make `imageCount` images smaller, which saves about `savedBytes` of the request in all.
 */
export interface FitOffer {
  imageCount: number;
  savedBytes: number;
}

/** How the request is made to fit: by the option `fit`, or by `shrinkToFit`. */
export type Fitting =
  /** `offer`: given while the request is too large and `shrinkToFit` was not called, a moment after it became too large. */
  | { status: "none"; offer?: FitOffer }
  /**
   * Pictures are being made smaller, or larger again. The snapshot's status is `"working"`; the items stay as they are until all
   * are done.
   */
  | { status: "shrinking" }
  /** `imageCount` images are sent smaller than their options say, which saves `savedBytes` of the request. */
  | { status: "shrunk"; imageCount: number; savedBytes: number; offer?: FitOffer }
  /**
   * The request does not fit even at the lowest quality and the smallest size: it is `missingBytes` too large, or 0 if the limit
   * is not on bytes. The pictures are left as they were. `unreadableCount` of them, if any, can no longer be made smaller, since
   * their originals were deleted, moved or changed; they can if they are added again.
   */
  | { status: "impossible"; missingBytes: number; unreadableCount?: number };

/** The argument of `onReady`, in the order of the list. */
export interface ReadyRequest<B> {
  /** A mutable array, so that `content: blocks` fits the SDKs' types. */
  blocks: B[];
  /** The items of the blocks: `items[i]` belongs to `blocks[i]`. */
  items: readonly ReadyItem[];
  /** Only the prepared images; those sent by address are not included. */
  images: readonly PreparedImage[];
  /** File ids of the images that are sent by reference, by image id. */
  fileIds: ReadonlyMap<string, string>;
  rejected: readonly RejectedItem[];
  estimate: RequestEstimate;
}

/** Immutable; the same object until something in it changes. */
export interface QueueSnapshot<B> {
  items: readonly ImageItem[];
  status: QueueStatus;
  /** Defined only while `status` is `"ready"`. */
  ready: ReadyRequest<B> | undefined;
  /** Ids that the last `removeSent` removed: these were sent, not discarded. */
  sent: ReadonlySet<string>;
  /** The images that `undoRemove` would bring back: those of the last removal. */
  removed: readonly ImageItem[];
  estimate: RequestEstimate;
  fitting: Fitting;
}

export interface ImageQueueOptions<B>
  extends Omit<PrepareOptions, "endpoint" | "signal" | "page" | "password">, TallOptions, FormerNames {
  endpoint: Endpoint<B>;
  /**
   * Returns the body that the app will send with these blocks, which makes the meter exact: the object, not its JSON text. Called
   * often, with empty payloads: keep it pure.
   */
  request?: ((blocks: B[]) => unknown) | undefined;
  /** The app's own, smaller limit on the request body, in bytes (a proxy, a serverless function). The smaller limit wins. */
  maxRequestBytes?: number | undefined;
  /**
   * Most tokens that one request may have, images and conversation together: a model's context, or the tokens a minute of the
   * account (GitHub Models: 8,000). A second limit besides bytes; it has no effect on an endpoint without a `tokenModel`.
   */
  maxTokensPerRequest?: number | undefined;
  /** Tokens of the text and of earlier images, as the app counts or estimates them. @default 0: only the images here are counted */
  conversationTokens?: number | undefined;
  /**
   * `"request"`: the images are shrunk until the request fits, with as little loss as possible, and get their quality back when
   * there is room again. `"off"`: only when `shrinkToFit` is called. @default "off"
   */
  fit?: "off" | "request" | undefined;
  /** The most images at once; rejected files do not count. The endpoint's own limit applies as well. @default Infinity */
  maxFiles?: number | undefined;
  /**
   * Images in the conversation before this message; rules that depend on the count (Anthropic's above 20) include them. @default
   * 0
   */
  earlierImageCount?: number | undefined;
  /**
   * PDF files in the conversation before this message that are sent as they are: Bedrock takes five in a request, which has all
   * messages. Where the endpoint counts them or their pages with images, they belong to `earlierImageCount` as well. @default 0
   */
  earlierDocumentCount?: number | undefined;
  /** What the list begins with, as `restore` takes it; read once. For a message that is edited. */
  defaultImages?: readonly StoredImage[] | undefined;
  /**
   * What becomes of PDF files. A file that is sent as it is is one of `items`, with `document` in the place of `image`, and has a block of
   * its own, of the type `DocumentBlockOf` the endpoint. It is never uploaded. @default "images"
   */
  documents?: DocumentMode | undefined;
  /** What `addUrl` does; for the component also whether pictures and links dragged from other pages are taken. @default "off" */
  urls?: UrlMode | undefined;
  /**
   * Takes addresses that only this computer or network reaches; see `UrlOptions`. With `urls: "auto"` they are fetched, never
   * sent. @default false
   */
  allowPrivateHosts?: boolean | undefined;
  /** Called in place of the global `fetch` to download from an address: the app's own proxy, for sites that forbid reading. */
  fetch?: typeof fetch | undefined;
  /**
   * Items get the `thumbnail` inside their file, if there is one: some milliseconds after they were added, even while they wait.
   * For lists that show it. @default false; true in the hook and the component
   */
  thumbnails?: boolean | undefined;
  /** Stores an image with the provider, for `relocation`. Needs an endpoint that has a `fileBlock`. */
  uploadFile?: UploadFile | undefined;
  /** @default "auto" if `uploadFile` is given and the endpoint has a Files API, else "inline" */
  relocation?: RelocationMode | undefined;
  /** Time limit for one attempt of `uploadFile`, in milliseconds. @default 120_000 */
  uploadTimeoutMs?: number | undefined;
  /**
   * Called when nothing is under way, the request fits, and the images or the endpoint differ from the last call (if all were
   * removed: empty lists).
   */
  onReady?: ((ready: ReadyRequest<B>) => void) | undefined;
  /** Called at every change of the snapshot. */
  onChange?: ((snapshot: QueueSnapshot<B>) => void) | undefined;
  /** Called with newly rejected files and addresses, once each. */
  onReject?: ((rejected: readonly RejectedItem[]) => void) | undefined;
}

export interface RetryOptions {
  password?: string | undefined;
}

export interface ImageQueue<B> {
  /**
   * Appends files in the order given and returns the new ids. Never throws for a bad file: it becomes a `rejected` item. Throws `TypeError`
   * for what is no list of Files or Blobs.
   */
  add: (files: Iterable<Blob>) => string[];
  /**
   * Appends images that were prepared before and returns the new ids: those of a message that is edited, or of a draft. They become `ready`
   * as they are, whatever the options say, and are prepared again only if the endpoint does not take them. Each is read again, and becomes a
   * `rejected` item if its bytes are not a complete image. From then on it is its own original: other options, or a request that is made to
   * fit, use it, and never make it larger.
   */
  restore: (images: Iterable<StoredImage>) => string[];
  /**
   * Appends an image by its web address and returns the new id. It is checked with `checkImageUrl` first; then `urls` decides
   * whether it is downloaded or its address is sent. A bad address becomes a `rejected` item. Throws `TypeError` while `urls` is `"off"`.
   */
  addUrl: (url: string | URL) => string;
  /** Removes an item, or several, and stops the work on it. An unknown id is ignored: the item may have been removed already. */
  remove: (id: string | readonly string[]) => void;
  /**
   * Brings back what the last `remove` removed, in its place and as it was: ready images are not prepared again. Call it again
   * for the removal before, up to 20. Rejected files do not come back. Does nothing after `clear`, `removeSent` and
   * `forgetRemoved`.
   */
  undoRemove: () => void;
  /** Frees the memory of what `undoRemove` would bring back. The queue does this itself a minute after the last removal. */
  forgetRemoved: () => void;
  /** `toIndex` is clamped to the list. */
  move: (id: string, toIndex: number) => void;
  /**
   * Tries a `rejected` item or a failed upload again, and asks again about an address if something could not be found out.
   * `password`: for a file that was rejected with `password-needed` or `password-wrong`; it is kept for all pages of the file,
   * but not in the items.
   */
  retry: (id: string, options?: RetryOptions) => void;
  /**
   * The pages of the file that an item belongs to; `undefined` for an item that is not a page. Rejects if the code for it cannot
   * be loaded.
   */
  pagesOf: (id: string) => Promise<FilePages | undefined>;
  /** Sets the options of one image and prepares it again if its picture changes. An unknown id is ignored. */
  setImageOptions: (id: string, options: ImageOptions | undefined) => void;
  /**
   * Makes the request fit, once, by shrinking the images; images added later may need it again. They get their quality back when
   * there is room for it. `fitting` has the result. Does nothing if the request fits, and waits for work under way.
   */
  shrinkToFit: () => void;
  /**
   * Restores all images as their options say. They stay so, even with `fit: "request"`, until `shrinkToFit` is called or the list
   * is emptied.
   */
  undoShrink: () => void;
  /** Removes everything and stops all work. */
  clear: () => void;
  /**
   * Call it after sending: removes what `whenReady` or `onReady` returned, and rejected items. Images added in the meantime stay
   * for the next message. The component says that the images were sent, not removed.
   */
  removeSent: (ready: Pick<ReadyRequest<B>, "items" | "rejected">) => void;
  /**
   * Replaces all options. Pictures that the new ones would change are made again, from the original if it can still be read, else
   * from the picture prepared before. An image that cannot meet them is rejected, and comes back with the old options.
   */
  setOptions: (options: ImageQueueOptions<B>) => void;
  /** Calls the listener after every change, once per task. Returns the unsubscribe function. */
  subscribe: (listener: () => void) => () => void;
  getSnapshot: () => QueueSnapshot<B>;
  /**
   * Starts what is slow to start, so that the first image takes no longer than the tenth: call it when a person is about to add
   * one. It stops by itself if none is added. The React layer calls it on focus, on a drag and when the picker opens.
   */
  warm: () => void;
  /**
   * Resolves to an image's `ready` or `rejected` item, or to `undefined` if it is removed before, or unknown. An image counts as
   * ready even if the request is over its limit; `whenReady` checks the request.
   */
  settled: (id: string) => Promise<ReadyItem | RejectedItem | undefined>;
  /**
   * What a Send button awaits. Resolves when nothing is under way (also when the list is empty: empty `blocks`); rejects with an
   * `ImageError` `request-too-large` or `request-too-many-tokens` when the request does not fit, with what `request` threw, or
   * with the signal's reason. It always settles, since every step of the work has a time limit. The work goes on while a caller
   * waits, even after `pause`, and after the component has unmounted.
   */
  whenReady: (options?: { signal?: AbortSignal }) => Promise<ReadyRequest<B>>;
  /**
   * Stops work under way without losing a file, once no caller waits for it; `resume` and `whenReady` continue it. For an owner
   * that unmounts and may come back.
   */
  pause: () => void;
  resume: () => void;
}
