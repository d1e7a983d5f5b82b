import type { IncomingHttpHeaders } from "node:http";
import type { ImagePart } from "./image-part.js";
import { anthropicRules } from "./rules.js";

/**
 * The demo's own headers, by which every kind of refusal can be had without a file that really breaks the rule. Beside
 * `x-demo-max-request-bytes` (see `request-cap.ts`), for the Anthropic routes:
 *
 * - `x-demo-lower: maxEdgePx=1000` lowers one of the limits in `Limits`; nothing raises one.
 * - `x-demo-damage: media-type` or `bytes` reads the first inline image as if its type or its bytes had been wrong.
 *
 * The rules themselves then run as always: the answer names the true figures and the place of the image.
 */
const LOWER_HEADER = "x-demo-lower";
const DAMAGE_HEADER = "x-demo-damage";

/** What one Anthropic request is held to. */
export interface Limits {
  maxImageCharacters: number;
  maxImages: number;
  maxEdgePx: number;
  /** The context window; it differs by model, so only a header sets one here. */
  maxInputTokens: number;
}

export interface Trials {
  limits: Limits;
  damage: "media-type" | "bytes" | undefined;
}

const DOCUMENTED: Limits = {
  maxImageCharacters: anthropicRules.maxImageCharacters.value,
  maxImages: anthropicRules.maxImages.value,
  maxEdgePx: anthropicRules.maxEdgePx.value,
  maxInputTokens: Number.POSITIVE_INFINITY,
};

const isLimit = (name: string | undefined): name is keyof Limits => name !== undefined && Object.hasOwn(DOCUMENTED, name);

/** What the request's headers ask for; without any, the documented limits. */
export function readTrials(headers: IncomingHttpHeaders): Trials {
  const [, name, value] = /^(\w+)=(\d+)$/.exec(String(headers[LOWER_HEADER] ?? "")) ?? [];
  const limits = isLimit(name) ? { ...DOCUMENTED, [name]: Math.min(DOCUMENTED[name], Number(value)) } : DOCUMENTED;
  const wanted = headers[DAMAGE_HEADER];
  return { limits, damage: wanted === "media-type" || wanted === "bytes" ? wanted : undefined };
}

/** A GIF's type for what is not one, and text for what should be a picture. */
function damaged(image: ImagePart, damage: Trials["damage"]): ImagePart {
  if (image.kind !== "base64" || damage === undefined) return image;
  if (damage === "media-type") return { ...image, mediaType: image.mediaType === "image/gif" ? "image/png" : "image/gif" };
  return { ...image, data: Buffer.from("This is no picture.").toString("base64") };
}

/** The images as the rules shall see them. */
export function applyDamage(images: readonly ImagePart[], damage: Trials["damage"]): readonly ImagePart[] {
  const first = images.findIndex(({ kind }) => kind === "base64");
  return images.map((image, index) => (index === first ? damaged(image, damage) : image));
}
