/** What a person or the app can do about each kind of refusal, in general and for each provider. */
import type { ApiErrorKind } from "./types.js";

const SHRINK = "Shrink the images, or save them in lower quality.";
const DROP = "Remove images, including those in earlier messages: they are sent again each time.";
const FORGET = "Remove it from the conversation, or every later message will fail too.";

const STEPS: Readonly<Record<ApiErrorKind, readonly string[]>> = {
  "request-too-large": [DROP, SHRINK],
  "image-too-large": ["Shrink this image, or save it in lower quality.", FORGET],
  "image-dimensions": ["Shrink this image.", FORGET],
  "image-too-small": ["Send a larger picture, or place this one on a larger background.", FORGET],
  "too-many-images": [DROP, "Split the work over several requests."],
  "images-unsupported": [
    "Choose a model that accepts images.",
    "Or remove the images from the conversation, or every later message will fail too.",
  ],
  "media-type-mismatch": [
    "Save the image as JPEG or PNG, which every API accepts.",
    "Send the media type of the bytes, not of the file name. Images prepared by this library always match.",
    FORGET,
  ],
  "undecodable-image": ["Open the picture, save it as JPEG or PNG and add it again.", FORGET],
  "image-url-unreachable": [
    "Check that the address is public, uses https and allows robots: the provider's servers fetch it, not the browser.",
    "Send the image itself instead.",
  ],
  "unsupported-image-source": ["Send the image itself, as base64."],
  "image-file-missing": [
    "Upload the image again: uploads expire, and each belongs to one project.",
    "Send the image itself instead.",
  ],
  "too-many-tokens": [
    "Shorten the text or the conversation.",
    "Send fewer images. Smaller ones help only with models that count by size.",
    "Choose a model with a larger context window.",
  ],
  "request-encoding": ["Send the body without `Content-Encoding`."],
  "rate-limit": [
    "Try again in a moment. Wait longer after each failure.",
    "Send fewer or smaller images per minute: their tokens count too.",
  ],
  overloaded: [
    "Try again in a moment. Wait longer after each failure.",
    "Choose another model, or the same model from another provider.",
  ],
};

/** Limits of the app's own servers. These come first, since only the app can raise them. */
const OWN_LIMITS: Readonly<Record<string, string>> = {
  vercel:
    "The app's own server refused it: Vercel Functions accept 4.5 MB. Give the meter `maxRequestBytes: 4_500_000`, or send to the provider directly.",
  express: "The app's own server refused it: `express.json()` accepts 100 kB by default. Raise its `limit`.",
  nginx: "A proxy before the server refused it: raise nginx's `client_max_body_size`.",
  next: "The app's own server refused it: raise Next's `serverActions.bodySizeLimit`, or `api.bodyParser.sizeLimit` of a page's route.",
  fastify: "The app's own server refused it: raise Fastify's `bodyLimit`.",
  cloudflare: "Cloudflare refused it: its plans accept 100 to 500 MB a request.",
  lambda: "AWS Lambda refused it: it accepts 6 MB a request.",
  websocket: "The WebSocket server refused it: raise its message limit (`maxPayload` in ws), or send with `fetch`.",
  grpc: "A server refused it: raise gRPC's message limit (`max_receive_message_length`).",
};

const BASE64_COUNTS = "The limit counts base64 text, which is a third larger than the file.";

/** Steps for one provider; listed after the general ones. */
const PROVIDER_STEPS: Partial<Record<ApiErrorKind, Readonly<Record<string, readonly string[]>>>> = {
  "request-too-large": {
    anthropic: [
      "Upload images once through the Files API and send their ids instead.",
      "For bulk work, Message Batches accept 256 MB a request, at half the price.",
    ],
    openai: [
      "Upload images once through the Files API and send their ids: the Responses API accepts them.",
      "For bulk work, the Batch API accepts files of 200 MB.",
    ],
    azure: ["Upload images once through the Files API and send their ids: the Responses API accepts them."],
    gemini: ["Upload images once through the Files API (2 GB a file, kept for 48 hours) and send their URIs."],
    vertex: [
      "If the model accepts them, send images from Cloud Storage by their gs:// URI. Claude accepts inline images only.",
    ],
    bedrock: [
      "Claude on Bedrock accepts 20 MB a request, less than Anthropic's own API.",
      "If the text is long, shorten it: Bedrock answers the same when there are too many tokens.",
    ],
    unknown: ["If the app's own server or a proxy refused it, raise its limit."],
  },
  "image-too-large": {
    anthropic: [BASE64_COUNTS],
    bedrock: [BASE64_COUNTS, "Claude on Bedrock accepts 5 MB an image, half of what Anthropic's own API accepts."],
    vertex: [BASE64_COUNTS],
  },
  "image-dimensions": {
    anthropic: [
      "With more than 20 images in a request, earlier messages included, no side may exceed 2000 px. Remove some, or resize all to fit.",
    ],
    bedrock: [
      "With more than 20 images and documents in a request, no side may exceed 2000 px. Remove some, or resize all to fit.",
    ],
    vertex: [
      "With more than 20 images and documents in a request, no side may exceed 2000 px. Remove some, or resize all to fit.",
    ],
    openai: ['Or ask for `detail: "high"`, which downsizes instead of refusing.'],
  },
  "too-many-images": {
    anthropic: ["Models with a context of 200,000 tokens accept 100 images, the others 600."],
  },
  "unsupported-image-source": {
    ollama: ["Ollama accepts no URLs, only base64: as a data URL on /v1, without the prefix elsewhere."],
    bedrock: ["Claude on Bedrock accepts base64 only."],
    vertex: ["Claude on Vertex accepts base64 only."],
  },
  "image-file-missing": {
    gemini: ["Gemini keeps files for 48 hours."],
  },
};

/** `first`: what to do in this particular case, if known. */
export function nextStepsFor({
  kind,
  provider,
  limit,
  first,
}: {
  kind: ApiErrorKind;
  provider: string;
  limit: number | undefined;
  first: string | undefined;
}): readonly string[] {
  const own = kind === "request-too-large" ? OWN_LIMITS[provider] : undefined;
  // Once the limit is known to it, the meter warns before the request is sent.
  const meter =
    kind === "request-too-large" && limit !== undefined
      ? `Give the meter this limit: \`maxRequestBytes: ${limit}\`.`
      : undefined;
  return [
    ...[first, own].filter((step) => step !== undefined),
    ...STEPS[kind],
    ...(PROVIDER_STEPS[kind]?.[provider] ?? []),
    ...(meter === undefined ? [] : [meter]),
  ];
}
