import type { ImageHeader } from "vision-dropzone/core";
import type { DocumentFacts } from "./document-part.js";

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

const pagesOf = ({ pageCount }: DocumentFacts): string =>
  pageCount === undefined ? "packed pages" : `${pageCount} ${pageCount === 1 ? "page" : "pages"}`;

/** "1 PDF of 3 pages (14 kB)", "2 PDFs: 3 pages (14 kB), 1 page (2 kB)". */
function describeDocuments(documents: readonly DocumentFacts[]): string {
  const named = documents.slice(0, NAMED).map((one) => `${pagesOf(one)} (${size(one.bytes)})`);
  const rest = documents.length > NAMED ? ` and ${documents.length - NAMED} more` : "";
  return documents.length === 1 ? `1 PDF of ${named.join("")}` : `${documents.length} PDFs: ${named.join(", ")}${rest}`;
}

function describeImages(images: readonly TakenImage[]): string {
  const named = images.slice(0, NAMED).map(describe).join(", ");
  const rest = images.length > NAMED ? ` and ${images.length - NAMED} more` : "";
  return `${images.length} ${images.length === 1 ? "image" : "images"}: ${named}${rest}`;
}

interface Arrived {
  images: readonly TakenImage[];
  documents: readonly DocumentFacts[];
  /** Of the body or of what the batch was uploaded as. */
  bytes: number;
}

/** "3 images: 1280 × 960 JPEG (212 kB), ...; body 812,331 bytes": what arrived, in one line. `what` names it. */
export function receipt({ images, documents, bytes }: Arrived, what: "body" | "batch file" = "body"): string {
  const held = [
    ...(images.length > 0 ? [describeImages(images)] : []),
    ...(documents.length > 0 ? [describeDocuments(documents)] : []),
  ];
  return [held.join("; ") || "No images", `${what} ${bytes.toLocaleString("en-US")} bytes`].join("; ");
}
