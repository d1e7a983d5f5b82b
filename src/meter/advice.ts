/** What to do when a request nears or passes its cap. Pure. */
import type { Endpoint } from "../shared/endpoint.js";
import { countBytes, countTokens, quoteSize } from "../shared/format-figures.js";
import { untouchedBox } from "../shared/tokens/untouched.js";
import type { Size } from "../shared/types.js";
import { imageFigures } from "./image-figures.js";
import type { Advice, RequestEstimate, UploadCounts } from "./types.js";

export interface AdviceFacts {
  endpoint: Endpoint<unknown>;
  bytes: number;
  cap: number;
  capOwner: RequestEstimate["capOwner"];
  /** Average size in the request of one image that is not sent by its address, in bytes. */
  imageBytes: number;
  /** How many of those there are. */
  count: number;
  /** Images beyond the endpoint's count, those of earlier turns included. */
  surplusImages: number;
  /** Set where the app can upload images, so that advising it to begin with that is no use. */
  uploads?: UploadCounts | undefined;
}

/** The next best step first. */
export function adviceFor({ endpoint, bytes, cap, capOwner, imageBytes, count, surplusImages, uploads }: AdviceFacts): Advice[] {
  const advice: Advice[] = [];
  const { maxImages } = endpoint.caps;
  if (maxImages !== undefined && surplusImages > 0) {
    advice.push({ code: "fewer-images", message: `${endpoint.label} takes ${maxImages} images a request; remove ${surplusImages}.` });
  }
  if (uploads && uploads.underWay > 0) {
    const which = uploads.underWay === 1 ? "One image is" : `${uploads.underWay} images are`;
    // What else there is to do is known when they have come.
    return [...advice, { code: "files-api", message: `${which} being uploaded; the request then carries ids in place of bytes.` }];
  }
  if (uploads && uploads.failed > 0) {
    const which = uploads.failed === 1 ? "One image could not be uploaded and goes" : `${uploads.failed} images could not be uploaded and go`;
    advice.push({ code: "retry-upload", message: `${which} inline: try ${uploads.failed === 1 ? "it" : "them"} again.` });
  }
  const excess = bytes - cap;
  if (excess > 0 && count > 0) {
    const images = Math.min(count, Math.ceil(excess / imageBytes));
    const rest = images * imageBytes < excess ? ", and shorten the conversation" : "";
    advice.push({ code: "remove", message: `${countBytes(excess)} too many: remove ${images === 1 ? "one image" : `${images} images`}${rest}.` });
    advice.push({ code: "shrink", message: "Or shrink the images: a smaller box or a lower quality." });
  } else if (excess > 0) {
    advice.push({ code: "remove", message: `${countBytes(excess)} too many: shorten the conversation; earlier images are sent again each turn.` });
  }
  const where = capOwner === "app" ? "The app's own limit binds first" : `${endpoint.label} has no more room`;
  if (endpoint.fileBlock && count > 0 && !uploads) {
    advice.push({ code: "files-api", message: `${where}: upload images once through the Files API and send their ids instead of their bytes.` });
  }
  // Another route of the provider is no help against the app's own backend.
  return capOwner === "app" ? advice : [...advice, ...(endpoint.whenOver ?? [])];
}

/** Neither a file id nor another route makes an image cost fewer tokens. `count`: images whose pixels are known. */
export function tokenAdvice({ total, limit, perImage, count }: { total: number; limit: number; perImage: number; count: number }): Advice[] {
  const excess = Math.ceil(total - limit);
  if (!(excess > 0)) return [];
  const many = `${countTokens(excess)} too many`;
  if (count === 0 || perImage === 0) return [{ code: "remove", message: `${many}: shorten the conversation.` }];
  const images = Math.min(count, Math.ceil(excess / perImage));
  const rest = images * perImage < excess ? ", and shorten the conversation" : "";
  return [
    { code: "remove", message: `${many}: remove ${images === 1 ? "one image" : `${images} images`}${rest}.` },
    { code: "shrink", message: "Or shrink the images to a smaller box, which costs fewer tokens; a lower quality does not." },
  ];
}

/** A picture that the provider downsizes again loses small text for nothing. One sentence for all of them. */
export function resampleAdvice(images: readonly Size[], { tokenModel, tokenDetail }: Endpoint<unknown>): Advice[] {
  if (!tokenModel) return [];
  for (const image of images) {
    const seen = imageFigures(image, tokenModel, tokenDetail).resampled;
    if (!seen) continue;
    const box = quoteSize(untouchedBox(tokenModel, undefined, tokenDetail));
    const message = `${quoteSize(image)} is downsized again to ${quoteSize(seen)} by ${tokenModel.label}; box: "endpoint" (${box}) avoids it.`;
    return [{ code: "resampled", message }];
  }
  return [];
}
