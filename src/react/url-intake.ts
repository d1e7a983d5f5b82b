/** Images by web address on their way to becoming files. Nothing is asked of any server unless `urls` is `"fetch"`. */
import { ImageError } from "../core/errors.js";
import { createId } from "../core/id.js";
import { checkImageUrl } from "../core/url-check/check-image-url.js";
import { fetchImage } from "../core/url-check/fetch-image.js";
import type { FileIntake } from "./file-intake.js";

/** An address whose image is not in the list yet: on its way, or refused. One that has arrived is an item like any other. */
export type UrlItem =
  | { id: string; url: string; status: "fetching" }
  | { id: string; url: string; status: "rejected"; error: ImageError };

/** The part of the dropzone's options that is about web addresses. */
export interface ByUrlOptions {
  /**
   * `fetch`: images are taken by web address, too (`addUrl`, and pictures or links dragged from other pages): asked for with
   * HEAD, then downloaded where their server lets this page read them, and prepared like files. `off`: no request is made.
   * @default "off"
   */
  urls?: "fetch" | "off";
  /** Takes addresses that only this computer or network reaches; see `UrlOptions` of the core. @default false */
  allowPrivateHosts?: boolean;
  /** An address was refused: there is no file, so `onReject` is not called for it. */
  onUrlReject?: (rejected: { url: string; error: ImageError }) => void;
}

interface UrlIntakeOptions extends ByUrlOptions {
  /** Largest download, in bytes. */
  maxFileBytes: number | undefined;
}

export interface UrlIntake {
  /** The id of the new item. Rejects with the `ImageError`, with `AbortError` when removed, with `TypeError` when `urls` is off. */
  add: (url: string) => Promise<string>;
  /** As `add`, for who waits for no answer: refusals are shown in the list. */
  take: (url: string) => void;
  /** An id that is not one of ours is ignored; so in `retry`. */
  remove: (id: string) => void;
  retry: (id: string) => void;
  clear: () => void;
  setOptions: (options: UrlIntakeOptions) => void;
  subscribe: (listener: () => void) => () => void;
  getItems: () => readonly UrlItem[];
}

type Outcome = { status: "added"; id: string } | { status: "failed"; error: unknown };

export function createUrlIntake({ take: takeFiles }: Pick<FileIntake, "take">): UrlIntake {
  let options: UrlIntakeOptions = { maxFileBytes: undefined };
  let items: readonly UrlItem[] = [];
  const listeners = new Set<() => void>();
  const inFlight = new Map<string, AbortController>();

  function show(next: readonly UrlItem[]): void {
    items = next;
    for (const listener of listeners) listener();
  }

  /** Never rejects. Its place among what else comes in is taken before anything is awaited. */
  async function run(id: string, url: string): Promise<Outcome> {
    const controller = new AbortController();
    const { signal } = controller;
    inFlight.set(id, controller);
    const item: UrlItem = { id, url, status: "fetching" };
    show(items.some((other) => other.id === id) ? items.map((other) => (other.id === id ? item : other)) : [...items, item]);
    const download = load(url, options, signal);
    const files = download.then(
      (file) => [file],
      () => [],
    );
    const handedOn = takeFiles(files, signal);
    try {
      await download;
      const [added] = await handedOn;
      signal.throwIfAborted();
      show(items.filter((other) => other.id !== id));
      return { status: "added", id: added ?? "" };
    } catch (cause) {
      // Called off: its row is gone, and nobody waits for a word.
      if (signal.aborted) return { status: "failed", error: cause };
      const error = cause instanceof ImageError ? cause : new ImageError("url-unreadable", `The image cannot be fetched: ${String(cause)}`, { cause });
      show(items.map((other) => (other.id === id ? { id, url, status: "rejected", error } : other)));
      options.onUrlReject?.({ url, error });
      return { status: "failed", error };
    } finally {
      if (inFlight.get(id) === controller) inFlight.delete(id);
    }
  }

  function stop(id: string): void {
    inFlight.get(id)?.abort();
    inFlight.delete(id);
  }

  return {
    async add(url) {
      if (options.urls !== "fetch") {
        throw new TypeError('vision-dropzone: addUrl makes requests to other servers, which are off. Pass urls: "fetch" to allow them.');
      }
      const outcome = await run(createId(), url);
      if (outcome.status === "failed") throw outcome.error;
      return outcome.id;
    },
    take: (url) => void run(createId(), url),
    remove(id) {
      if (!items.some((item) => item.id === id)) return;
      stop(id);
      show(items.filter((item) => item.id !== id));
    },
    retry(id) {
      const item = items.find((other) => other.id === id);
      if (item?.status === "rejected") void run(id, item.url);
    },
    clear() {
      for (const id of inFlight.keys()) stop(id);
      if (items.length > 0) show([]);
    },
    setOptions(next) {
      options = next;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getItems: () => items,
  };
}

/** Asked first without the body: what is no image, or too large, is refused before it is downloaded. */
async function load(url: string, { allowPrivateHosts = false, maxFileBytes }: UrlIntakeOptions, signal: AbortSignal): Promise<File> {
  const check = await checkImageUrl(url, { allowPrivateHosts, signal });
  if (check.status === "refused") throw new ImageError(check.code, check.message, check);
  return fetchImage(url, { allowPrivateHosts, signal, ...(maxFileBytes !== undefined && { maxFileBytes }) });
}
