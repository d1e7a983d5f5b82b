/** Builds the job for `pixels/` from a picture and the app's settings. */
import type { Registry } from "../formats/create-registry.js";
import type { Picture } from "./encode-file.js";
import type { Received } from "./stages.js";
import type { EncodeJob } from "../pixels/encode-job.js";
import type { ImageHeader, SentMediaType, Size } from "../shared/types.js";

interface Subject extends Pick<Picture, "file" | "pixels" | "animation" | "colours"> {
  header: Pick<ImageHeader, "mediaType" | "width" | "height" | "orientation">;
}

interface EncodeRequest {
  target: Size;
  paddedTo?: Size | undefined;
  mediaType: SentMediaType;
  quality: number;
  /** See `EncodeJob`. */
  maxBytes?: number | undefined;
  /** See `EncodeJob`. */
  keepsPlanes?: boolean | undefined;
}

export function encodeJobFor(
  { file, pixels, header, animation, colours }: Subject,
  { target, paddedTo, mediaType, quality, maxBytes, keepsPlanes }: EncodeRequest,
  { settings, registry, signal }: Pick<Received, "settings" | "registry" | "signal">,
): EncodeJob {
  const { width, height, orientation } = header;
  const { background, timeoutMs } = settings;
  return {
    file,
    pixels,
    mediaType: header.mediaType,
    source: { width, height, orientation },
    isSizeCertain: isSizeCertain(header, registry),
    colours,
    target,
    paddedTo,
    maxBytes,
    keepsPlanes,
    wantsKind: settings.ifScreen !== undefined,
    animation,
    mustStream: width * height > settings.limits.maxPixels,
    output: { mediaType, quality, background },
    orAs: settings.orAs,
    timeoutMs,
    ...(signal && { signal }),
  };
}

/** GIF frames may reach outside the screen, and not every browser applies AVIF's transforms: for these the decoded size decides. */
export function isSizeCertain(
  { mediaType, width, orientation }: Pick<ImageHeader, "mediaType" | "width" | "orientation">,
  registry: Registry,
): boolean {
  const certain = registry.formatOf(mediaType)?.facts?.isSizeCertain;
  return width > 0 && (certain === "always" || (certain === "upright" && orientation === 1));
}
