/** Checks a custom endpoint, which is written by hand: a mistake throws at once instead of causing a refused request later. */
import type { Endpoint } from "./endpoint.js";
import { checkOption } from "./errors.js";
import { SENT_MEDIA_TYPES } from "./media-types.js";

/** Throws a `TypeError` for an endpoint that can take no image, or whose caps contradict each other; says what to fix. */
export function checkEndpoint(endpoint: Endpoint<unknown>): void {
  const spread = "one of vision-dropzone/endpoints";
  checkOption(typeof endpoint === "object" && endpoint !== null, "endpoint", endpoint, `${spread}, or a spread of one`);
  const { caps } = endpoint;
  const check = (right: boolean, member: string, value: unknown, expected: string) =>
    checkOption(right, `${member} of endpoint ${endpoint.label || endpoint.id || "without a label"}`, value, expected);
  // Plain JavaScript gets no help from the types.
  for (const name of ["toBlock", "request"] as const)
    check(typeof endpoint[name] === "function", name, endpoint[name], `a function, or spread ${spread} into it`);
  check(typeof caps === "object" && caps !== null, "caps", caps, "{ mediaTypes: [...] } at least");
  const { mediaTypes, maxImageBytes, maxEdgePx = Infinity, minEdgePx, manyImages } = caps;
  const isTypes = Array.isArray(mediaTypes) && mediaTypes.length > 0;
  const areSent = isTypes && mediaTypes.every((mediaType) => SENT_MEDIA_TYPES.includes(mediaType));
  check(areSent, "caps.mediaTypes", mediaTypes, `some of ${SENT_MEDIA_TYPES.join(", ")}`);
  for (const [figure, value] of figuresOf(endpoint)) {
    // Infinity means the same as leaving the cap out.
    const right = typeof value === "number" && value >= 1 && (Number.isInteger(value) || value === Infinity);
    check(right, figure, value, "a whole number of at least 1, or leave it out for no limit");
  }
  const counted = maxImageBytes?.counted;
  const isCounted = maxImageBytes === undefined || counted === "base64" || counted === "raw";
  check(isCounted, "caps.maxImageBytes.counted", counted, 'what the provider counts, "base64" or "raw"');
  const { maxEdgePx: manyEdgePx = Infinity } = manyImages ?? {};
  if (manyImages)
    check(manyEdgePx <= maxEdgePx, "caps.manyImages.maxEdgePx", manyEdgePx, `at most maxEdgePx, ${maxEdgePx}`);
  const largest = Math.min(maxEdgePx, manyEdgePx);
  check((minEdgePx ?? 1) <= largest, "caps.minEdgePx", minEdgePx, `at most the largest side it takes, ${largest}`);
}

/** The caps that are a single number. */
const PLAIN_CAPS = ["maxRequestBytes", "maxUrlBytes", "maxImages", "maxEdgePx", "minEdgePx", "maxPixels"] as const;

/** Every figure that is given, by its path. */
function figuresOf({ caps, maxFileBytes }: Endpoint<unknown>): [path: string, value: unknown][] {
  const { maxImageBytes, maxPatches, manyImages } = caps;
  const figures: [string, unknown][] = [
    ["maxFileBytes", maxFileBytes],
    ...PLAIN_CAPS.map((name): [string, unknown] => [`caps.${name}`, caps[name]]),
  ];
  return [
    ...figures.filter(([, value]) => value !== undefined),
    ...pathsIn("caps.maxImageBytes", maxImageBytes && { bytes: maxImageBytes.bytes }),
    ...pathsIn("caps.maxPatches", maxPatches && { count: maxPatches.count, edgePx: maxPatches.edgePx }),
    ...pathsIn("caps.manyImages", manyImages && { above: manyImages.above, maxEdgePx: manyImages.maxEdgePx }),
  ];
}

function pathsIn(path: string, figures: Record<string, unknown> | undefined): [string, unknown][] {
  return Object.entries(figures ?? {}).map(([key, value]) => [`${path}.${key}`, value]);
}
