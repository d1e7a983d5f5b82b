/** Tells a server what is in a content block that a browser sent. */
import type { ImageHeader } from "../shared/types.js";
import { inspectImage } from "./inspect-image.js";

export interface InspectedBlock {
  /** The type of the bytes, never the stated one; `undefined` if they are no image that is known here. */
  header: ImageHeader | undefined;
  /** The type that the block states, if it does. */
  statedMediaType: string | undefined;
  /** Size of the image's file. */
  bytes: number;
  /** Nothing is wrong with it: the payload is strict base64, the bytes are an image, and the stated type is their type. */
  ok: boolean;
}

interface Payload {
  /** Base64 text, or the bytes themselves, as the AWS SDK takes them. */
  data: string | Uint8Array;
  statedMediaType: string | undefined;
}

const DATA_URL = /^\s*data:([^;,]*)[^,]*,/i;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const ADDRESS = /^\s*[a-z][a-z0-9+.-]*:/i;
/** Where the blocks of the providers, the AI SDK and LangChain have an image: its bytes, or an address that may be a data URL. */
const BYTES = ["data", "bytes", "base64", "image"];
const ADDRESSES = ["url", "image_url", "imageUrl"];
const TYPES = ["media_type", "mediaType", "mimeType", "mime_type"];
const HOLDERS = ["source", "image", "image_url", "imageUrl", "inlineData", "inline_data", "fileData", "data"];
/** No block of any API is nested deeper. */
const DEEPEST = 5;

/**
 * Reads the image in a content block of any endpoint here (or in an AI SDK or LangChain part), so that a server need not trust
 * the browser: type and dimensions by the bytes, and whether they are what the block states. Nothing is decoded. `undefined` for
 * a block that holds no image inline: text, a file id, an address, something that is no block. One with two images in it is never
 * `ok`: which of them a provider reads is not known here.
 */
export async function inspectBlock(block: unknown): Promise<InspectedBlock | undefined> {
  const payloads = [...payloadsIn(block, undefined, 0)];
  const [payload] = payloads;
  if (!payload) return undefined;
  const { statedMediaType } = payload;
  const bytes = typeof payload.data === "string" ? strictBytes(payload.data) : new Uint8Array(payload.data);
  if (!bytes) return { header: undefined, statedMediaType, bytes: 0, ok: false };
  const header = await inspectImage(new Blob([bytes]));
  const agrees = statedMediaType === undefined || statedMediaType === header?.mediaType;
  return { header, statedMediaType, bytes: bytes.length, ok: header !== undefined && agrees && payloads.length === 1 };
}

function* payloadsIn(value: unknown, typeAbove: string | undefined, depth: number): Generator<Payload> {
  if (typeof value === "string" && depth === 0) yield* inText(value, true, typeAbove);
  if (typeof value !== "object" || value === null || bytesOf(value) || depth > DEEPEST) return;
  const fields = new Map<string, unknown>(Object.entries(value));
  const statedMediaType = statedIn(fields) ?? typeAbove;
  for (const [names, areBytes] of [[BYTES, true] as const, [ADDRESSES, false] as const]) {
    for (const held of names.map((name) => fields.get(name))) {
      const data = bytesOf(held);
      if (data) yield { data, statedMediaType };
      else if (typeof held === "string") yield* inText(held, areBytes, statedMediaType);
    }
  }
  for (const name of HOLDERS) yield* payloadsIn(fields.get(name), statedMediaType, depth + 1);
}

function bytesOf(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return Object.prototype.toString.call(value) === "[object ArrayBuffer]"
    ? new Uint8Array(value as ArrayBuffer)
    : undefined;
}

function statedIn(fields: ReadonlyMap<string, unknown>): string | undefined {
  const stated = TYPES.map((name) => fields.get(name)).find((type) => typeof type === "string");
  if (stated !== undefined) return stated;
  // Bedrock's blocks name only the format.
  const format = fields.get("format");
  return typeof format === "string" ? `image/${format}` : undefined;
}

/** `areBytes`: this field has base64, so anything in it that is not an address is base64, even an empty text. */
function* inText(text: string, areBytes: boolean, typeAbove: string | undefined): Generator<Payload> {
  // Only the head is matched: running an expression over 50 MB would copy it.
  const start = text.slice(0, 1000);
  const head = DATA_URL.exec(start);
  if (head) yield { data: text.slice(head[0].length), statedMediaType: head[1] || typeAbove };
  else if (areBytes && !ADDRESS.test(start)) yield { data: text, statedMediaType: typeAbove };
}

/** `undefined` if it is not the base64 that APIs take: padded, without line breaks. */
function strictBytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text === "" || text.length % 4 !== 0 || !BASE64.test(text)) return undefined;
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
