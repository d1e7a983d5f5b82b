/** A provider's refusal -> its cause and the next step. One matcher; the knowledge is in `signatures.ts`. */
import { factsOf } from "./facts.js";
import { matches, SIGNATURES } from "./signatures.js";
import type { ApiErrorKind, ExplainedError } from "./types.js";

const CAUSES: Readonly<Record<ApiErrorKind, string>> = {
  "request-too-large": "The request body is larger than the endpoint takes; it was refused before a byte of it was read.",
  "image-too-large": "One image has more bytes than the endpoint takes for an image.",
  "image-dimensions": "One image has more pixels than the endpoint takes, or than it takes in a request with this many images.",
  "too-many-images": "The request holds more images than the endpoint takes; those of earlier turns count.",
  "media-type-mismatch": "The media type of an image is not taken, or it disagrees with the image's bytes.",
  "undecodable-image": "The endpoint could not decode one of the images.",
  "too-many-tokens": "The prompt is too long in tokens. That is another wall than the one in bytes.",
};

const NEXT_STEPS: Readonly<Record<ApiErrorKind, readonly string[]>> = {
  "request-too-large": [
    "Remove images, or drop images of earlier turns from the history: they are sent again each time.",
    "Shrink the images: a smaller box or a lower quality.",
    "Upload images once through the Files API and send their ids; for bulk work use the Batch API.",
  ],
  "image-too-large": ["Shrink that image: a smaller box or a lower quality.", "The limit counts base64 text, a third more than the file."],
  "image-dimensions": ["Prepare the image with a smaller box.", "Or send fewer images at once: limits per image are stricter in large sets."],
  "too-many-images": ["Remove images, or drop those of earlier turns from the history.", "Split the work over several requests."],
  "media-type-mismatch": ["Send the media type of the bytes, not of the file's name. Images prepared by this library always agree."],
  "undecodable-image": ["Remove the image from the conversation: it would fail every later turn.", "Open it, export it as JPEG or PNG and add it again."],
  "too-many-tokens": ["Shorten the text or the history.", "Send fewer images, or smaller ones where the model counts by size."],
};

/**
 * Takes what the official SDKs throw, a parsed error body, or its text. `undefined`: not one of the refusals we know, e.g. a
 * network failure or a wrong key. Never throws.
 */
export function explainApiError(error: unknown): ExplainedError | undefined {
  const facts = factsOf(error);
  if (!facts) return undefined;
  for (const signature of SIGNATURES) {
    const match = matches(signature, facts);
    if (match === false) continue;
    const groups = match === true ? undefined : match.groups;
    const actual = figure(groups?.["actual"], signature.unitBytes);
    const limit = figure(groups?.["limit"], signature.unitBytes);
    const imageIndex = imageIndexOf(facts.message);
    return {
      kind: signature.kind,
      provider: facts.provider,
      message: CAUSES[signature.kind],
      ...(imageIndex !== undefined && { imageIndex }),
      ...(actual !== undefined && { actual }),
      ...(limit !== undefined && { limit }),
      ...(facts.requestId !== undefined && { requestId: facts.requestId }),
      retryable: false,
      nextSteps: NEXT_STEPS[signature.kind],
    };
  }
  return undefined;
}

function figure(digits: string | undefined, unit = 1): number | undefined {
  if (digits === undefined) return undefined;
  return Math.round(Number(digits.replaceAll(",", "")) * unit);
}

/** Anthropic writes `messages.0.content.2.image.source.base64`. */
function imageIndexOf(message: string): number | undefined {
  const place = /messages\.\d+\.content\.(?<index>\d+)\.image/.exec(message)?.groups?.["index"];
  return place === undefined ? undefined : Number(place);
}
