/** The only file that uses idb-keyval, an optional peer dependency: stores values by key in our own IndexedDB. */
import { messageOf } from "../shared/errors.js";
import { withTimeout } from "../shared/with-timeout.js";

const DATABASE = "vision-dropzone-drafts";
const STORE = "drafts";

/** Time limit of each step, in milliseconds. In some browsers a broken or blocked database never answers. */
export const TIMEOUT_MS = 20_000;

export interface DraftStore {
  get: (key: string) => Promise<unknown>;
  set: (key: string, value: unknown) => Promise<void>;
  remove: (key: string) => Promise<void>;
}

let opened: Promise<DraftStore> | undefined;

async function open(): Promise<DraftStore> {
  const { createStore, del, get, set } = await import("idb-keyval").catch((cause: unknown) => {
    const install =
      "vision-dropzone/drafts needs idb-keyval, which could not be loaded. Install it: npm install idb-keyval";
    throw new Error(`${install} (${messageOf(cause)})`, { cause });
  });
  const store = createStore(DATABASE, STORE);
  const timely = <T>(work: Promise<T>) => withTimeout(work, { timeoutMs: TIMEOUT_MS });
  return {
    // Asynchronous, since `indexedDB` is missing in some pages, and in others merely using it throws.
    get: async (key) => timely(get(key, store)),
    set: async (key, value) => timely(set(key, value, store)),
    remove: async (key) => timely(del(key, store)),
  };
}

/** Rejects with an `Error` that names what to install if idb-keyval is missing. */
export function draftStore(): Promise<DraftStore> {
  opened ??= open();
  opened.catch(() => (opened = undefined));
  return opened;
}
