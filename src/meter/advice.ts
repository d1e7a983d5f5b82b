/** Advice for a request near or over a limit. Pure. */
import type { Endpoint } from "../shared/endpoint.js";
import { quoteSize } from "../shared/format-figures.js";
import { untouchedBox } from "../shared/tokens/untouched.js";
import type { Advice, Size } from "../shared/types.js";
import { imageFigures } from "./image-figures.js";
import type { RequestEstimate, UploadCounts } from "./types.js";

export interface AdviceFacts {
  endpoint: Endpoint<unknown>;
  bytes: number;
  cap: number;
  capOwner: RequestEstimate["capOwner"];
  /** Average size in bytes of an image or PDF file in the request, without images sent by address. */
  imageBytes: number;
  /** The number of those images and PDF files. */
  count: number;
  /** How many of them are PDF files. */
  documents: number;
  /** Images beyond the endpoint's limit, counting those of earlier messages. */
  surplusImages: number;
  /** Set if the app uploads images already, so that it is not advised to. */
  uploads?: UploadCounts | undefined;
}

/** The best next step first. */
export function adviceFor({
  endpoint,
  bytes,
  cap,
  capOwner,
  imageBytes,
  count,
  documents,
  surplusImages,
  uploads,
}: AdviceFacts): Advice[] {
  const advice: Advice[] = [];
  const { maxImages } = endpoint.caps;
  if (maxImages !== undefined && surplusImages > 0) {
    const message = `Remove ${inWords(surplusImages)} to send this: ${endpoint.label} takes at most ${maxImages}.`;
    advice.push({ code: "fewer-images", audience: "user", images: surplusImages, maxImages, message });
  }
  if (uploads && uploads.underWay > 0) {
    const message = `Uploading ${inWords(uploads.underWay)}. The request will be smaller afterwards.`;
    // Further advice waits for the uploads to finish.
    return [
      ...advice,
      { code: "files-api", audience: "user", uploading: uploads.underWay, limitedBy: capOwner, message },
    ];
  }
  if (uploads && uploads.failed > 0) {
    const message = `Upload failed for ${inWords(uploads.failed)}. Try again.`;
    advice.push({ code: "retry-upload", audience: "user", images: uploads.failed, message });
  }
  const excess = bytes - cap;
  if (excess > 0) {
    advice.push(removeAdvice({ unit: "bytes", excess, perImage: imageBytes, count, documents }));
    if (count > documents)
      advice.push({ code: "shrink", audience: "user", unit: "bytes", message: "Or shrink the images." });
  }
  if (endpoint.fileBlock && count > documents && !uploads) {
    const where = capOwner === "app" ? "The app's own limit is the lowest" : `${endpoint.label} has no more room`;
    const message = `${where}: upload images once through the Files API and send their ids instead of their bytes.`;
    advice.push({ code: "files-api", audience: "developer", uploading: 0, limitedBy: capOwner, message });
  }
  // Another route of the provider does not help with the app's own limit.
  return capOwner === "app" ? advice : [...advice, ...(endpoint.whenOver ?? [])];
}

/** Neither a file id nor another route reduces tokens. */
export function tokenAdvice({ total, limit, made, count, documents }: TokenFacts): Advice[] {
  const excess = Math.ceil(total - limit);
  if (!(excess > 0)) return [];
  const known = made > 0 ? count : 0;
  const remove = removeAdvice({ unit: "tokens", excess, perImage: made / known, count: known, documents });
  const message = "Or shrink the images: fewer pixels cost fewer tokens.";
  return known > documents ? [remove, { code: "shrink", audience: "user", unit: "tokens", message }] : [remove];
}

interface TokenFacts {
  /** Of the whole request. */
  total: number;
  limit: number;
  /** Of images whose pixels are known, and of PDF files whose pages are. */
  made: number;
  /** The number of these images and files. */
  count: number;
  /** How many of them are PDF files. */
  documents: number;
}

interface Excess extends Pick<AdviceFacts, "count" | "documents"> {
  unit: "bytes" | "tokens";
  excess: number;
  /** Average of one image or PDF file, in `unit`. */
  perImage: number;
}

function removeAdvice({ unit, excess, perImage, count, documents }: Excess): Advice {
  const images = count > 0 ? Math.min(count, Math.ceil(excess / perImage)) : 0;
  const isEnough = images * perImage >= excess;
  const counted = documents < 1 ? undefined : documents < count ? "files" : "documents";
  const shorten = images > 0 ? " and shorten the conversation" : "Shorten the message or the conversation";
  const message = `${images > 0 ? `Remove ${inWords(images, counted)}` : ""}${isEnough ? "" : shorten} to send this.`;
  return { code: "remove", audience: "user", unit, excess, images, isEnough, message, counted };
}

function inWords(count: number, counted = "images"): string {
  return count === 1 ? `one ${counted.slice(0, -1)}` : `${count} ${counted}`;
}

/** A picture that the provider downsizes again loses small text for nothing. One sentence for all such pictures. */
export function resampleAdvice(images: readonly Size[], { tokenModel, tokenDetail }: Endpoint<unknown>): Advice[] {
  if (!tokenModel) return [];
  for (const image of images) {
    const seen = imageFigures(image, tokenModel, tokenDetail).resampled;
    if (!seen) continue;
    const { label: model } = tokenModel;
    const box = untouchedBox(tokenModel, undefined, tokenDetail);
    const message = `${quoteSize(image)} is downsized again to ${quoteSize(seen)} by ${model}; box: "endpoint" (${quoteSize(box)}) avoids it.`;
    const sizes = { from: sizeOf(image), to: sizeOf(seen), box: sizeOf(box) };
    return [{ code: "resampled", audience: "developer", ...sizes, model, message }];
  }
  return [];
}

/** Only the size, since advice is plain data. */
function sizeOf({ width, height }: Size): Size {
  return { width, height };
}
