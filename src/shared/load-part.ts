/** Loads parts of this package when they are needed. */
import { ImageError, type ImageErrorCode, messageOf, throwIfAborted } from "./errors.js";
import { withTimeout } from "./with-timeout.js";

/** Time limit for a part, in milliseconds: a slow phone network takes some seconds for the largest. */
const TIMEOUT_MS = 60_000;

/**
 * The time limit after the bundler's loader threw once. Under Trusted Types, webpack without `output.trustedTypes` throws a
 * TypeError at `script.src = url`, inside `import()`. Webpack then keeps the chunk marked as "loading", and the next `import()`
 * of the same chunk never settles.
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
 * Returns what `load`, an `import()`, resolves to. Rejects with the signal's reason when aborted, and with an `ImageError` if the
 * part cannot be loaded: a new version of the app was deployed, or the network failed. Browsers remember such a failure until the
 * page is reloaded.
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
