import { inspectImage } from "vision-dropzone/core";
import type { Endpoint, ImageHeader } from "vision-dropzone/core";
import type { FileStore } from "./files-store.js";
import { decodeBase64 } from "./image-part.js";
import type { ImagePart } from "./image-part.js";
import type { TakenImage } from "./receipt.js";
import type { Limits } from "./trials.js";
import type { Violation } from "./violation.js";

/** The rules for the images of one request. */
export interface Take {
  endpoint: Endpoint<unknown>;
  limits: Limits;
  /** Whether the API compares a stated media type with the bytes, or looks at the bytes alone. */
  labels: "checked" | "ignored";
  store: FileStore;
}

/** The rules about pixels, which apply however the image arrived. */
function checkPixels(
  path: string,
  { width, height }: ImageHeader,
  { endpoint, limits }: Take,
  many: boolean,
): Violation | undefined {
  const { manyImages, maxPatches } = endpoint.caps;
  const edgePx = Math.max(width, height);
  if (edgePx > limits.maxEdgePx) return { kind: "edge", path, edgePx, limit: limits.maxEdgePx, many: false };
  if (many && manyImages && edgePx > manyImages.maxEdgePx) {
    return { kind: "edge", path, edgePx, limit: manyImages.maxEdgePx, many: true };
  }
  if (!maxPatches) return undefined;
  const patches = Math.ceil(width / maxPatches.edgePx) * Math.ceil(height / maxPatches.edgePx);
  return patches > limits.maxPatches ? { kind: "patches", path, patches, limit: limits.maxPatches } : undefined;
}

const takes = ({ endpoint }: Take, mediaType: string | undefined): boolean =>
  endpoint.caps.mediaTypes.some((type) => type === mediaType);

async function takeFile(
  { path, id }: Extract<ImagePart, { kind: "file" }>,
  take: Take,
): Promise<ImageHeader | Violation> {
  const file = take.endpoint.fileBlock ? take.store.find(take.endpoint.provider, id) : undefined;
  if (!file) return { kind: "file-missing", path, id };
  const header = await inspectImage(file.blob);
  if (!header) return { kind: "undecodable", path };
  return takes(take, header.mediaType) ? header : { kind: "format", path, found: header.mediaType };
}

async function takeInline(
  { path, mediaType, data }: Extract<ImagePart, { kind: "base64" }>,
  take: Take,
): Promise<ImageHeader | Violation> {
  const { endpoint, limits, labels } = take;
  if (labels === "checked" && !takes(take, mediaType)) return { kind: "label", path, label: mediaType };
  const tooLong = (bytes: number): Violation | undefined =>
    bytes > limits.maxImageBytes ? { kind: "image-bytes", path, bytes, limit: limits.maxImageBytes } : undefined;
  const countsRaw = endpoint.caps.maxImageBytes?.counted === "raw";
  const longText = countsRaw ? undefined : tooLong(data.length);
  if (longText) return longText;
  const bytes = decodeBase64(data);
  if ("faultAt" in bytes) return { kind: "bad-base64", path, at: bytes.faultAt, empty: data === "" };
  const longFile = countsRaw ? tooLong(bytes.length) : undefined;
  if (longFile) return longFile;
  const header = await inspectImage(new Blob([bytes]));
  if (!header) return { kind: "undecodable", path };
  if (labels === "checked" && mediaType !== undefined && header.mediaType !== mediaType) {
    return { kind: "mismatch", path, label: mediaType, found: header.mediaType };
  }
  return takes(take, header.mediaType) ? header : { kind: "format", path, found: header.mediaType };
}

async function takeImage(image: ImagePart, take: Take, many: boolean): Promise<TakenImage | Violation> {
  const { kind, path } = image;
  if (kind === "url") return take.endpoint.urlBlock ? { from: "url" } : { kind: "source", path };
  if (kind === "file" && !take.endpoint.fileBlock) return { kind: "source", path };
  const header = kind === "file" ? await takeFile(image, take) : await takeInline(image, take);
  if ("kind" in header) return header;
  return checkPixels(path, header, take, many) ?? { from: kind, header };
}

/** Takes every image or answers with the first limit exceeded, one image in memory at a time. */
export async function takeImages(images: readonly ImagePart[], take: Take): Promise<readonly TakenImage[] | Violation> {
  const { maxImages } = take.limits;
  if (images.length > maxImages) return { kind: "image-count", images: images.length, limit: maxImages };
  const many = images.length > (take.endpoint.caps.manyImages?.above ?? Infinity);
  const taken: TakenImage[] = [];
  for (const image of images) {
    const result = await takeImage(image, take, many);
    if ("kind" in result) return result;
    taken.push(result);
  }
  return taken;
}
