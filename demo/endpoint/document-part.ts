import { decodeBase64 } from "./image-part.js";

/** A PDF file in a request, inline. `path` is its place, as the provider's error messages write it. */
export interface DocumentPart {
  path: string;
  data: string;
  /** Where the API wants names that differ. */
  name?: string | undefined;
}

/** What is in it; `pageCount` is `undefined` where its pages are packed. */
export interface DocumentFacts {
  bytes: number;
  pageCount: number | undefined;
  isProtected: boolean;
}

/** A page's own entry in the file. One that a later change replaced is counted again, which no file here does. */
const PAGE = /\/Type\s*\/Page(?![A-Za-z])/g;

/** What is wrong with the base64 or the file, or what is in it. */
export function readDocument({ data }: DocumentPart): DocumentFacts | "base64" | "damaged" {
  const bytes = decodeBase64(data);
  if ("faultAt" in bytes) return "base64";
  const text = new TextDecoder("latin1").decode(bytes);
  if (!text.slice(0, 1024).includes("%PDF-")) return "damaged";
  return {
    bytes: bytes.length,
    pageCount: text.match(PAGE)?.length,
    isProtected: /\/Encrypt\s/.test(text),
  };
}
