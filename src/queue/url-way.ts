/** How an address becomes an image with these options: by its block, or by its bytes. Pure. */
import type { UrlMode } from "../url/types.js";
import type { ImageQueueOptions } from "./types.js";

/** What `urls` means for the options' endpoint. */
export function urlWay<B>({ urls = "off", endpoint }: ImageQueueOptions<B>): UrlMode {
  return urls === "auto" && !endpoint.urlBlock ? "fetch" : urls;
}

/** Whether an address under way will probably be sent as it is; the meter counts with that. */
export function mayBeSent<B>(options: ImageQueueOptions<B>): boolean {
  const way = urlWay(options);
  return (way === "block" || way === "auto") && options.endpoint.urlBlock !== undefined;
}

/** All options that decide how an address is used, as text: when it changes, addresses are checked again. */
export function urlRules<B>(options: ImageQueueOptions<B>): string {
  const { endpoint, allowPrivateHosts = false, limits } = options;
  const way = urlWay(options);
  if (way === "fetch" || way === "off") return JSON.stringify([way, allowPrivateHosts, limits?.maxFileBytes]);
  const { mediaTypes, maxImageBytes, maxUrlBytes } = endpoint.caps;
  return JSON.stringify([
    way,
    allowPrivateHosts,
    limits?.maxFileBytes,
    endpoint.id,
    endpoint.urlBlock !== undefined,
    mediaTypes,
    maxImageBytes,
    maxUrlBytes,
  ]);
}
