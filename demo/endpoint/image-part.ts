import { inspectImage } from "vision-dropzone/core";
import type { ImageHeader } from "vision-dropzone/core";

/** One image as it stands in a request. `path` is where, as the provider's error messages write it. */
export type ImagePart =
  | { kind: "base64"; path: string; mediaType: string | undefined; data: string }
  /** Uploaded before, and held by the Files routes. */
  | { kind: "file"; path: string; id: string }
  /** By web address. The local endpoint fetches nothing. */
  | { kind: "url"; path: string };

/** What a request holds, whatever the provider's shape. */
export interface RequestContent {
  images: readonly ImagePart[];
  textCharacters: number;
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** The bytes behind strict base64, or undefined. Node's own decoder skips what it does not know, the APIs do not. */
export function decodeBase64(data: string): Uint8Array<ArrayBuffer> | undefined {
  if (data.length % 4 !== 0 || !BASE64.test(data)) return undefined;
  return Uint8Array.from(Buffer.from(data, "base64"));
}

/** The header of the picture behind the base64, or undefined when there is no picture. */
export async function readHeader(bytes: Uint8Array<ArrayBuffer>): Promise<ImageHeader | undefined> {
  return inspectImage(new Blob([bytes]));
}

const DATA_URL = /^data:([^;,]*);base64,/;

/** `data:image/jpeg;base64,...` split in two; undefined for any other address. */
export function splitDataUrl(url: string): { mediaType: string; data: string } | undefined {
  // Only the head is matched: running an expression over 50 MB of base64 would copy it.
  const match = DATA_URL.exec(url.slice(0, 200));
  return match ? { mediaType: match[1] ?? "", data: url.slice(match[0].length) } : undefined;
}
