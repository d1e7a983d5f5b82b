/** How an address becomes an image: by its block, or by its bytes. The ways are pure; `resolveUrl` asks the network. */
import { DEFAULT_LIMITS } from "../shared/defaults.js";
import { ImageError } from "../shared/errors.js";
import { checkImageUrl } from "../url/check-image-url.js";
import { fetchImage } from "../url/fetch-image.js";
import type { UrlMode, UrlOk, UrlOptions, UrlRefused, UrlUnknown } from "../url/types.js";
import type { ImageQueueOptions } from "./types.js";

/** What the options make of `urls` for their endpoint. */
function urlWay<B>({ urls = "off", endpoint }: ImageQueueOptions<B>): UrlMode {
  return urls === "auto" && !endpoint.urlBlock ? "fetch" : urls;
}

/** Whether an address under way is likely to be sent as it is: what the meter counts with. */
export function mayBeSent<B>(options: ImageQueueOptions<B>): boolean {
  const way = urlWay(options);
  return (way === "block" || way === "auto") && options.endpoint.urlBlock !== undefined;
}

/** Everything that an address's fate hangs on, as text: when it changes, addresses are asked again. */
export function urlRules<B>(options: ImageQueueOptions<B>): string {
  const { endpoint, allowPrivateHosts = false, limits } = options;
  const way = urlWay(options);
  if (way === "fetch" || way === "off") return JSON.stringify([way, allowPrivateHosts, limits?.maxFileBytes]);
  const { mediaTypes, maxImageBytes, maxUrlBytes } = endpoint.caps;
  return JSON.stringify([way, allowPrivateHosts, limits?.maxFileBytes, endpoint.id, endpoint.urlBlock !== undefined, mediaTypes, maxImageBytes, maxUrlBytes]);
}

/** What became of an address: it is sent itself, or here is its file. */
export type ResolvedUrl = { file: undefined; check: UrlOk | UrlUnknown } | { file: File; check: undefined };

/**
 * Rejects with `ImageError` for an address that is refused, with the signal's reason when aborted. Asks without the body first:
 * what is no image, or too large, is refused before it is downloaded. `onFetch` is called when a download begins.
 */
export async function resolveUrl<B>(
  url: string,
  options: ImageQueueOptions<B>,
  { signal, onFetch }: { signal: AbortSignal; onFetch: () => void },
): Promise<ResolvedUrl> {
  const { endpoint, allowPrivateHosts = false, limits, fetch } = options;
  const way = urlWay(options);
  if (way === "off") throw new ImageError("url-unsupported", "Images by web address are not taken here.");
  const asked: UrlOptions = { allowPrivateHosts, signal, ...(fetch && { fetch }) };
  const check =
    way === "fetch"
      ? await checkImageUrl(url, asked)
      // What only this network reaches is fetched from here, when it is left to us.
      : await checkImageUrl(url, { ...asked, endpoint, allowPrivateHosts: way === "block" && allowPrivateHosts });
  if (check.status !== "refused" && way !== "fetch") return { file: undefined, check };
  if (check.status === "refused" && !(way === "auto" && isWorthFetching(check, allowPrivateHosts))) throw new ImageError(check.code, check.message, check);
  onFetch();
  const fetching = fetchImage(url, { ...asked, maxFileBytes: limits?.maxFileBytes ?? DEFAULT_LIMITS.maxFileBytes });
  if (check.status !== "refused") return { file: await fetching, check: undefined };
  return {
    check: undefined,
    file: await fetching.catch((error: unknown) => {
      // Neither reason alone would say why the address is no use.
      throw error instanceof ImageError ? new ImageError(error.code, `${check.message} ${error.message}`, error) : error;
    }),
  };
}

/** The endpoint cannot take it as it is; fetched, downsized and re-encoded here, it may. */
function isWorthFetching({ code, actual }: UrlRefused, allowPrivateHosts: boolean): boolean {
  if (code === "url-private-host") return allowPrivateHosts;
  return code === "url-too-large" || (code === "url-media-type" && String(actual).startsWith("image/"));
}
