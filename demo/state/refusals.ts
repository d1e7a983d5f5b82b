import type { ApiErrorKind } from "vision-dropzone/core";

/** Ways to make the local endpoint refuse; its side of these headers is `demo/endpoint/trials.ts`. */
type Headers = Readonly<Record<string, string>>;

interface Refusal {
  label: string;
  headers: Headers;
  /** For providers that check something else. */
  byProvider?: Readonly<Record<string, Headers>>;
}

const CAP = "x-demo-max-request-bytes";
const LOWER = "x-demo-lower";
const DAMAGE = "x-demo-damage";
const REFUSE = "x-demo-refuse";

const PATCHES: Headers = { [LOWER]: "maxPatches=1000" };
const FORMAT: Headers = { [DAMAGE]: "format" };

/** By the resulting kind of error. The figures are small enough for one or two prepared photos. */
export const refusals = {
  "request-too-large": { label: "Request above 100 kB", headers: { [CAP]: "100000" } },
  "image-too-large": { label: "Image above 50 kB", headers: { [LOWER]: "maxImageBytes=50000" } },
  "image-dimensions": {
    label: "Image above 1,000 pixels per side",
    headers: { [LOWER]: "maxEdgePx=1000" },
    byProvider: { openai: PATCHES, azure: PATCHES },
  },
  "image-too-small": { label: "Image too small", headers: { [REFUSE]: "small" } },
  "too-many-images": { label: "More than one image", headers: { [LOWER]: "maxImages=1" } },
  "media-type-mismatch": {
    label: "Wrong file type",
    headers: { [DAMAGE]: "label" },
    // These look only at the bytes: just a picture of another type is wrong for them.
    byProvider: { openai: FORMAT, azure: FORMAT, mistral: FORMAT, openrouter: FORMAT },
  },
  "undecodable-image": {
    label: "Damaged image",
    headers: { [DAMAGE]: "bytes" },
    byProvider: { ollama: { [DAMAGE]: "base64" } },
  },
  "images-unsupported": { label: "Model without images", headers: { [REFUSE]: "no-images" } },
  "image-url-unreachable": { label: "Link that doesn't open", headers: { [REFUSE]: "unreachable" } },
  "unsupported-image-source": { label: "Links not supported", headers: { [REFUSE]: "source" } },
  "image-file-missing": { label: "Expired upload", headers: { [REFUSE]: "file-missing" } },
  "request-encoding": { label: "Compressed request", headers: { [REFUSE]: "encoding" } },
  "too-many-tokens": { label: "More than 1,000 tokens", headers: { [LOWER]: "maxInputTokens=1000" } },
  "rate-limit": { label: "Too many requests", headers: { [REFUSE]: "rate" } },
  overloaded: { label: "API overloaded", headers: { [REFUSE]: "overloaded" } },
} as const satisfies Record<ApiErrorKind, Refusal>;

export type RefusalId = ApiErrorKind;

export const refusalIds = Object.keys(refusals) as RefusalId[];

/** What makes that provider's local endpoint refuse in this way. */
export function refusalHeaders(id: RefusalId | undefined, provider: string): Headers {
  if (id === undefined) return {};
  const { headers, byProvider }: Refusal = refusals[id];
  return byProvider?.[provider] ?? headers;
}
