/** What a person or the app can do about each kind of refusal, and about it at this provider. */
import type { ApiErrorKind } from "./types.js";

const SHRINK = "Shrink the images, or save them in lower quality.";
const DROP = "Remove images, also those of earlier messages: they are sent again each time.";
const FORGET = "Remove it from the conversation: every later message would fail as well.";

const STEPS: Readonly<Record<ApiErrorKind, readonly string[]>> = {
  "request-too-large": [DROP, SHRINK],
  "image-too-large": ["Shrink this image, or save it in lower quality.", FORGET],
  "image-dimensions": ["Shrink this image.", FORGET],
  "image-too-small": ["Send a larger picture, or put this one on a larger background.", FORGET],
  "too-many-images": [DROP, "Split the work over several requests."],
  "images-unsupported": [
    "Choose a model that takes images.",
    "Or remove the images from the conversation: every later message would fail as well.",
  ],
  "media-type-mismatch": [
    "Save the image as JPEG or PNG, which every API takes.",
    "Send the media type of the bytes, not of the file's name. Images prepared by this library always agree.",
    FORGET,
  ],
  "undecodable-image": ["Open the picture, save it as JPEG or PNG and add it again.", FORGET],
  "image-url-unreachable": [
    "Check that the address is public, https, and open to robots: the provider's servers fetch it, not the browser.",
    "Send the image itself instead.",
  ],
  "unsupported-image-source": ["Send the image itself, as base64."],
  "image-file-missing": [
    "Upload the image again: uploads expire, and belong to one project.",
    "Send the image itself instead.",
  ],
  "too-many-tokens": [
    "Shorten the text or the conversation.",
    "Send fewer images; smaller ones only help with models that count by size.",
    "Choose a model with a larger context window.",
  ],
  "request-encoding": ["Send the body without `Content-Encoding`."],
  "rate-limit": [
    "Try again in a moment; after each failure wait longer.",
    "Send fewer or smaller images in a minute: their tokens count, too.",
  ],
  overloaded: [
    "Try again in a moment; after each failure wait longer.",
    "Choose another model, or another provider of the same one.",
  ],
};

/** Limits of the app's own servers: these come first, since nobody but the app can raise them. */
const OWN_LIMITS: Readonly<Record<string, string>> = {
  vercel:
    "The app's own server refused it: Vercel Functions take 4.5 MB. Give the meter `requestBytes: 4_500_000`, or send to the provider directly.",
  express: "The app's own server refused it: `express.json()` takes 100 kB unless told otherwise. Raise its `limit`.",
  nginx: "A proxy before the server refused it: raise nginx's `client_max_body_size`.",
  next: "The app's own server refused it: raise Next's `serverActions.bodySizeLimit`, or `api.bodyParser.sizeLimit` of a page's route.",
  fastify: "The app's own server refused it: raise Fastify's `bodyLimit`.",
  cloudflare: "Cloudflare refused it: its plans take 100 to 500 MB a request.",
  lambda: "AWS Lambda refused it: it takes 6 MB a request.",
  websocket:
    "The WebSocket's other end refused it: raise its largest message (`maxPayload` in ws), or send by `fetch`.",
  grpc: "A server refused it: raise gRPC's largest message (`max_receive_message_length`).",
};

const BASE64_COUNTS = "The limit counts base64 text, a third more than the file.";

/** What only this provider offers, or only its limits explain; after the general steps. */
const PROVIDER_STEPS: Partial<Record<ApiErrorKind, Readonly<Record<string, readonly string[]>>>> = {
  "request-too-large": {
    anthropic: [
      "Upload images once through the Files API and send their ids instead of their bytes.",
      "For bulk work, Message Batches take 256 MB a request, at half the price.",
    ],
    openai: [
      "Upload images once through the Files API and send their ids: the Responses API takes them.",
      "For bulk work, the Batch API takes files of 200 MB.",
    ],
    azure: ["Upload images once through the Files API and send their ids: the Responses API takes them."],
    gemini: ["Upload images once through the Files API (2 GB a file, kept for 48 hours) and send their URIs."],
    vertex: [
      "Where the model takes them, send images from Cloud Storage by their gs:// URI. Claude takes inline images only.",
    ],
    bedrock: [
      "Claude on Bedrock takes 20 MB a request, less than Anthropic's own API.",
      "If the text is long, shorten it: Bedrock says the same of too many tokens.",
    ],
    unknown: ["If the app's own server or a proxy refused it, raise its limit."],
  },
  "image-too-large": {
    anthropic: [BASE64_COUNTS],
    bedrock: [BASE64_COUNTS, "Claude on Bedrock takes 5 MB an image, half of what Anthropic's own API does."],
    vertex: [BASE64_COUNTS],
  },
  "image-dimensions": {
    anthropic: [
      "Above 20 images in a request, the history included, no side may exceed 2000 px: remove some, or prepare all within 2000.",
    ],
    bedrock: [
      "Above 20 images and documents in a request, no side may exceed 2000 px: remove some, or prepare all within 2000.",
    ],
    vertex: [
      "Above 20 images and documents in a request, no side may exceed 2000 px: remove some, or prepare all within 2000.",
    ],
    openai: ['Or ask for `detail: "high"`, which downsizes instead of refusing.'],
  },
  "too-many-images": {
    anthropic: ["Models with a context of 200,000 tokens take 100 images, the others 600."],
  },
  "unsupported-image-source": {
    ollama: ["Ollama takes no URLs: only base64, in a data URL on /v1, without its prefix elsewhere."],
    bedrock: ["Claude on Bedrock takes base64 only."],
    vertex: ["Claude on Vertex takes base64 only."],
  },
  "image-file-missing": {
    gemini: ["Gemini keeps files for 48 hours."],
  },
};

/** `first`: what to do in this very case, where there is such a thing. */
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
  // The app then hears of it before it sends.
  const meter =
    kind === "request-too-large" && limit !== undefined
      ? `Give the meter this limit: \`requestBytes: ${limit}\`.`
      : undefined;
  return [
    ...[first, own].filter((step) => step !== undefined),
    ...STEPS[kind],
    ...(PROVIDER_STEPS[kind]?.[provider] ?? []),
    ...(meter === undefined ? [] : [meter]),
  ];
}
