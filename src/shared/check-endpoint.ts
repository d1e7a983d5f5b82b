/** Checks a custom endpoint, which is written by hand: a mistake throws at once instead of causing a refused request later. */
import type { Endpoint } from "./endpoint.js";
import { checkCall } from "./errors.js";
import { SENT_MEDIA_TYPES } from "./media-types.js";

/** Throws a `TypeError` for an endpoint that can take no image, or whose caps contradict each other; says what to fix. */
export function checkEndpoint(endpoint: Endpoint<unknown>): void {
  checkCall(
    typeof endpoint === "object" && endpoint !== null,
    `endpoint is ${JSON.stringify(endpoint)}. Pass one of vision-dropzone/endpoints, or a spread of one.`,
  );
  const name = `endpoint ${endpoint.label || endpoint.id || "without a label"}`;
  // Plain JavaScript gets no help from the types.
  checkCall(
    typeof endpoint.toBlock === "function",
    `${name} has no toBlock(image). Spread one of vision-dropzone/endpoints into it.`,
  );
  checkCall(
    typeof endpoint.request === "function",
    `${name} has no request(blocks). Spread one of vision-dropzone/endpoints into it.`,
  );
  checkCall(
    typeof endpoint.caps === "object" && endpoint.caps !== null,
    `${name} has no caps. Give it { mediaTypes: [...] } at least.`,
  );
  checkMediaTypes(endpoint.caps.mediaTypes, name);
  for (const [figure, value] of figuresOf(endpoint)) {
    // Infinity says the same as leaving the cap out.
    const right =
      typeof value === "number" && value >= 1 && (Number.isInteger(value) || value === Number.POSITIVE_INFINITY);
    checkCall(
      right,
      `${figure} of ${name} is ${String(value)}, so nothing passes. Pass a whole number of at least 1, or leave it out for no limit.`,
    );
  }
  const { maxImageBytes, maxEdgePx, minEdgePx, manyImages } = endpoint.caps;
  const counted = maxImageBytes?.counted;
  checkCall(
    maxImageBytes === undefined || counted === "base64" || counted === "raw",
    `caps.maxImageBytes.counted of ${name} is ${String(counted)}. Say what the provider counts: "base64" or "raw".`,
  );
  checkCall(
    manyImages === undefined || maxEdgePx === undefined || manyImages.maxEdgePx <= maxEdgePx,
    `caps.manyImages of ${name} allows ${manyImages?.maxEdgePx} px a side above ${manyImages?.above} images, more than the ${maxEdgePx} px of maxEdgePx below. Swap the two.`,
  );
  const leastMax = Math.min(maxEdgePx ?? Number.POSITIVE_INFINITY, manyImages?.maxEdgePx ?? Number.POSITIVE_INFINITY);
  checkCall(
    minEdgePx === undefined || minEdgePx <= leastMax,
    `caps.minEdgePx of ${name} is ${minEdgePx}, more than the ${leastMax} px a side that it takes at most. Swap the two.`,
  );
}

function checkMediaTypes(mediaTypes: readonly string[], name: string): void {
  checkCall(
    Array.isArray(mediaTypes) && mediaTypes.length > 0,
    `caps.mediaTypes of ${name} is empty, so it takes no image. Name at least one of ${SENT_MEDIA_TYPES.join(", ")}.`,
  );
  const strange = mediaTypes.find((mediaType) => !SENT_MEDIA_TYPES.includes(mediaType));
  checkCall(
    strange === undefined,
    `caps.mediaTypes of ${name} names ${String(strange)}, which is never sent. Name some of ${SENT_MEDIA_TYPES.join(", ")}.`,
  );
}

/** The caps that are one number each. */
const PLAIN_CAPS = ["maxRequestBytes", "maxUrlBytes", "maxImages", "maxEdgePx", "minEdgePx", "maxPixels"] as const;

/** Every figure that is there, by its path. */
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
