/** Turns an address into an image: checks it first, then passes it on as it is or downloads it. */
import type { Endpoint } from "../shared/endpoint.js";
import { ImageError } from "../shared/errors.js";
import { checkImageUrl } from "./check-image-url.js";
import { fetchImage } from "./fetch-image.js";
import type { UrlMode, UrlOk, UrlOptions, UrlRefused, UrlUnknown } from "./types.js";

export interface UrlPolicy {
  /** How the address is used; `"auto"` needs an endpoint with a `urlBlock`. */
  way: UrlMode;
  endpoint: Endpoint<unknown>;
  allowPrivateHosts?: boolean | undefined;
  maxFileBytes: number;
  fetch?: typeof fetch | undefined;
}

/** Either the address itself is sent, or its file was downloaded. */
export type ResolvedUrl = { file: undefined; check: UrlOk | UrlUnknown } | { file: File; check: undefined };

/**
 * Rejects with `ImageError` for an address that is rejected, with the signal's reason when aborted. Checks the headers first, so that a
 * file that is no image, or too large, is rejected before it is downloaded. `onFetch` is called when a download begins.
 */
export async function resolveUrl(
  url: string,
  { way, endpoint, allowPrivateHosts = false, maxFileBytes, fetch }: UrlPolicy,
  { signal, onFetch }: { signal: AbortSignal; onFetch: () => void },
): Promise<ResolvedUrl> {
  if (way === "off") throw new ImageError("url-unsupported", "Image links aren't accepted here.");
  const requestOptions: UrlOptions = { allowPrivateHosts, signal, ...(fetch && { fetch }) };
  const check =
    way === "fetch"
      ? await checkImageUrl(url, requestOptions)
      : // In `auto` mode, what only this network can reach is fetched from here.
        await checkImageUrl(url, {
          ...requestOptions,
          endpoint,
          allowPrivateHosts: way === "block" && allowPrivateHosts,
        });
  if (check.status !== "refused" && way !== "fetch") return { file: undefined, check };
  if (check.status === "refused" && !(way === "auto" && isWorthFetching(check, allowPrivateHosts)))
    throw new ImageError(check.code, check.message, check);
  onFetch();
  const fetching = fetchImage(url, { ...requestOptions, maxFileBytes });
  if (check.status !== "refused") return { file: await fetching, check: undefined };
  return {
    check: undefined,
    file: await fetching.catch((error: unknown) => {
      // One reason alone would not explain why the address cannot be used.
      throw error instanceof ImageError
        ? new ImageError(error.code, `${check.message} ${error.message}`, error)
        : error;
    }),
  };
}

/** The endpoint cannot take the image as it is; fetched, downsized and re-encoded here, it may. */
function isWorthFetching({ code, actual }: UrlRefused, allowPrivateHosts: boolean): boolean {
  if (code === "url-private-host") return allowPrivateHosts;
  return code === "url-too-large" || (code === "url-media-type" && String(actual).startsWith("image/"));
}
