import type { Refusal } from "./refusal.js";

/** A limit that a request exceeded, with its figures; each provider words it differently. `path` is the image's place. */
export type Violation =
  /** The body, in bytes. `bytes` is the stated size, or what had arrived when it became too large. */
  | { kind: "request-bytes"; bytes: number; limit: number }
  /** One file of the Files API. */
  | { kind: "file-bytes"; bytes: number; limit: number }
  | { kind: "image-bytes"; path: string; bytes: number; limit: number }
  /** `many`: the limit for requests with many images. */
  | { kind: "edge"; path: string; edgePx: number; limit: number; many: boolean }
  | { kind: "patches"; path: string; patches: number; limit: number }
  | { kind: "image-count"; images: number; limit: number }
  /** The stated media type is not accepted. */
  | { kind: "label"; path: string; label: string | undefined }
  /** The stated media type disagrees with the bytes. */
  | { kind: "mismatch"; path: string; label: string; found: string }
  /** The bytes are a picture of a type that is not accepted. */
  | { kind: "format"; path: string; found: string }
  /** `at`: the first invalid character, or the length if it ends early. */
  | { kind: "bad-base64"; path: string; at: number; empty: boolean }
  | { kind: "undecodable"; path: string }
  /** By URL or by file id, although the API takes none. */
  | { kind: "source"; path: string }
  | { kind: "file-missing"; path: string; id: string }
  | { kind: "tokens"; tokens: number; limit: number }
  /** A PDF file, although the API takes none. */
  | { kind: "no-documents"; path: string }
  | { kind: "document-count"; documents: number; limit: number }
  /** One PDF file, in bytes of the file. */
  | { kind: "document-bytes"; path: string; bytes: number; limit: number }
  /** The pages of one PDF file. */
  | { kind: "document-length"; path: string; pages: number; limit: number }
  /** All pages of PDF files, with the images where those are counted together. */
  | { kind: "document-pages"; pages: number; images: number; limit: number }
  /** Another PDF file of the conversation has that name. */
  | { kind: "document-name"; path: string; name: string }
  | { kind: "document-base64"; path: string }
  | { kind: "document-damaged"; path: string }
  | { kind: "document-protected"; path: string }
  /** No text stands beside it. */
  | { kind: "document-alone"; path: string }
  /** An image below the least size. */
  | { kind: "small" }
  /** The model takes none at all. */
  | { kind: "no-images" }
  /** An image's address did not answer. */
  | { kind: "unreachable" }
  /** The body's compression could not be read. */
  | { kind: "encoding" }
  | { kind: "overloaded" }
  | { kind: "rate" };

const count = (value: number): string => value.toLocaleString("en-US");

function plainFigures(violation: Violation): [status: number, words: string] {
  switch (violation.kind) {
    case "request-bytes":
      return [413, `a body of ${count(violation.bytes)} bytes, where ${count(violation.limit)} are taken`];
    case "file-bytes":
      return [413, `a file of ${count(violation.bytes)} bytes, where ${count(violation.limit)} are taken`];
    case "image-bytes":
      return [400, `${violation.path} has ${count(violation.bytes)} bytes, where ${count(violation.limit)} are taken`];
    case "edge":
      return [
        400,
        `${violation.path} is ${count(violation.edgePx)} px long, where ${count(violation.limit)} are taken`,
      ];
    case "patches":
      return [
        400,
        `${violation.path} has ${count(violation.patches)} patches, where ${count(violation.limit)} are taken`,
      ];
    case "image-count":
      return [400, `${count(violation.images)} images, where ${count(violation.limit)} are taken`];
    case "label":
      return [400, `${violation.path} is labelled ${violation.label ?? "with no type"}, which is not taken`];
    case "mismatch":
      return [400, `${violation.path} is labelled ${violation.label} and holds ${violation.found}`];
    case "format":
      return [400, `${violation.path} holds ${violation.found}, which is not taken`];
    case "bad-base64":
      return [400, `${violation.path} is not base64 from character ${count(violation.at)} on`];
    case "undecodable":
      return [400, `${violation.path} holds no picture`];
    case "source":
      return [400, `${violation.path} is not inline, and this API takes nothing else`];
    case "file-missing":
      return [404, `${violation.path} names the file ${violation.id}, which was never uploaded`];
    case "tokens":
      return [400, `${count(violation.tokens)} tokens, where ${count(violation.limit)} are taken`];
    case "no-documents":
      return [400, `${violation.path} is a PDF file, which this API does not take`];
    case "document-count":
      return [400, `${count(violation.documents)} PDF files, where ${count(violation.limit)} are taken`];
    case "document-bytes":
      return [400, `${violation.path} has ${count(violation.bytes)} bytes, where ${count(violation.limit)} are taken`];
    case "document-length":
      return [400, `${violation.path} has ${count(violation.pages)} pages, where ${count(violation.limit)} are taken`];
    case "document-pages":
      return [
        400,
        `${count(violation.pages)} pages of PDF and ${violation.images} images, where ${count(violation.limit)} are taken`,
      ];
    case "document-name":
      return [400, `${violation.path} is called ${violation.name}, as another one is`];
    case "document-base64":
      return [400, `${violation.path} is not base64`];
    case "document-damaged":
      return [400, `${violation.path} holds no PDF file`];
    case "document-protected":
      return [400, `${violation.path} is protected by a password`];
    case "document-alone":
      return [400, `${violation.path} has no text beside it`];
    case "small":
    case "no-images":
    case "unreachable":
    case "encoding":
      return [400, "for a reason that it has no words for"];
    case "overloaded":
      return [503, "overloaded"];
    case "rate":
      return [429, "too many requests"];
  }
}

/** For a limit whose wording is not documented: the figures, and that these words are not the provider's. */
export function plainWords(violation: Violation): Refusal {
  const [status, words] = plainFigures(violation);
  const message = `Refused by the demo's stand-in: ${words}. (How this provider says it is not known.)`;
  return { status, type: "invalid_request_error", message };
}
