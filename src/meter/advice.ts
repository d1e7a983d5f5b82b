/** Advice for a request near or over a limit. Pure. */
import type { Endpoint } from "../shared/endpoint.js";
import { countBytes, countTokens, quoteSize } from "../shared/format-figures.js";
import { untouchedBox } from "../shared/tokens/untouched.js";
import type { Advice, Size } from "../shared/types.js";
import { imageFigures } from "./image-figures.js";
import type { RequestEstimate, UploadCounts } from "./types.js";

export interface AdviceFacts {
  endpoint: Endpoint<unknown>;
  bytes: number;
  cap: number;
  capOwner: RequestEstimate["capOwner"];
  /** Average size in the request of one image that is not sent by its address, in bytes. */
  imageBytes: number;
  /** How many of those there are. */
  count: number;
  /** Images beyond the endpoint's count, those of earlier messages included. */
  surplusImages: number;
  /** Set if the app already uploads images, so that it is not advised to. */
  uploads?: UploadCounts | undefined;
}

/** The next best step first. */
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
    const message = `${endpoint.label} takes ${inWords(maxImages)} a request; remove ${surplusImages}.`;
    advice.push({ code: "fewer-images", images: surplusImages, maxImages, message });
  }
  if (uploads && uploads.underWay > 0) {
    const which = uploads.underWay === 1 ? "One image is" : `${uploads.underWay} images are`;
    const message = `${which} being uploaded; the request then carries ids in place of bytes.`;
    // Further advice waits for the uploads to finish.
    return [...advice, { code: "files-api", uploading: uploads.underWay, limitedBy: capOwner, message }];
  }
  if (uploads && uploads.failed > 0) {
    const which =
      uploads.failed === 1
        ? "One image could not be uploaded and goes"
        : `${uploads.failed} images could not be uploaded and go`;
    advice.push({
      code: "retry-upload",
      images: uploads.failed,
      message: `${which} inline: try ${uploads.failed === 1 ? "it" : "them"} again.`,
    });
  }
  const excess = bytes - cap;
  if (excess > 0) {
    const otherwise = "shorten the conversation; earlier images are sent again with each message";
    advice.push(removeAdvice({ unit: "bytes", excess, perImage: imageBytes, count, otherwise }));
    if (count > 0)
      advice.push({
        code: "shrink",
        unit: "bytes",
        message: "Or shrink the images: a smaller box or a lower quality.",
      });
  }
  if (endpoint.fileBlock && count > 0 && !uploads) {
    const where = capOwner === "app" ? "The app's own limit binds first" : `${endpoint.label} has no more room`;
    const message = `${where}: upload images once through the Files API and send their ids instead of their bytes.`;
    advice.push({ code: "files-api", uploading: 0, limitedBy: capOwner, message });
  }
  // Another route of the provider does not help against the app's own limit.
  return capOwner === "app" ? advice : [...advice, ...(endpoint.whenOver ?? [])];
}

/** Neither a file id nor another route makes an image cost fewer tokens. `count`: images whose pixels are known. */
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
    otherwise: "shorten the conversation",
  });
  if (known === 0) return [remove];
  return [
    remove,
    {
      code: "shrink",
      unit: "tokens",
      message: "Or shrink the images to a smaller box, which costs fewer tokens; a lower quality does not.",
    },
  ];
}

interface Excess {
  unit: "bytes" | "tokens";
  excess: number;
  /** Average of one image, in `unit`. */
  perImage: number;
  count: number;
  /** The advice if no image can be removed. */
  otherwise: string;
}

function removeAdvice({ unit, excess, perImage, count, otherwise }: Excess): Advice {
  const many = `${unit === "bytes" ? countBytes(excess) : countTokens(excess)} too many`;
  if (count === 0)
    return { code: "remove", unit, excess, images: 0, isEnough: false, message: `${many}: ${otherwise}.` };
  const images = Math.min(count, Math.ceil(excess / perImage));
  const isEnough = images * perImage >= excess;
  const message = `${many}: remove ${images === 1 ? "one image" : inWords(images)}${isEnough ? "" : ", and shorten the conversation"}.`;
  return { code: "remove", unit, excess, images, isEnough, message };
}

function inWords(images: number): string {
  return `${images} ${images === 1 ? "image" : "images"}`;
}

/** A picture that the provider downsizes again loses small text for nothing. One sentence for all of them. */
export function resampleAdvice(images: readonly Size[], { tokenModel, tokenDetail }: Endpoint<unknown>): Advice[] {
  if (!tokenModel) return [];
  for (const image of images) {
    const seen = imageFigures(image, tokenModel, tokenDetail).resampled;
    if (!seen) continue;
    const { label: model } = tokenModel;
    const box = untouchedBox(tokenModel, undefined, tokenDetail);
    const message = `${quoteSize(image)} is downsized again to ${quoteSize(seen)} by ${model}; box: "endpoint" (${quoteSize(box)}) avoids it.`;
    return [{ code: "resampled", from: sizeOf(image), to: sizeOf(seen), box: sizeOf(box), model, message }];
  }
  return [];
}

/** Nothing but the size: advice is plain data. */
function sizeOf({ width, height }: Size): Size {
  return { width, height };
}
