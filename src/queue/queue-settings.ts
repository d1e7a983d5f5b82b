/** The queue's own options, checked where they are given: a wrong one must not surface later as something else. */
import { checkCall } from "../shared/errors.js";
import { type PrepareSettings, resolveSettings } from "../shared/settings.js";
import type { UrlMode } from "../url/types.js";
import type { ImageQueueOptions } from "./types.js";

const URL_MODES: readonly string[] = ["off", "fetch", "block", "auto"] satisfies UrlMode[];

/** Throws `TypeError` for options that can never work. */
export function queueSettings<B>(options: ImageQueueOptions<B>): PrepareSettings {
  const { endpoint, maxFiles, requestBytes, maxTokensPerRequest: tokens, conversationTokens = 0, urls, fit } = options;
  checkCall(
    endpoint !== undefined && endpoint !== null,
    "endpoint is missing. Pass one of vision-dropzone/endpoints, e.g. anthropicMessages.",
  );
  checkCall(
    maxFiles === undefined || maxFiles >= 1,
    `maxFiles is ${maxFiles}. Pass 1 or more, or leave it out; to take nothing in, use disabled.`,
  );
  checkCall(
    urls === undefined || URL_MODES.includes(urls),
    `urls is ${JSON.stringify(urls)}. Pass one of ${URL_MODES.join(", ")}.`,
  );
  checkCall(
    requestBytes === undefined || requestBytes > 0,
    `requestBytes is ${requestBytes}. Pass the cap of your backend in bytes, e.g. 4_500_000.`,
  );
  checkCall(
    tokens === undefined || tokens > 0,
    `maxTokensPerRequest is ${tokens}. Pass the most tokens a request may have, e.g. 8000.`,
  );
  checkCall(
    conversationTokens >= 0,
    `conversationTokens is ${conversationTokens}. Pass a number of tokens, 0 or more.`,
  );
  checkCall(
    fit === undefined || fit === "off" || fit === "request",
    `fit is ${JSON.stringify(fit)}. Pass "request" or "off".`,
  );
  return resolveSettings(options);
}

/**
 * Whether anything is to be measured or made again. A component hands its options over after each render, most of which the queue itself
 * has caused, and writes many of them inline: objects are compared by value, and functions mean the same, but for what makes the body.
 */
export function optionsChange<B>(
  one: ImageQueueOptions<B>,
  other: ImageQueueOptions<B>,
): "none" | "request" | "others" {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof ImageQueueOptions<B>>;
  const changed = [...names].filter(
    (name) => !Object.is(one[name], other[name]) && (MAKES_BODY.has(name) || !isAlike(one[name], other[name])),
  );
  if (changed.length === 0) return "none";
  return changed.length === 1 && changed[0] === "request" ? "request" : "others";
}

const MAKES_BODY: ReadonlySet<string> = new Set(["request", "endpoint"] satisfies (keyof ImageQueueOptions<unknown>)[]);

function isAlike(one: unknown, other: unknown): boolean {
  return typeof one === typeof other && JSON.stringify(one) === JSON.stringify(other);
}
