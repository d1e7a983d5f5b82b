import type { ImageHeader } from "vision-dropzone/core";

/** An image the endpoint took, in the figures it answers with. */
export type TakenImage =
  | { kind: "base64" | "file"; header: ImageHeader }
  | { kind: "url" };

const NAMED = 6;

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function describe(image: TakenImage): string {
  if (image.kind === "url") return "image by URL";
  const { width, height, mediaType, bytes } = image.header;
  const by = image.kind === "file" ? ", by file id" : "";
  return `${width}x${height} ${mediaType.replace("image/", "").toUpperCase()} (${size(bytes)}${by})`;
}

/** "3 images: 1280x960 JPEG (212 kB), ...; body 812,331 bytes": what came in, in one line. */
export function receipt(images: readonly TakenImage[], bodyBytes: number): string {
  const body = `body ${bodyBytes.toLocaleString("en-US")} bytes`;
  if (images.length === 0) return `No images; ${body}`;
  const named = images.slice(0, NAMED).map(describe).join(", ");
  const rest = images.length > NAMED ? ` and ${images.length - NAMED} more` : "";
  return `${images.length} ${images.length === 1 ? "image" : "images"}: ${named}${rest}; ${body}`;
}
