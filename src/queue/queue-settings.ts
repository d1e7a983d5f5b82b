/** Checks the queue's own options when they are given, so that a wrong one does not show up later as another error. */
import { checkOption } from "../shared/errors.js";
import { type PrepareSettings, resolveSettings } from "../shared/settings.js";
import type { UrlMode } from "../url/types.js";
import type { ImageQueueOptions } from "./types.js";

const URL_MODES: readonly string[] = ["off", "fetch", "block", "auto"] satisfies UrlMode[];

/** Throws `TypeError` for options that can never work. */
export function queueSettings<B>(options: ImageQueueOptions<B>): PrepareSettings {
  const {
    endpoint,
    maxFiles,
    maxRequestBytes,
    maxTokensPerRequest: tokens,
    conversationTokens = 0,
    urls,
    fit,
    documents,
    uploadTimeoutMs: uploadMs,
  } = options;
  const isEndpoint = endpoint !== undefined && endpoint !== null;
  checkOption(isEndpoint, "endpoint", endpoint, "one of vision-dropzone/endpoints, e.g. anthropicMessages");
  const hasPlaces = maxFiles === undefined || maxFiles >= 1;
  checkOption(hasPlaces, "maxFiles", maxFiles, "1 or more, or leave it out; to take nothing in, use disabled");
  checkOption(urls === undefined || URL_MODES.includes(urls), "urls", urls, `one of ${URL_MODES.join(", ")}`);
  const isCap = maxRequestBytes === undefined || maxRequestBytes > 0;
  checkOption(isCap, "maxRequestBytes", maxRequestBytes, "the cap of your backend in bytes");
  checkOption(tokens === undefined || tokens > 0, "maxTokensPerRequest", tokens, "a number of tokens above 0");
  checkOption(conversationTokens >= 0, "conversationTokens", conversationTokens, "a number of tokens, 0 or more");
  checkOption(uploadMs === undefined || uploadMs > 0, "uploadTimeoutMs", uploadMs, "milliseconds above 0");
  checkOption(fit === undefined || fit === "off" || fit === "request", "fit", fit, '"request" or "off"');
  const isMode = [undefined, "images", "native", "auto"].includes(documents);
  checkOption(isMode, "documents", documents, "images, native or auto");
  return resolveSettings(options);
}

/**
 * What must be measured or prepared again. A component passes its options after each render, and most renders are caused by the
 * queue itself. Many options are written inline, so objects are compared by value, and functions count as equal, except the one
 * that makes the body.
 */
export function optionsChange<B>(
  one: ImageQueueOptions<B>,
  other: ImageQueueOptions<B>,
): "none" | "request" | "others" {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof ImageQueueOptions<B>>;
  const changed = [...names].filter(
    // The list begins with `defaultImages` once, and comparing them would take long.
    (name) =>
      name !== "defaultImages" &&
      !Object.is(one[name], other[name]) &&
      (MAKES_BODY.has(name) || !isAlike(one[name], other[name])),
  );
  if (changed.length === 0) return "none";
  return changed.length === 1 && changed[0] === "request" ? "request" : "others";
}

const MAKES_BODY: ReadonlySet<string> = new Set(["request", "endpoint"] satisfies (keyof ImageQueueOptions<unknown>)[]);

function isAlike(one: unknown, other: unknown): boolean {
  return typeof one === typeof other && JSON.stringify(one) === JSON.stringify(other);
}
