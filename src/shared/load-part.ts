/** Parts of this package that are loaded when they are needed. */
import { ImageError, type ImageErrorCode, messageOf, throwIfAborted } from "./errors.js";
import { withTimeout } from "./with-timeout.js";

/** Time for a part to come, in milliseconds: a slow phone network takes some seconds for the largest. */
const TIMEOUT_MS = 60_000;

/**
 * The same after the bundler's loader threw once. Under Trusted Types, webpack without `output.trustedTypes` throws a TypeError at
 * `script.src = url`, inside `import()`. Its list of chunks then says "loading" for good, and the next `import()` of the same chunk never
 * settles.
 */
const TIMEOUT_AFTER_THROW_MS = 3_000;

let timeoutMs = TIMEOUT_MS;

function begin<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return load();
  } catch (cause) {
    timeoutMs = TIMEOUT_AFTER_THROW_MS;
    throw cause;
  }
}

/**
 * What `load`, an `import()`, resolves to. Rejects with the signal's reason when aborted, and with an `ImageError` where the part does not
 * come: a new version of the app was put up, or the network went. Browsers remember such a failure until the page is loaded anew.
 */
export async function loadPart<Part>(
  load: () => Promise<Part>,
  signal?: AbortSignal,
  code: ImageErrorCode = "image-unencodable",
): Promise<Part> {
  try {
    return await withTimeout(begin(load), { timeoutMs, signal });
  } catch (cause) {
    throwIfAborted(signal);
    const message = `A part of the app could not be loaded (${messageOf(cause)}). Reload the page, then add the image again.`;
    throw new ImageError(code, message, { cause });
  }
}
