import { inspectImage } from "vision-dropzone/core";
import type { ImageHeader } from "vision-dropzone/core";
import { badRequest } from "./envelopes.js";
import type { Refusal } from "./envelopes.js";
import { namedFile } from "./files-store.js";
import type { FileStore } from "./files-store.js";
import { decodeBase64, readHeader } from "./image-part.js";
import type { ImagePart, RequestContent } from "./image-part.js";
import { isObject, listAt, objectAt, textAt } from "./json.js";
import type { TakenImage } from "./receipt.js";
import { anthropicRules as rules } from "./rules.js";
import type { Limits } from "./trials.js";

const MEDIA_TYPES = ["image/jpeg", "image/png", "image/gif", "image/webp"];

function imagePart(block: unknown, path: string): ImagePart {
  const source = objectAt(block, "source");
  const kind = textAt(source, "type");
  if (kind === "url") return { kind: "url", path };
  if (kind === "file") return { kind: "file", path, id: textAt(source, "file_id") ?? "" };
  return {
    kind: "base64",
    path: `${path}.source.base64`,
    mediaType: textAt(source, "media_type"),
    data: textAt(source, "data") ?? "",
  };
}

/** Every image and the amount of text in `messages`, tool results included. */
export function anthropicContent(params: unknown): RequestContent {
  const images: ImagePart[] = [];
  let textCharacters = textAt(params, "system")?.length ?? 0;
  const visit = (content: unknown, path: string): void => {
    if (typeof content === "string") textCharacters += content.length;
    if (!Array.isArray(content)) return;
    content.forEach((block: unknown, index) => {
      const at = `${path}.${index}`;
      const type = textAt(block, "type");
      if (type === "text") textCharacters += textAt(block, "text")?.length ?? 0;
      if (type === "image") images.push(imagePart(block, `${at}.image`));
      if (type === "tool_result" && isObject(block)) visit(block["content"], `${at}.tool_result.content`);
    });
  };
  listAt(params, "messages").forEach((message, index) => {
    visit(isObject(message) ? message["content"] : undefined, `messages.${index}.content`);
  });
  return { images, textCharacters };
}

/** What an image is held to beside its own figures. */
interface Take {
  /** The request holds so many that smaller sides are asked for. */
  many: boolean;
  limits: Limits;
  store: FileStore;
}

/** The rules about pixels, which bind however the image came. */
function checkEdges(path: string, header: ImageHeader, { many, limits }: Take): Refusal | undefined {
  const edgePx = Math.max(header.width, header.height);
  const exceeds = `${path}: At least one of the image dimensions exceed max allowed size`;
  if (edgePx > limits.maxEdgePx) return badRequest(`${exceeds}: ${limits.maxEdgePx} pixels`);
  if (many && edgePx > rules.manyImagesMaxEdgePx.value) {
    return badRequest(`${exceeds} for many-image requests: ${rules.manyImagesMaxEdgePx.value} pixels`);
  }
  return undefined;
}

async function takeFile(path: string, id: string, take: Take): Promise<TakenImage | Refusal> {
  const file = namedFile(take.store, { provider: "anthropic", id, path });
  if ("status" in file) return file;
  const header = await inspectImage(file.blob);
  if (!header || !MEDIA_TYPES.includes(header.mediaType)) return badRequest(`${path}: Could not process image`);
  return checkEdges(path, header, take) ?? { kind: "file", header };
}

async function takeImage(image: ImagePart, take: Take): Promise<TakenImage | Refusal> {
  if (image.kind === "url") return { kind: "url" };
  if (image.kind === "file") return takeFile(image.path, image.id, take);
  const { path, mediaType, data } = image;
  if (mediaType === undefined || !MEDIA_TYPES.includes(mediaType)) {
    return badRequest(`${path}.media_type: Input should be 'image/jpeg', 'image/png', 'image/gif' or 'image/webp'`);
  }
  const limit = take.limits.maxImageCharacters;
  if (data.length > limit) {
    const megabytes = Number((limit / 2 ** 20).toFixed(2));
    return badRequest(`${path}: image exceeds ${megabytes} MB maximum: ${data.length} bytes > ${limit} bytes`);
  }
  const bytes = decodeBase64(data);
  if (!bytes) return badRequest(`${path}.data: Invalid base64 data`);
  const header = await readHeader(bytes);
  if (!header) return badRequest(`${path}: Could not process image`);
  if (header.mediaType !== mediaType) {
    return badRequest(
      `${path}: The image was specified using the ${mediaType} media type, ` +
        `but the image appears to be a ${header.mediaType} image`,
    );
  }
  return checkEdges(path, header, take) ?? { kind: "base64", header };
}

/** Takes every image or answers with the first refusal, one image in memory at a time. */
export async function takeAnthropicImages(
  images: readonly ImagePart[],
  { limits, store }: Omit<Take, "many">,
): Promise<readonly TakenImage[] | Refusal> {
  const limit = limits.maxImages;
  if (images.length > limit) return badRequest(`too many images and documents: ${images.length} + 0 > ${limit}`);
  const many = images.length > rules.manyImagesAbove.value;
  const taken: TakenImage[] = [];
  for (const image of images) {
    const result = await takeImage(image, { many, limits, store });
    if ("status" in result) return result;
    taken.push(result);
  }
  return taken;
}

/** Visual tokens: one a 28-pixel square, up to the budget of a current model. */
export function anthropicImageTokens(image: TakenImage): number {
  if (image.kind === "url") return 0;
  const patches = (px: number): number => Math.ceil(px / rules.tokenPatchPx.value);
  return Math.min(rules.maxImageTokens.value, patches(image.header.width) * patches(image.header.height));
}
