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
  /** Average size of an image in the request, in bytes, without those sent by address. */
  imageBytes: number;
  /** The number of those images. */
  count: number;
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
    const which = uploads.underWay === 1 ? "One image is" : `${uploads.underWay} images are`;
    const message = `${which} being uploaded. The request will be smaller afterwards.`;
    // Further advice waits for the uploads to finish.
    return [
      ...advice,
      { code: "files-api", audience: "user", uploading: uploads.underWay, limitedBy: capOwner, message },
    ];
  }
  if (uploads && uploads.failed > 0) {
    const message =
      uploads.failed === 1
        ? "One image could not be uploaded. Try it again."
        : `${uploads.failed} images could not be uploaded. Try them again.`;
    advice.push({ code: "retry-upload", audience: "user", images: uploads.failed, message });
  }
  const excess = bytes - cap;
  if (excess > 0) {
    const otherwise = "Shorten the message or the conversation: earlier messages are sent again each time.";
    advice.push(removeAdvice({ unit: "bytes", excess, perImage: imageBytes, count, otherwise }));
    if (count > 0) advice.push({ code: "shrink", audience: "user", unit: "bytes", message: "Or shrink the images." });
  }
  if (endpoint.fileBlock && count > 0 && !uploads) {
    const where = capOwner === "app" ? "The app's own limit is the lowest" : `${endpoint.label} has no more room`;
    const message = `${where}: upload images once through the Files API and send their ids instead of their bytes.`;
    advice.push({ code: "files-api", audience: "developer", uploading: 0, limitedBy: capOwner, message });
  }
  // Another route of the provider does not help with the app's own limit.
  return capOwner === "app" ? advice : [...advice, ...(endpoint.whenOver ?? [])];
}

/** Neither a file id nor another route reduces an image's tokens. `count`: images whose pixels are known. */
export function tokenAdvice({
  total,
  limit,
  perImage,
  count,
}: {
  total: number;
  limit: number;
  perImage: number;
  count: number;
}): Advice[] {
  const excess = Math.ceil(total - limit);
  if (!(excess > 0)) return [];
  const known = perImage === 0 ? 0 : count;
  const remove = removeAdvice({
    unit: "tokens",
    excess,
    perImage,
    count: known,
    otherwise: "Shorten the message or the conversation.",
  });
  if (known === 0) return [remove];
  return [
    remove,
    {
      code: "shrink",
      audience: "user",
      unit: "tokens",
      message: "Or shrink the images: fewer pixels cost fewer tokens.",
    },
  ];
}

interface Excess {
  unit: "bytes" | "tokens";
  excess: number;
  /** Average of one image, in `unit`. */
  perImage: number;
  count: number;
  /** The sentence if no image can be removed. */
  otherwise: string;
}

function removeAdvice({ unit, excess, perImage, count, otherwise }: Excess): Advice {
  const advice = { code: "remove", audience: "user", unit, excess } as const;
  if (count === 0) return { ...advice, images: 0, isEnough: false, message: otherwise };
  const images = Math.min(count, Math.ceil(excess / perImage));
  const isEnough = images * perImage >= excess;
  const message = `Remove ${inWords(images)}${isEnough ? "" : " and shorten the conversation"} to send this.`;
  return { ...advice, images, isEnough, message };
}

function inWords(images: number): string {
  return images === 1 ? "one image" : `${images} images`;
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
