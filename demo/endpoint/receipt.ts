import type { ImageHeader } from "vision-dropzone/core";

/** An image that the endpoint took, with the figures of its answer. */
export type TakenImage = { from: "base64" | "file"; header: ImageHeader } | { from: "url" };

const NAMED = 6;

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function describe(image: TakenImage): string {
  if (image.from === "url") return "image by URL";
  const { width, height, mediaType, bytes } = image.header;
  const by = image.from === "file" ? ", by file id" : "";
  return `${width} × ${height} ${mediaType.replace("image/", "").toUpperCase()} (${size(bytes)}${by})`;
}

/** "3 images: 1280 × 960 JPEG (212 kB), ...; body 812,331 bytes": what arrived, in one line. `what` names it. */
export function receipt(images: readonly TakenImage[], bytes: number, what: "body" | "batch file" = "body"): string {
  const body = `${what} ${bytes.toLocaleString("en-US")} bytes`;
  if (images.length === 0) return `No images; ${body}`;
  const named = images.slice(0, NAMED).map(describe).join(", ");
  const rest = images.length > NAMED ? ` and ${images.length - NAMED} more` : "";
  return `${images.length} ${images.length === 1 ? "image" : "images"}: ${named}${rest}; ${body}`;
}
