import { inspectImage } from "vision-dropzone/core";
import type { ImageHeader } from "vision-dropzone/core";
import { badRequest } from "./envelopes.js";
import type { Refusal } from "./envelopes.js";
import { namedFile } from "./files-store.js";
import type { FileStore } from "./files-store.js";
import { decodeBase64, readHeader, splitDataUrl } from "./image-part.js";
import type { ImagePart, RequestContent } from "./image-part.js";
import { isObject, listAt, objectAt, textAt } from "./json.js";
import type { TakenImage } from "./receipt.js";
import { openaiRules as rules } from "./rules.js";

/** The error's `param`, and the member that holds the conversation. */
export type ConversationKey = "messages" | "input";

const MEDIA_TYPES = ["image/jpeg", "image/png", "image/gif", "image/webp"];

function imagePart(part: unknown, path: string): ImagePart | undefined {
  const type = textAt(part, "type");
  if (type !== "image_url" && type !== "input_image") return undefined;
  const url = type === "image_url" ? textAt(objectAt(part, "image_url"), "url") : textAt(part, "image_url");
  const inline = url === undefined ? undefined : splitDataUrl(url);
  if (inline) return { kind: "base64", path, ...inline };
  // Chat Completions has no image by file id; only Responses' block says `file_id`.
  const id = type === "input_image" && url === undefined ? textAt(part, "file_id") : undefined;
  return id === undefined ? { kind: "url", path } : { kind: "file", path, id };
}

/** Every image and the amount of text in `messages` (Chat Completions) or `input` (Responses). */
export function openaiContent(body: unknown, key: ConversationKey): RequestContent {
  const images: ImagePart[] = [];
  const prompt = textAt(body, key) ?? "";
  let textCharacters = prompt.length + (textAt(body, "instructions")?.length ?? 0);
  listAt(body, key).forEach((message, index) => {
    const content = isObject(message) ? message["content"] : undefined;
    if (typeof content === "string") textCharacters += content.length;
    if (!Array.isArray(content)) return;
    content.forEach((part: unknown, at) => {
      textCharacters += textAt(part, "text")?.length ?? 0;
      const image = imagePart(part, `${key}[${index}].content[${at}]`);
      if (image) images.push(image);
    });
  });
  return { images, textCharacters };
}

/** 32-pixel squares, which is what the patch models count. */
function patches({ width, height }: { width: number; height: number }): number {
  return Math.ceil(width / rules.patchPx.value) * Math.ceil(height / rules.patchPx.value);
}

async function readPart(image: Exclude<ImagePart, { kind: "url" }>, store: FileStore): Promise<ImageHeader | Refusal | undefined> {
  if (image.kind === "file") {
    const file = namedFile(store, { provider: "openai", id: image.id, path: image.path });
    return "status" in file ? file : inspectImage(file.blob);
  }
  const bytes = decodeBase64(image.data);
  return bytes && readHeader(bytes);
}

async function takeImage(image: ImagePart, param: ConversationKey, store: FileStore): Promise<TakenImage | Refusal> {
  if (image.kind === "url") return { kind: "url" };
  if (image.kind === "base64" && image.data === "") {
    return badRequest(
      "Invalid image_url: Expected a base64-encoded data URL with an image MIME type " +
        "(e.g. 'data:image/png;base64,...'), but got empty base64-encoded bytes.",
      { code: "invalid_value", param },
    );
  }
  const header = await readPart(image, store);
  if (header && "status" in header) return header;
  if (!header) {
    return badRequest(
      "The image data you provided does not represent a valid image. Please check your input and try again with one " +
        "of the supported image formats: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'].",
      { code: "invalid_value", param },
    );
  }
  // By content only: a wrong media type in the data URL is tolerated here, unlike at Anthropic.
  if (!MEDIA_TYPES.includes(header.mediaType)) {
    return badRequest(
      "You uploaded an unsupported image. Please make sure your image has of one the following formats: " +
        "['png', 'jpeg', 'gif', 'webp'].",
      { code: "invalid_image_format", param },
    );
  }
  const needed = patches(header);
  if (needed > rules.maxPatches.value) {
    return badRequest(
      `The image requires ${needed} patches after processing, exceeding the limit of ${rules.maxPatches.value}.`,
      { code: "invalid_value", param },
    );
  }
  return { kind: image.kind, header };
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 10_000) / 100}MB`;
}

/** Takes every image or answers with the first refusal, one image in memory at a time. */
export async function takeOpenaiImages(
  images: readonly ImagePart[],
  param: ConversationKey,
  store: FileStore,
): Promise<readonly TakenImage[] | Refusal> {
  if (images.length > rules.maxImages.value) {
    return badRequest(`Too many images: ${images.length} images, the limit is ${rules.maxImages.value}.`, { param });
  }
  const characters = images.reduce((sum, image) => sum + (image.kind === "base64" ? image.data.length : 0), 0);
  const total = characters * rules.totalImageBytesPerCharacter.value;
  if (total > rules.maxTotalImageBytes.value) {
    const limit = megabytes(rules.maxTotalImageBytes.value);
    return badRequest(`Total image size is ${megabytes(total)}, which exceeds the allowed limit of ${limit}.`, { param });
  }
  const taken: TakenImage[] = [];
  for (const image of images) {
    const result = await takeImage(image, param, store);
    if ("status" in result) return result;
    taken.push(result);
  }
  return taken;
}

/** Tokens of one image at `detail: "auto"` on a current patch model. */
export function openaiImageTokens(image: TakenImage): number {
  return image.kind === "url" ? 0 : Math.ceil(patches(image.header) * rules.tokensPerPatch.value);
}
