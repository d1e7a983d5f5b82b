/** The queue's public shapes. An item is a union on `status`: a state that cannot be does not type-check. */
import type { DecodeProgress } from "../shared/app-codecs.js";
import type { Endpoint } from "../shared/endpoint.js";
import type { FormerNames } from "../shared/former-names.js";
import type { ImageError } from "../shared/errors.js";
import type { RequestEstimate } from "../meter/types.js";
import type { TallOptions } from "../shared/settings.js";
import type { RelocationMode, UploadFile } from "./relocation-mode.js";
import type { ImageHeader, ImageOptions, PreparedImage, PrepareOptions, StoredImage } from "../shared/types.js";
import type { UrlMode, UrlOk, UrlUnknown } from "../url/types.js";

interface ItemBase {
  /** Unique in the page; the same id from the drop to `PreparedImage.id`. */
  id: string;
  /**
   * As the person named the file, or an address by its host and path, without control and bidi characters; text, never markup. Of a page
   * "scan.pdf (page 2 of 7)", in English for all: the component says it in the words of `messages`.
   */
  name: string;
  /** `name`, told apart from the others in the list: "image.png (2)". It stays as it is when others are removed. */
  label: string;
  /** As `setImageOptions` was given them for this image. */
  options?: ImageOptions | undefined;
}
/** Which of a file's pages an item stands for, counted from 1: one, or those for which there was no room yet. */
export interface ItemPages {
  wanted: readonly number[];
  /** Pages in the file. */
  of: number;
  /** The file's own name; the item's is followed by the number of the page in English, whatever is shown. */
  name: string;
  /** They are pieces of one tall picture (`tall: "split"`), not pages. */
  arePieces?: boolean | undefined;
  /** Id of the item as which the file was added: the same for all its pages. */
  from: string;
}

/** A file of several pages, for a choice among them. */
export interface FilePages {
  /** The file's own name. */
  name: string;
  count: number;
  /** Pages that are images of the list, counted from 1. */
  chosen: readonly number[];
  /** How many pages there is room for beside the other images. `Infinity`: as many as there are. */
  places: number;
  /** Most images at once, and whose limit that is: "This message", "Anthropic Messages". */
  maxImages: number;
  maxImagesOwner: string;
  /** A small picture of a page. Rejects with `ImageError`, or with the signal's reason. */
  thumbnail: (page: number, signal?: AbortSignal) => Promise<Blob>;
  /**
   * These pages become images in the place of those in the list, in this order; what is ready of them stays so. Those for which there is no
   * room are rejected together. Throws `TypeError` for none, and for a page that the file does not have.
   */
  choose: (pages: readonly number[]) => void;
}
/** `url`: where the file was fetched from, if it was. `pages`: of a file of several, which is an item a page. */
export interface FileSource extends ItemBase {
  file: Blob;
  url?: string | undefined;
  pages?: ItemPages | undefined;
  /**
   * A small picture of it to show until it is ready, upright: the one that a camera put into the file (with the option `thumbnails`), or what
   * was made of it before. It may be that of an earlier version of the picture.
   */
  thumbnail?: Blob | undefined;
}
/** `url` as it was given: with its query, which may be a secret, and perhaps no address at all. */
export interface UrlSource extends ItemBase {
  file: undefined;
  url: string;
}
/** Where an item comes from. An address becomes a file as soon as it is fetched. */
export type ItemSource = FileSource | UrlSource;

/** `header`: of a page, where its size is known. */
export type WaitingItem = ItemSource & { status: "waiting"; header?: ImageHeader | undefined };
export type WorkingItem =
  /** `header` is known as soon as the first bytes were read, long before the picture is ready. `progress`: of a decoder in `decoders`. */
  | (FileSource & {
      status: "working";
      step: "prepare";
      header: ImageHeader | undefined;
      progress?: DecodeProgress | undefined;
    })
  /** `check`: its server is asked what lies there; `fetch`: it is being downloaded. */
  | (UrlSource & { status: "working"; step: "check" | "fetch"; header: undefined });
/** Sent by its bytes, or by the file id of its upload. */
export interface PreparedItem extends FileSource {
  status: "ready";
  image: PreparedImage;
  upload: UploadState;
}
/** Sent by its address. `check.message` says what could not be learned of it; its pixels are not known at all. */
export interface LinkedItem extends UrlSource {
  status: "ready";
  image: undefined;
  check: UrlOk | UrlUnknown;
}
/** Told apart by `image`. */
export type ReadyItem = PreparedItem | LinkedItem;

/** Where a ready image stands on its way to the provider's file store. A failed upload leaves the image inline. */
export type UploadState =
  | { status: "none" }
  /** `fraction`: 0 to 1, as the app's `uploadFile` reports it. */
  | { status: "uploading"; fraction: number }
  | { status: "uploaded"; fileId: string; provider: string }
  | { status: "failed"; error: ImageError };
export type RejectedItem = ItemSource & { status: "rejected"; error: ImageError };
/** `waiting` -> `working` -> `ready` | `rejected`; `retry` and changed options lead back to `waiting`. */
export type ImageItem = WaitingItem | WorkingItem | ReadyItem | RejectedItem;

/**
 * `empty`: nothing prepared and nothing under way (rejected files may be listed); `working`: something is under way;
 * `ready`: all settled and the request fits; `over`: all settled, but the request is over a limit: bytes, images or tokens.
 */
export type QueueStatus = "empty" | "working" | "ready" | "over";

/** What `shrinkToFit` would do, as foretold: it would make `imageCount` images smaller, by about `savedBytes` of the request together. */
export interface FitOffer {
  imageCount: number;
  savedBytes: number;
}

/** How the request is made to fit: by the option `fit`, or by `shrinkToFit`. */
export type Fitting =
  /** `offer`: while the request is too large and `shrinkToFit` was not called. It comes a moment after that. */
  | { status: "none"; offer?: FitOffer }
  /** Pictures are being made smaller, or larger again. The snapshot's status is `"working"`; the items stay as they are until all is done. */
  | { status: "shrinking" }
  /** `imageCount` images are sent smaller than their options say, which saves `savedBytes` of the request. */
  | { status: "shrunk"; imageCount: number; savedBytes: number; offer?: FitOffer }
  /**
   * Not even at the lowest quality and the smallest size: `missingBytes` are still too many, 0 where bytes are not what is too much.
   * The pictures are left as they were. `unreadableCount` of them, if any, can no longer be made smaller, since their originals were
   * deleted, moved or changed: added again, they can.
   */
  | { status: "impossible"; missingBytes: number; unreadableCount?: number };

/** What `onReady` hands over: in the order of the list. */
export interface ReadyRequest<B> {
  /** A list of their own, so that `content: blocks` fits the SDKs' types. */
  blocks: B[];
  /** What each block stands for: `items[i]` is that of `blocks[i]`. */
  items: readonly ReadyItem[];
  /** The prepared images alone; those that are sent by address are not among them. */
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
  /** Ids of what the last `removeSent` took out: sent, not thrown away. */
  sent: ReadonlySet<string>;
  /** What `undoRemove` would bring back: the images of the last removal. */
  removed: readonly ImageItem[];
  estimate: RequestEstimate;
  fitting: Fitting;
}

export interface ImageQueueOptions<B>
  extends Omit<PrepareOptions, "endpoint" | "signal" | "page" | "password">, TallOptions, FormerNames {
  endpoint: Endpoint<B>;
  /** Returns the body the app will send with these blocks; makes the meter exact. Called often, with empty payloads: keep it pure. */
  request?: ((blocks: B[]) => unknown) | undefined;
  /** The app's own, smaller limit on the request body, in bytes (a proxy, a serverless function). The smaller limit wins. */
  maxRequestBytes?: number | undefined;
  /**
   * Most tokens that one request may have, images and conversation together: a model's context, or the tokens a minute of the account
   * (GitHub Models: 8,000). A second limit beside the bytes; of no effect on an endpoint without a `tokenModel`.
   */
  maxTokensPerRequest?: number | undefined;
  /** Tokens of the text and of earlier images, as the app counts or estimates them. @default 0: only the images here are counted */
  conversationTokens?: number | undefined;
  /**
   * `"request"`: the images are shrunk until the request fits, in the way that costs them least, and get their quality back when there is
   * room again. `"off"`: only when `shrinkToFit` is called. @default "off"
   */
  fit?: "off" | "request" | undefined;
  /** Most images at once; rejected files take no place. The endpoint's own count applies as well. @default Infinity */
  maxFiles?: number | undefined;
  /** Images in the conversation before this message; rules that depend on the count (Anthropic's above 20) see them. @default 0 */
  earlierImageCount?: number | undefined;
  /** What the list begins with, as `restore` takes it; read once. For a message that is edited. */
  defaultImages?: readonly StoredImage[] | undefined;
  /** What `addUrl` does; for the component also whether pictures and links dragged from other pages are taken. @default "off" */
  urls?: UrlMode | undefined;
  /**
   * Takes addresses that only this computer or network reaches; see `UrlOptions`. With `urls: "auto"` they are fetched, never
   * sent. @default false
   */
  allowPrivateHosts?: boolean | undefined;
  /** Asked in place of the global `fetch` for what lies at an address: the app's own proxy, where other sites forbid reading. */
  fetch?: typeof fetch | undefined;
  /**
   * Items get the `thumbnail` that lies in their file, where there is one: some milliseconds after they were added, also while they
   * wait. For lists that show it. @default false; true in the hook and the component
   */
  thumbnails?: boolean | undefined;
  /** Stores an image with the provider, for `relocation`. Needs an endpoint that has a `fileBlock`. */
  uploadFile?: UploadFile | undefined;
  /** @default "auto" where `uploadFile` is given and the endpoint has a Files API, else "inline" */
  relocation?: RelocationMode | undefined;
  /** Longest time one try of `uploadFile` may take, in milliseconds. @default 120_000 */
  uploadTimeoutMs?: number | undefined;
  /** Everything settled and fits, and the images or the endpoint differ from the last call (all removed counts: empty lists). */
  onReady?: ((ready: ReadyRequest<B>) => void) | undefined;
  /** Every change of the snapshot. */
  onChange?: ((snapshot: QueueSnapshot<B>) => void) | undefined;
  /** Newly rejected files and addresses, once each. */
  onReject?: ((rejected: readonly RejectedItem[]) => void) | undefined;
}

export interface RetryOptions {
  password?: string | undefined;
}

export interface ImageQueue<B> {
  /** Appends in the order given and returns the new ids. Never throws for a bad file: it becomes a `rejected` item. */
  add: (files: Iterable<Blob>) => string[];
  /**
   * Appends images that were prepared before and returns the new ids: those of a message that is edited, or of a draft. They become `ready`
   * as they are, whatever the options say, and are not prepared again unless the endpoint does not take them so. Each is read anew, and one
   * whose bytes are no complete image becomes a `rejected` item. From then on it is its own original: what other options, or a request that is
   * made to fit, ask for is made of it, and never larger than it is.
   */
  restore: (images: Iterable<StoredImage>) => string[];
  /**
   * Appends an image by its web address and returns the new id. It is checked with `checkImageUrl` first; then `urls` decides
   * whether it is downloaded or its address is sent. A bad address becomes a `rejected` item. Throws `TypeError` while `urls` is `"off"`.
   */
  addUrl: (url: string | URL) => string;
  /** Stops the work on it, or on each of several. An unknown id is ignored: it may just have gone. */
  remove: (id: string | readonly string[]) => void;
  /**
   * Brings back what the last `remove` took out, in its place and as it was: what was ready is not prepared again. Once more for the
   * removal before it, up to 20. Rejected files stay away. Does nothing after `clear`, `removeSent` and `forgetRemoved`.
   */
  undoRemove: () => void;
  /** Frees the memory of what `undoRemove` would bring back. The queue does so itself a minute after the last removal. */
  forgetRemoved: () => void;
  /** `toIndex` is clamped to the list. */
  move: (id: string, toIndex: number) => void;
  /**
   * Sends a `rejected` item through again, or a failed upload; asks again for what could not be learned of an address. `password`: for a file
   * that was rejected with `password-needed` or `password-wrong`; it is kept for all pages of the file, and in no item.
   */
  retry: (id: string, options?: RetryOptions) => void;
  /** Of the file that an item is a page of; `undefined` for any other item. Rejects where the code for it cannot be loaded. */
  pagesOf: (id: string) => Promise<FilePages | undefined>;
  /** Sets what is asked for one image and prepares it anew where that changes its picture. An unknown id is ignored. */
  setImageOptions: (id: string, options: ImageOptions | undefined) => void;
  /**
   * Makes the request fit, once, by shrinking the images; what is added later may need it again. They get their quality back when there is
   * room for it. `fitting` says how it went. Does nothing where the request fits, and waits for work under way.
   */
  shrinkToFit: () => void;
  /** All images as their options say. They are left so, with `fit: "request"` too, until `shrinkToFit` is called or the list is emptied. */
  undoShrink: () => void;
  /** Removes everything and stops all work. */
  clear: () => void;
  /**
   * After a send that succeeded: removes what `whenReady` or `onReady` handed over, rejected ones included. What was added meanwhile
   * stays for the next message. The component says that the images were sent, not removed.
   */
  removeSent: (ready: Pick<ReadyRequest<B>, "items" | "rejected">) => void;
  /**
   * Replaces all options. Pictures that the new ones would change are made again, from the original where it can still be read, else from
   * the picture prepared before. One that cannot meet them is rejected and comes back with the old options.
   */
  setOptions: (options: ImageQueueOptions<B>) => void;
  /** Called after every change, once a task. Returns the unsubscribe function. */
  subscribe: (listener: () => void) => () => void;
  getSnapshot: () => QueueSnapshot<B>;
  /**
   * Starts what is slow to start, so that the first image takes no longer than the tenth: call it when a person is about to add one.
   * It ends by itself when nothing comes. The React layer calls it on focus, on a drag and when the picker opens.
   */
  warm: () => void;
  /**
   * Resolves to one image's end, its `ready` or `rejected` item; to `undefined` when it is removed before, or unknown. Ready and over the
   * request's limit is ready: what the request comes to is for `whenReady` to say.
   */
  settled: (id: string) => Promise<ReadyItem | RejectedItem | undefined>;
  /**
   * What a Send button awaits. Resolves when nothing is under way (also when the list is empty: empty `blocks`); rejects with
   * an `ImageError` `request-too-large` or `request-too-many-tokens` when the request does not fit, with what `request` threw, or with
   * the signal's reason. It always settles, for every step of the work has a time limit: while somebody waits the work goes on, also
   * after `pause`, and after the component has gone.
   */
  whenReady: (options?: { signal?: AbortSignal }) => Promise<ReadyRequest<B>>;
  /**
   * Stops work under way without losing a file, once nobody waits for it; `resume` and `whenReady` take it up again. For an owner that
   * unmounts and may come back.
   */
  pause: () => void;
  resume: () => void;
}
