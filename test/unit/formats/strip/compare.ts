import sharp, { type Sharp } from "sharp";
import { expect } from "vitest";
import { ascii, type Bytes, join } from "../../../fixtures/bytes/write.js";
import { registry } from "../../../../src/formats/registry.js";

/** As stored: neither rotated nor colour managed, so that only the coded picture is compared. Mere warnings do not matter. */
const pixels = (bytes: Bytes) =>
  sharp(bytes, { ignoreIcc: true, failOn: "error" }).raw().toBuffer({ resolveWithObject: true });

export async function expectSamePixels(before: Bytes, after: Bytes): Promise<void> {
  const [old, stripped] = [await pixels(before), await pixels(after)];
  expect(stripped.info).toMatchObject({ width: old.info.width, height: old.info.height, channels: old.info.channels });
  expect(stripped.data.equals(old.data)).toBe(true);
}

export const strip = (bytes: Bytes) => registry.strip(bytes, registry.sniff(bytes) ?? "image/bmp");
export const stripButProfile = (bytes: Bytes) =>
  registry.strip(bytes, registry.sniff(bytes) ?? "image/bmp", { keepProfile: true });
export const holds = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(Buffer.from(text, "latin1"));

/** Plain grey would hide a lost table, so these have content. */
const noise = {
  data: Uint8Array.from({ length: 61 * 47 * 3 }, (_, at) => (at * at * 31 + at * 7) % 256),
  raw: { width: 61, height: 47, channels: 3 },
} as const;
export const encode = async (make: (image: Sharp) => Sharp): Promise<Bytes> =>
  new Uint8Array(await make(sharp(noise.data, { raw: noise.raw })).toBuffer());
export const insert = (bytes: Bytes, at: number, ...parts: Uint8Array[]): Bytes =>
  join(bytes.subarray(0, at), ...parts, bytes.subarray(at));

export const SECRET = "SECRET-51.5N";
export const secret = ascii(SECRET);
export const xmp = (prefix: string) => join(prefix, `<x:xmpmeta>${SECRET}</x:xmpmeta>`);
