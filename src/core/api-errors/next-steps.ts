/** What a person or the app can do about each kind of refusal, and about it at this provider. */
import type { ApiErrorKind } from "./types.js";

const SHRINK = "Shrink the images: a smaller box or a lower quality.";
const DROP = "Remove images, or drop those of earlier turns from the history: they are sent again each time.";
const FORGET = "Remove the image from the conversation: it would fail every later turn as well.";

const STEPS: Readonly<Record<ApiErrorKind, readonly string[]>> = {
  "request-too-large": [DROP, SHRINK],
  "image-too-large": ["Shrink that image: a smaller box or a lower quality.", FORGET],
  "image-dimensions": ["Prepare that image with a smaller box.", FORGET],
  "image-too-small": ["Send a larger picture, or put the small one on a larger background.", FORGET],
  "too-many-images": [DROP, "Split the work over several requests."],
  "media-type-mismatch": [
    "Send the media type of the bytes, not of the file's name. Images prepared by this library always agree.",
    "Convert other formats to JPEG or PNG, which every API takes.",
    FORGET,
  ],
  "undecodable-image": ["Open the picture, export it as JPEG or PNG and add it again.", FORGET],
  "image-url-unreachable": [
    "Check that the URL is public, https, and served to robots too: the provider's servers fetch it, not the browser.",
    "Send the image inline instead.",
  ],
  "unsupported-image-source": ["Send the image inline, as base64."],
  "image-file-missing": ["Upload the image again and send the new id: stored files expire, and belong to one project.", "Send the image inline instead."],
  "too-many-tokens": [
    "Shorten the text or the history.",
    "Send fewer images; smaller ones only help with models that count by size.",
    "Use a model with a larger context window.",
  ],
  "request-encoding": ["Send the body without `Content-Encoding`."],
  "rate-limit": [
    "Wait, as long as the answer's Retry-After header says where it has one, then send the same again; wait longer each time.",
    "Send fewer or smaller images in a minute: their tokens count towards the limit, too.",
  ],
  overloaded: ["Wait a moment, then send the same again; wait longer each time.", "Use another model, or another provider of the same one."],
};

/** Walls of the app's own servers: these come first, since nobody but the app can move them. */
const OWN_WALLS: Readonly<Record<string, readonly string[]>> = {
  vercel: ["The app's own backend refused it: Vercel Functions take 4.5 MB. Give the meter `requestBytes: 4_500_000`, or send to the provider directly."],
  express: ["The app's own server refused it: `express.json()` takes 100 kB unless told otherwise. Raise its `limit`, and give the meter the same figure as `requestBytes`."],
  nginx: ["A proxy before the server refused it: raise nginx's `client_max_body_size`, and give the meter the same figure as `requestBytes`."],
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
    "azure": ["Upload images once through the Files API and send their ids: the Responses API takes them."],
    gemini: ["Upload images once through the Files API (2 GB a file, kept for 48 hours) and send their URIs."],
    vertex: ["Where the model takes them, send images from Cloud Storage by their gs:// URI. Claude takes inline images only."],
    bedrock: ["Claude on Bedrock takes 20 MB a request, less than Anthropic's own API.", "If the text is long, shorten it: Bedrock says the same of too many tokens."],
    unknown: ["If the app's own server or a proxy refused it, raise its limit, and give the meter the same figure as `requestBytes`."],
  },
  "image-too-large": {
    anthropic: [BASE64_COUNTS],
    bedrock: [BASE64_COUNTS, "Claude on Bedrock takes 5 MB an image, half of what Anthropic's own API does."],
    vertex: [BASE64_COUNTS],
  },
  "image-dimensions": {
    anthropic: ["Above 20 images in a request, the history included, no side may exceed 2000 px: remove some, or prepare all within 2000."],
    bedrock: ["Above 20 images and documents in a request, no side may exceed 2000 px: remove some, or prepare all within 2000."],
    vertex: ["Above 20 images and documents in a request, no side may exceed 2000 px: remove some, or prepare all within 2000."],
    openai: ["Or ask for `detail: \"high\"`, which downsizes instead of refusing."],
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

/** `first`: the step of the very signature, if it has one. */
export function nextStepsFor(kind: ApiErrorKind, provider: string, first: string | undefined): readonly string[] {
  const own = kind === "request-too-large" ? (OWN_WALLS[provider] ?? []) : [];
  return [...(first === undefined ? [] : [first]), ...own, ...STEPS[kind], ...(PROVIDER_STEPS[kind]?.[provider] ?? [])];
}
