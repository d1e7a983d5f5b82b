import type { ApiErrorKind } from "vision-dropzone/core";

/** Ways to make the local endpoint refuse; its side of these headers is `demo/endpoint/trials.ts`. */
type Headers = Readonly<Record<string, string>>;

interface Refusal {
  label: string;
  headers: Headers;
  /** Where a provider looks at something else. */
  byProvider?: Readonly<Record<string, Headers>>;
}

const CAP = "x-demo-max-request-bytes";
const LOWER = "x-demo-lower";
const DAMAGE = "x-demo-damage";
const REFUSE = "x-demo-refuse";

const PATCHES: Headers = { [LOWER]: "maxPatches=1000" };
const FORMAT: Headers = { [DAMAGE]: "format" };

/** By the kind of error that comes of it. The figures are small enough for one or two prepared photos. */
export const refusals = {
  "request-too-large": { label: "A body above 100 kB", headers: { [CAP]: "100000" } },
  "image-too-large": { label: "An image above 50 kB", headers: { [LOWER]: "maxImageBytes=50000" } },
  "image-dimensions": {
    label: "A side above 1000 px, or 1000 patches",
    headers: { [LOWER]: "maxEdgePx=1000" },
    byProvider: { openai: PATCHES, azure: PATCHES },
  },
  "image-too-small": { label: "A small image", headers: { [REFUSE]: "small" } },
  "too-many-images": { label: "A second image", headers: { [LOWER]: "maxImages=1" } },
  "media-type-mismatch": {
    label: "A wrong media type",
    headers: { [DAMAGE]: "label" },
    // These look at the bytes alone: only a picture of another type is wrong for them.
    byProvider: { openai: FORMAT, azure: FORMAT, mistral: FORMAT, openrouter: FORMAT },
  },
  "undecodable-image": {
    label: "A damaged image",
    headers: { [DAMAGE]: "bytes" },
    byProvider: { ollama: { [DAMAGE]: "base64" } },
  },
  "images-unsupported": { label: "Any image", headers: { [REFUSE]: "no-images" } },
  "image-url-unreachable": { label: "An address that does not answer", headers: { [REFUSE]: "unreachable" } },
  "unsupported-image-source": { label: "An image by its address", headers: { [REFUSE]: "source" } },
  "image-file-missing": { label: "An upload that has expired", headers: { [REFUSE]: "file-missing" } },
  "request-encoding": { label: "A compressed body", headers: { [REFUSE]: "encoding" } },
  "too-many-tokens": { label: "More than 1,000 tokens", headers: { [LOWER]: "maxInputTokens=1000" } },
  "rate-limit": { label: "Too many requests", headers: { [REFUSE]: "rate" } },
  overloaded: { label: "When it is overloaded", headers: { [REFUSE]: "overloaded" } },
} as const satisfies Record<ApiErrorKind, Refusal>;

export type RefusalId = ApiErrorKind;

export const refusalIds = Object.keys(refusals) as RefusalId[];

/** What makes the local endpoint of that provider refuse in this way. */
export function refusalHeaders(id: RefusalId | undefined, provider: string): Headers {
  if (id === undefined) return {};
  const { headers, byProvider }: Refusal = refusals[id];
  return byProvider?.[provider] ?? headers;
}
