/** Ways to make the local endpoint refuse; its side of these headers is `demo/endpoint/trials.ts`. */
interface Refusal {
  label: string;
  headers: Readonly<Record<string, string>>;
}

const CAP = "x-demo-max-request-bytes";
const LOWER = "x-demo-lower";
const DAMAGE = "x-demo-damage";

/** By the kind of error that comes of it. The figures are small enough for one or two prepared photos. */
export const refusals = {
  "request-too-large": { label: "A body above 100 kB", headers: { [CAP]: "100000" } },
  "image-too-large": { label: "An image above 50 kB", headers: { [LOWER]: "maxImageCharacters=50000" } },
  "image-dimensions": { label: "A side above 1000 px", headers: { [LOWER]: "maxEdgePx=1000" } },
  "too-many-images": { label: "A second image", headers: { [LOWER]: "maxImages=1" } },
  "media-type-mismatch": { label: "A wrong media type", headers: { [DAMAGE]: "media-type" } },
  "undecodable-image": { label: "A damaged image", headers: { [DAMAGE]: "bytes" } },
  "too-many-tokens": { label: "More than 1,000 tokens", headers: { [LOWER]: "maxInputTokens=1000" } },
} as const satisfies Record<string, Refusal>;

export type RefusalId = keyof typeof refusals;

export const refusalIds = Object.keys(refusals) as RefusalId[];

export function refusalHeaders(id: RefusalId | undefined): Readonly<Record<string, string>> {
  return id === undefined ? {} : refusals[id].headers;
}
