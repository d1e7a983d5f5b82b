/** What a server finds in a content block that a browser sent it. */
import type { ImageHeader } from "../shared/types.js";
import { inspectImage } from "./inspect-image.js";

export interface InspectedBlock {
  /** By the bytes, never by what the block states; `undefined` where they are no image that is known here. */
  header: ImageHeader | undefined;
  /** As the block states it, if it does. */
  statedMediaType: string | undefined;
  /** Of the image's file. */
  bytes: number;
  /** Nothing is wrong with it: the payload is strict base64, the bytes are an image, and the stated type is theirs. */
  ok: boolean;
}

interface Payload {
  /** Base64 text, or the bytes themselves, as the AWS SDK takes them. */
  data: string | Uint8Array;
  statedMediaType: string | undefined;
}

const DATA_URL = /^data:([^;,]*);base64,/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** Where the providers' blocks, and those of AI SDK and LangChain, put the payload, its type and what holds both. */
const PAYLOADS = ["data", "bytes", "base64", "url", "image_url", "imageUrl", "image"];
const TYPES = ["media_type", "mediaType", "mimeType", "mime_type"];
const HOLDERS = ["source", "image", "image_url", "imageUrl", "inlineData", "inline_data", "fileData", "data"];

/**
 * Reads the image that stands in a content block of any endpoint here (or in an AI SDK or LangChain part), so that a server need not trust
 * the browser: the type and dimensions by the bytes, and whether they are what the block states. Nothing is decoded. `undefined` for a block
 * that holds no image inline: text, a file id, an address.
 */
export async function inspectBlock(block: unknown): Promise<InspectedBlock | undefined> {
  const payload = findPayload(block, undefined);
  if (!payload) return undefined;
  const { statedMediaType } = payload;
  const bytes = typeof payload.data === "string" ? strictBytes(payload.data) : new Uint8Array(payload.data);
  if (!bytes) return { header: undefined, statedMediaType, bytes: 0, ok: false };
  const header = await inspectImage(new Blob([bytes]));
  const agrees = statedMediaType === undefined || statedMediaType === header?.mediaType;
  return { header, statedMediaType, bytes: bytes.length, ok: header !== undefined && agrees };
}

const isBytes = (value: unknown): value is Uint8Array => ArrayBuffer.isView(value);

function findPayload(value: unknown, typeAbove: string | undefined): Payload | undefined {
  if (typeof value === "string") return fromText(value, typeAbove);
  if (isBytes(value)) return { data: value, statedMediaType: typeAbove };
  if (typeof value !== "object" || value === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(value));
  const statedMediaType = statedIn(fields) ?? typeAbove;
  for (const name of PAYLOADS) {
    const held = fields.get(name);
    const found = typeof held === "string" || isBytes(held) ? findPayload(held, statedMediaType) : undefined;
    if (found) return found;
  }
  for (const name of HOLDERS) {
    const held = fields.get(name);
    const found = typeof held === "object" ? findPayload(held, statedMediaType) : undefined;
    if (found) return found;
  }
  return undefined;
}

function statedIn(fields: ReadonlyMap<string, unknown>): string | undefined {
  const stated = TYPES.map((name) => fields.get(name)).find((type) => typeof type === "string");
  if (stated !== undefined) return stated;
  // Bedrock's blocks name the format alone.
  const format = fields.get("format");
  return typeof format === "string" ? `image/${format}` : undefined;
}

function fromText(text: string, typeAbove: string | undefined): Payload | undefined {
  // Only the head is matched: running an expression over 50 MB would copy it.
  const head = DATA_URL.exec(text.slice(0, 200));
  if (head) return { data: text.slice(head[0].length), statedMediaType: head[1] || typeAbove };
  // An address, or a path; base64 has no colon and begins with no slash but a JPEG's "/9j/".
  return text.includes(":", 0) || text === "" ? undefined : { data: text, statedMediaType: typeAbove };
}

/** `undefined` where it is not the base64 that the APIs take: padded, without line breaks. */
function strictBytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 4 !== 0 || !BASE64.test(text)) return undefined;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
