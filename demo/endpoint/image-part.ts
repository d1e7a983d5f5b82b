import type { DocumentPart } from "./document-part.js";

/** One image in a request. `path` is its place, as the provider's error messages write it. */
export type ImagePart =
  | { kind: "base64"; path: string; mediaType: string | undefined; data: string }
  /** Uploaded before, and stored by the Files routes. */
  | { kind: "file"; path: string; id: string }
  /** By web address. The local endpoint fetches nothing. */
  | { kind: "url"; path: string };

/** What a request holds, whatever the provider's shape. */
export interface RequestContent {
  model: string;
  images: readonly ImagePart[];
  /** PDF files as they are. */
  documents: readonly DocumentPart[];
  textCharacters: number;
}

const ALPHABET = /^[A-Za-z0-9+/]*={0,2}$/;

/** Where base64 is wrong: the first invalid character, or the end if the length is wrong. */
function faultAt(data: string): number | undefined {
  if (data.length > 0 && data.length % 4 === 0 && ALPHABET.test(data)) return undefined;
  const at = data.search(/[^A-Za-z0-9+/]/);
  return at < 0 || /^={1,2}$/.test(data.slice(at)) ? data.length : at;
}

/** The bytes of strict base64, or the position of the error. The platform's own decoders skip white space, the APIs do not. */
export function decodeBase64(data: string): Uint8Array<ArrayBuffer> | { faultAt: number } {
  const fault = faultAt(data);
  return fault === undefined ? Uint8Array.from(atob(data), (character) => character.charCodeAt(0)) : { faultAt: fault };
}

const DATA_URL = /^data:([^;,]*);base64,/;

/** `data:image/jpeg;base64,...` split in two; undefined for any other address. */
export function splitDataUrl(url: string): { mediaType: string; data: string } | undefined {
  // Only the head is matched: running an expression over 50 MB of base64 would copy it.
  const match = DATA_URL.exec(url.slice(0, 200));
  return match ? { mediaType: match[1] ?? "", data: url.slice(match[0].length) } : undefined;
}
