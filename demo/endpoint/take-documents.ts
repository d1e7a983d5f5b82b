import type { Endpoint } from "vision-dropzone/core";
import { readDocument } from "./document-part.js";
import type { DocumentFacts, DocumentPart } from "./document-part.js";
import type { Limits } from "./trials.js";
import type { Violation } from "./violation.js";

/** The rules for the PDF files of one request. */
interface DocumentTake {
  endpoint: Endpoint<unknown>;
  limits: Limits;
  /** Images in the same request. */
  images: number;
}

function takeDocument(part: DocumentPart, limits: Limits): DocumentFacts | Violation {
  const { path } = part;
  const facts = readDocument(part);
  if (facts === "base64") return { kind: "document-base64", path };
  if (facts === "damaged") return { kind: "document-damaged", path };
  const { bytes, pageCount = 0, isProtected } = facts;
  if (isProtected) return { kind: "document-protected", path };
  if (bytes > limits.maxDocumentBytes) return { kind: "document-bytes", path, bytes, limit: limits.maxDocumentBytes };
  if (pageCount > limits.maxDocumentPages) {
    return { kind: "document-length", path, pages: pageCount, limit: limits.maxDocumentPages };
  }
  return facts;
}

/** The first of two with one name, where the API reads names; it compares those of the whole conversation. */
function namesake(parts: readonly DocumentPart[]): DocumentPart | undefined {
  const seen = new Set<string>();
  return parts.find(({ name }) => name !== undefined && seen.size === seen.add(name).size);
}

/** Takes every PDF file or answers with the first limit exceeded. */
export function takeDocuments(
  parts: readonly DocumentPart[],
  { endpoint, limits, images }: DocumentTake,
): readonly DocumentFacts[] | Violation {
  const [first] = parts;
  if (!first) return [];
  const { documents } = endpoint;
  if (!documents) return { kind: "no-documents", path: first.path };
  if (parts.length > limits.maxDocuments) {
    return { kind: "document-count", documents: parts.length, limit: limits.maxDocuments };
  }
  const twice = namesake(parts);
  if (twice) return { kind: "document-name", path: twice.path, name: twice.name ?? "" };
  const taken: DocumentFacts[] = [];
  for (const part of parts) {
    const result = takeDocument(part, limits);
    if ("kind" in result) return result;
    taken.push(result);
  }
  const pages = taken.reduce((sum, { pageCount = 1 }) => sum + pageCount, 0);
  if (pages > limits.maxPages) return { kind: "document-pages", pages, images: 0, limit: limits.maxPages };
  const places = documents.countedWithImages === "pages" ? pages : documents.countedWithImages ? parts.length : 0;
  const limit = limits.maxImages;
  return places > 0 && places + images > limit ? { kind: "document-pages", pages: places, images, limit } : taken;
}
