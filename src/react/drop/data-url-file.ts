/** Makes a file from a data: URL of a picture. */
import { formatExtensions } from "../../shared/media-types.js";

const HEAD = /^data:(image\/[\w.+-]+)((?:;[^,;]*)*),/i;

/**
 * `undefined` for anything but a valid data: URL of a picture. The name is the one that browsers give to a picture from the
 * clipboard.
 */
export function dataUrlFile(url: string): File | undefined {
  const [head, mediaType = "", parameters = ""] = HEAD.exec(url) ?? [];
  if (head === undefined) return undefined;
  const bytes = decode(url.slice(head.length), /;\s*base64\s*$/i.test(parameters));
  if (!bytes) return undefined;
  const type = mediaType.toLowerCase();
  const [extension] = formatExtensions(type);
  return new File([bytes], extension === undefined ? "image" : `image.${extension}`, { type });
}

function decode(text: string, isBase64: boolean): Uint8Array<ArrayBuffer> | undefined {
  try {
    const plain = text.includes("%") ? decodeURIComponent(text) : text;
    return isBase64 ? fromBase64(plain) : new TextEncoder().encode(plain);
  } catch {
    return undefined; // Not valid base64, or a "%" that escapes nothing.
  }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
