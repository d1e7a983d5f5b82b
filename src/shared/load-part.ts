/** Parts of this package that are loaded when they are needed. */
import { ImageError, messageOf } from "./errors.js";
import { orAborted } from "./or-aborted.js";

/**
 * What `load`, an `import()`, resolves to. Rejects with the signal's reason when aborted, and with an `ImageError` where the part is not
 * there any more: a new version of the app was put up, or the network went. Browsers remember such a failure until the page is loaded anew.
 */
export async function loadPart<Part>(load: () => Promise<Part>, signal?: AbortSignal): Promise<Part> {
  // Called in here, since webpack under Trusted Types throws at once instead of rejecting.
  const loading = (async () => load())().catch((cause: unknown) => {
    const message = `A part of the app could not be loaded (${messageOf(cause)}). Reload the page, then add the image again.`;
    throw new ImageError("image-unencodable", message, { cause });
  });
  return orAborted(loading, signal);
}
