/** Checks the queue's own options when they are given, so that a wrong one does not show up later as another error. */
import { checkEndpoint } from "../shared/check-endpoint.js";
import { checkOption, checkPositive, checkWord } from "../shared/errors.js";
import { isSameData } from "../shared/is-same-data.js";
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
    maxTokensPerRequest,
    conversationTokens = 0,
    urls,
    fit,
    documents,
    uploadTimeoutMs,
  } = options;
  // One that is given is checked with the settings below.
  if (!endpoint) checkEndpoint(endpoint);
  const hasPlaces = maxFiles === undefined || maxFiles >= 1;
  checkOption(hasPlaces, "maxFiles", maxFiles, "1 or more; for none, use disabled");
  checkPositive("maxRequestBytes", maxRequestBytes, "bytes");
  checkPositive("maxTokensPerRequest", maxTokensPerRequest, "tokens");
  checkPositive("uploadTimeoutMs", uploadTimeoutMs, "milliseconds");
  checkOption(conversationTokens >= 0, "conversationTokens", conversationTokens, "0 or more");
  checkWord("urls", urls, URL_MODES);
  checkWord("fit", fit, ["off", "request"]);
  checkWord("documents", documents, ["images", "native", "auto"]);
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
  return typeof one === typeof other && isSameData(one, other);
}
