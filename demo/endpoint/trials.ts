import type { Endpoint } from "vision-dropzone/core";
import type { Headers } from "./http-types.js";
import type { ImagePart } from "./image-part.js";
import type { Violation } from "./violation.js";

/**
 * The demo's own headers, which cause any kind of refusal without a file that really breaks the rule:
 *
 * - `x-demo-max-request-bytes: 100000` lowers the body's cap.
 * - `x-demo-lower: maxEdgePx=1000` lowers another of the limits in `Limits`. Nothing raises one.
 * - `x-demo-damage: label`, `format`, `bytes` or `base64` reads the first inline image as if its stated type, its format, its
 * bytes or its base64 had been wrong.
 * - `x-demo-refuse: overloaded`, `rate`, `small`, ... (`REFUSED`) answers what a provider says of that, as it was reported.
 *
 * The rules themselves then run as always: the answer names the true figures and the place of the image.
 */
const CAP_HEADER = "x-demo-max-request-bytes";
const LOWER_HEADER = "x-demo-lower";
const DAMAGE_HEADER = "x-demo-damage";
const REFUSE_HEADER = "x-demo-refuse";

/** The limits for one request; `Infinity` if the provider states no limit. */
export interface Limits {
  maxRequestBytes: number;
  maxImageBytes: number;
  maxImages: number;
  maxEdgePx: number;
  maxPatches: number;
  /** Of PDF files: of one, of one, of all of a request, in a request. */
  maxDocumentBytes: number;
  maxDocumentPages: number;
  maxPages: number;
  maxDocuments: number;
  /** The context window; it differs by model, so only a header sets one here. */
  maxInputTokens: number;
}

const DAMAGES = ["label", "format", "bytes", "base64"] as const;

/** A refusal that no figure and no damage causes. */
const REFUSED: readonly Violation[] = [
  { kind: "overloaded" },
  { kind: "rate" },
  { kind: "small" },
  { kind: "no-images" },
  { kind: "unreachable" },
  { kind: "encoding" },
  { kind: "source", path: "messages.0.content.0.image" },
  { kind: "file-missing", path: "messages.0.content.0.image", id: "file_local_expired" },
];

export interface Trials {
  lower: Partial<Limits>;
  damage: (typeof DAMAGES)[number] | undefined;
  refuse: Violation | undefined;
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((one) => one === value);
}

/** What the request's headers ask for; nothing if there are none. */
export function readTrials(headers: Headers): Trials {
  const [, name, value] = /^(\w+)=(\d+)$/.exec(String(headers[LOWER_HEADER] ?? "")) ?? [];
  const cap = Number(headers[CAP_HEADER] ?? Number.NaN);
  return {
    lower: {
      ...(name !== undefined && { [name]: Number(value) }),
      ...(cap >= 0 && { maxRequestBytes: Math.floor(cap) }),
    },
    damage: oneOf(DAMAGES, headers[DAMAGE_HEADER]),
    refuse: REFUSED.find(({ kind }) => kind === headers[REFUSE_HEADER]),
  };
}

/** The endpoint's own caps, as the package states them, each lowered if the request asks for it. */
export function limitsOf({ caps, documents }: Endpoint<unknown>, { lower }: Trials): Limits {
  const least = (name: keyof Limits, cap: number | undefined): number =>
    Math.min(cap ?? Infinity, lower[name] ?? Infinity);
  return {
    maxRequestBytes: least("maxRequestBytes", caps.maxRequestBytes),
    maxImageBytes: least("maxImageBytes", caps.maxImageBytes?.bytes),
    maxImages: least("maxImages", caps.maxImages),
    maxEdgePx: least("maxEdgePx", caps.maxEdgePx),
    maxPatches: least("maxPatches", caps.maxPatches?.count),
    maxDocumentBytes: least("maxDocumentBytes", documents?.maxDocumentBytes),
    maxDocumentPages: least("maxDocumentPages", documents?.maxDocumentPages),
    maxPages: least("maxPages", documents?.maxPages),
    maxDocuments: least("maxDocuments", documents?.maxDocuments),
    maxInputTokens: least("maxInputTokens", undefined),
  };
}

/** The smallest BMP: one black pixel. It is a picture of a type that no endpoint here takes. */
const BMP = btoa(
  "BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\x18\0\0\0\0\0\x04\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
);

function damaged(image: Extract<ImagePart, { kind: "base64" }>, damage: NonNullable<Trials["damage"]>): ImagePart {
  switch (damage) {
    case "label":
      return { ...image, mediaType: image.mediaType === "image/gif" ? "image/png" : "image/gif" };
    case "format":
      return { ...image, data: BMP };
    case "bytes":
      return { ...image, data: btoa("This is no picture.") };
    case "base64":
      return { ...image, data: `data:image/jpeg;base64,${image.data}` };
  }
}

/** The images as the rules should see them. */
export function applyDamage(images: readonly ImagePart[], { damage }: Trials): readonly ImagePart[] {
  if (damage === undefined) return images;
  const first = images.find((image) => image.kind === "base64");
  return images.map((image) => (image === first && first.kind === "base64" ? damaged(first, damage) : image));
}
