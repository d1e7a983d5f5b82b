/** Parts of this package that are loaded when they are needed. */
import { ImageError, messageOf } from "./errors.js";
import { orAborted } from "./or-aborted.js";

/** Time for a part after the bundler's loader threw once, in milliseconds. */
const TIME_AFTER_THROW_MS = 3_000;

let thrown: unknown;

/**
 * Under Trusted Types, webpack without `output.trustedTypes` throws a TypeError at `script.src = url`, inside `import()`. Its list of
 * chunks then says "loading" for good, and the next `import()` of the same chunk never settles. So after a throw the wait is limited.
 */
function begin<Part>(load: () => Promise<Part>): Promise<Part> {
  return new Promise((resolve, reject) => {
    if (thrown) setTimeout(reject, TIME_AFTER_THROW_MS, thrown);
    try {
      load().then(resolve, reject);
    } catch (cause) {
      reject((thrown = cause));
    }
  });
}

/**
 * What `load`, an `import()`, resolves to. Rejects with the signal's reason when aborted, and with an `ImageError` where the part is not
 * there any more: a new version of the app was put up, or the network went. Browsers remember such a failure until the page is loaded anew.
 */
export async function loadPart<Part>(load: () => Promise<Part>, signal?: AbortSignal): Promise<Part> {
  const loading = begin(load).catch((cause: unknown) => {
    const message = `A part of the app could not be loaded (${messageOf(cause)}). Reload the page, then add the image again.`;
    throw new ImageError("image-unencodable", message, { cause });
  });
  return orAborted(loading, signal);
}
