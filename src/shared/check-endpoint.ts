/** Checks a custom endpoint, which is written by hand: a mistake throws at once instead of causing a refused request later. */
import type { Endpoint } from "./endpoint.js";
import { checkOption } from "./errors.js";
import { SENT_MEDIA_TYPES } from "./media-types.js";
import { isObject } from "./platform-types.js";

/** Throws a `TypeError` for an endpoint that can take no image, or whose caps contradict each other; says what to fix. */
export function checkEndpoint(endpoint: Endpoint<unknown>): void {
  const spread = "one of vision-dropzone/endpoints";
  checkOption(isObject(endpoint), "endpoint", endpoint, `${spread}, or a spread of one`);
  const { caps, documents, maxFileBytes } = endpoint;
  const check = (right: boolean, member: string, value: unknown, expected: string) =>
    checkOption(right, `${member} of endpoint ${endpoint.label || endpoint.id || "without a label"}`, value, expected);
  // Plain JavaScript gets no help from the types.
  for (const name of ["toBlock", "request"] as const)
    check(typeof endpoint[name] === "function", name, endpoint[name], `a function, or spread ${spread} into it`);
  check(isObject(caps), "caps", caps, "{ mediaTypes: [...] } at least");
  const { mediaTypes, maxImageBytes, maxEdgePx = Infinity, minEdgePx, manyImages } = caps;
  const isTypes = Array.isArray(mediaTypes) && mediaTypes.length > 0;
  const areSent = isTypes && mediaTypes.every((mediaType) => SENT_MEDIA_TYPES.includes(mediaType));
  check(areSent, "caps.mediaTypes", mediaTypes, `some of ${SENT_MEDIA_TYPES.join(", ")}`);
  const checkFigure = (path: string, value: unknown) => {
    // Infinity means the same as leaving it out.
    const right = typeof value === "number" && value >= 1 && (Number.isInteger(value) || value === Infinity);
    check(right, path, value, "a whole number of at least 1, or leave it out");
  };
  for (const [group, members] of Object.entries({ "": { maxFileBytes }, "caps.": caps, "documents.": documents }))
    for (const [name, value] of Object.entries(members ?? {})) {
      if (value === undefined || !FIGURE.test(name)) continue;
      const inner = GROUPS[name];
      if (!inner) checkFigure(group + name, value);
      else
        for (const key of inner)
          checkFigure(`${group}${name}.${key}`, (value as Record<string, unknown> | null)?.[key]);
    }
  const counted = maxImageBytes?.counted;
  const isCounted = maxImageBytes === undefined || counted === "base64" || counted === "raw";
  check(isCounted, "caps.maxImageBytes.counted", counted, '"base64" or "raw"');
  const { maxEdgePx: manyEdgePx = Infinity } = manyImages ?? {};
  if (manyImages)
    check(manyEdgePx <= maxEdgePx, "caps.manyImages.maxEdgePx", manyEdgePx, `at most ${maxEdgePx}, its maxEdgePx`);
  const largest = Math.min(maxEdgePx, manyEdgePx);
  check((minEdgePx ?? 1) <= largest, "caps.minEdgePx", minEdgePx, `at most ${largest}, its largest side`);
}

/** The limits, by their names. */
const FIGURE = /^(m(ax|in|any)|tokens)[A-Z]/;

/** Those that are several figures. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  maxImageBytes: ["bytes"],
  maxPatches: ["count", "edgePx"],
  manyImages: ["above", "maxEdgePx"],
};
