/**
 * Small pictures that look different if a decoder applies their profile or rotation. Made with sharp, then changed byte by byte.
 */
import type { MediaType } from "../../shared/types.js";

/** An ICC profile that swaps red and green. */
const EXCHANGED =
  "AAABwG5vbmUCEAAAbW50clJHQiBYWVogAAAAAAAAAAAAAAAAYWNzcAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAPbWAAEAAAAA0y0AAAAAAAAAAA" +
  "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAJZGVzYwAAAPAAAABgY3BydAAAAVAAAAAQd3RwdAAAAWAAAAAUclhZWgAAAXQA" +
  "AAAUZ1hZWgAAAYgAAAAUYlhZWgAAAZwAAAAUclRSQwAAAbAAAAAQZ1RSQwAAAbAAAAAQYlRSQwAAAbAAAAAQZGVzYwAAAAAAAAAFbm9uZQAAAAAAAAAAAA" +
  "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAdGV4dAAAAABub25lAAAAAFhZ" +
  "WiAAAAAAAAD21gABAAAAANMtWFlaIAAAAAAAAGKUAAC3hQAAGNxYWVogAAAAAAAAb6MAADj2AAADkVhZWiAAAAAAAAAkoQAAD4UAALbUY3VydgAAAAAAAA" +
  "ABAjMAAA==";

/** The parts of each file before and after the profile. */
const AROUND: Readonly<Partial<Record<MediaType, readonly [before: string, after: string]>>> = {
  "image/webp": ["UklGRvYBAABXRUJQVlA4WAoAAAAgAAAADwAADwAASUNDUMABAAA=", "VlA4TA8AAAAvD8ADAAcQ/Y/+ByKi/wEA"],
  // Its left half is red and its right half black, and it asks to be shown mirrored.
  "image/avif": [
    "AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAAq1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAA" +
      "EAAQAAAAAC0QABAAAAAAAAACcAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAACLWlwcnAAAAINaXBjbwAAAAxh" +
      "djFDgSACAAAAABRpc3BlAAAAAAAAABAAAAAQAAAAEHBpeGkAAAAAAwgICAAAAAlpbWlyAQAAAcxjb2xycHJvZg==",
    "AAAAGGlwbWEAAAAAAAAAAQABBYECA4QFAAAAL21kYXQSAAoIOAz/2kBDQaQyGUSAkNKgADyAAQCiS+5cDifJ79QbVVPn+jA=",
  ],
  "image/bmp": [
    "Qk1OAgAAAAAAAIoAAAB8AAAAAQAAAAEAAAABABgAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAERFQk0AAAAAAAAAAAAAAAAAAA" +
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAgAAAAMABAAAAAAAAAAD/AA==",
    "",
  ],
};

/** A picture that is red without its profile and green with it. `undefined`: there is none of this type. */
export function exchangedPicture(mediaType: MediaType): Uint8Array<ArrayBuffer> | undefined {
  const around = AROUND[mediaType];
  return around && bytesOf(around[0], EXCHANGED, around[1]);
}

export const exchangedProfile = (): Uint8Array<ArrayBuffer> => bytesOf(EXCHANGED);

/** An AVIF with Display P3 stated by number: its red of 200 is 217 in sRGB. */
export const numberedPicture = (): Uint8Array<ArrayBuffer> =>
  bytesOf(
    "AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAA" +
      "EAAQAAAAABDgABAAAAAAAAACYAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAamlwcnAAAABLaXBjbwAAAAxh" +
      "djFDgSACAAAAABRpc3BlAAAAAAAAABAAAAAQAAAAEHBpeGkAAAAAAwgICAAAABNjb2xybmNseAAMAA0ABoAAAAAXaXBtYQAAAAAAAAABAAEEgQIDBAAAAC" +
      "5tZGF0EgAKCDgM/9pAQ0GkMhgSAkNKgADyAAB1hVyH4oKFjWtgSJ390EA=",
  );

const bytesOf = (...base64: readonly string[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(base64.map((text) => atob(text)).join(""), (character) => character.charCodeAt(0));
