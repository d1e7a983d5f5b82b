import { DEFAULT_LIMITS } from "../shared/defaults.js";
import { fileName } from "../shared/file-name.js";
import { resolveUrl } from "../url/resolve-url.js";
import type { ImageItem, ImageQueueOptions, UrlSource } from "./types.js";
import { urlWay } from "./url-way.js";
import type { Report } from "./work.js";

/** Returns an item that is sent by its address, or one with a file that waits like any other. */
export async function resolveItem<B>(
  source: UrlSource,
  options: ImageQueueOptions<B>,
  signal: AbortSignal,
  report: Report,
): Promise<ImageItem> {
  const onFetch = () => report({ ...source, status: "working", step: "fetch", header: undefined });
  const { endpoint, allowPrivateHosts, limits, fetch } = options;
  const policy = {
    way: urlWay(options),
    endpoint,
    allowPrivateHosts,
    maxFileBytes: limits?.maxFileBytes ?? DEFAULT_LIMITS.maxFileBytes,
    fetch,
  };
  const { file, check } = await resolveUrl(source.url, policy, { signal, onFetch });
  if (file) return { ...source, name: fileName(file), file, status: "waiting" };
  return { ...source, status: "ready", image: undefined, check };
}
