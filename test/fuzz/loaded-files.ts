/** Sound pictures with metadata of every kind in random order, each holding a secret that must not get out. */
import fc from "fast-check";
import sharp, { type Sharp } from "sharp";
import { gifBytes, gifExtension } from "../fixtures/bytes/gif.js";
import { exifSegment, jfifSegment, jpegSegment, mpfSegment } from "../fixtures/bytes/jpeg.js";
import { pngChunk } from "../fixtures/bytes/png.js";
import { exifBytes } from "../fixtures/bytes/tiff.js";
import { webpChunk } from "../fixtures/bytes/webp.js";
import { ascii, type Bytes, join, u32le, zeros } from "../fixtures/bytes/write.js";

const SECRET = "SECRET-51.5N";
const secret = ascii(SECRET);

/** Grey would hide a lost table. */
const SIDE = 40;
const noise = Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, at) => (at * at * 31 + at * 7) % 256);
const picture = () => sharp(noise, { raw: { width: SIDE, height: SIDE, channels: 3 } });
const encoded = async (image: Sharp): Promise<Bytes> => new Uint8Array(await image.toBuffer());

interface Kind {
  bases: readonly Bytes[];
  /** Each may stand any number of times, in any order. */
  parts: readonly Uint8Array[];
  load: (base: Bytes, parts: readonly Uint8Array[]) => Bytes;
}

const inserted = (base: Bytes, at: number, parts: readonly Uint8Array[]) =>
  join(base.subarray(0, at), ...parts, base.subarray(at));

const JPEG: Kind = {
  bases: await Promise.all(
    [
      picture().jpeg(),
      picture().jpeg({ progressive: true }),
      picture().jpeg({ mozjpeg: true, chromaSubsampling: "4:4:4" }),
      picture().grayscale().jpeg(),
    ].map(encoded),
  ),
  parts: [
    exifSegment({ orientation: 1, gps: "position" }),
    jpegSegment(0xe1, join("http://ns.adobe.com/xap/1.0/\0", secret)),
    mpfSegment(2),
    jfifSegment({ width: 2, height: 2 }),
    jpegSegment(0xe0, join("JFXX\0", 0x10, secret)),
    jpegSegment(0xed, join("Photoshop 3.0\0", secret)),
    jpegSegment(0xe7, secret),
    jpegSegment(0xfe, secret),
    // What decoders read of it is twelve bytes long.
    jpegSegment(0xee, join("Adobe", 0, 100, zeros(4), 1, secret)),
    join(Uint8Array.of(0xff, 0xff, 0xff), jpegSegment(0xfe, secret)),
    secret,
  ],
  // Stray bytes may stand between segments, but not in front of the first.
  load: (base, parts) => inserted(base, 2, [jpegSegment(0xfe, zeros(0)), ...parts]),
};

const PNG_HEADER_END = 33;
const PNG: Kind = {
  bases: await Promise.all(
    [
      picture().png(),
      picture().png({ palette: true }),
      picture().ensureAlpha(0.5).png(),
      picture().grayscale().png(),
    ].map(encoded),
  ),
  parts: [
    pngChunk("eXIf", exifBytes({ orientation: 1, gps: "position" })),
    pngChunk("tEXt", secret),
    pngChunk("iTXt", join("XML:com.adobe.xmp\0\0\0\0\0", secret)),
    pngChunk("tIME", zeros(7)),
    pngChunk("prVt", secret),
  ],
  load: (base, parts) => inserted(base, PNG_HEADER_END, parts),
};

const GIF: Kind = {
  bases: [gifBytes(), gifBytes({ transparent: true }), gifBytes({ width: 30, height: 20 })],
  parts: [
    gifExtension(0xfe, secret),
    gifExtension(0xff, join("XMP DataXMP"), secret),
    gifExtension(0xff, join("NETSCAPE2.0"), Uint8Array.of(1, 0, 0)),
    gifExtension(0x77, secret),
  ],
  // Behind the header, the screen descriptor and a table of two colours.
  load: (base, parts) => inserted(base, 19, parts),
};

const WEBP: Kind = {
  bases: await Promise.all(
    [picture().webp(), picture().webp({ lossless: true }), picture().ensureAlpha(0.5).webp()].map(encoded),
  ),
  parts: [webpChunk("EXIF", exifBytes({ gps: "position" })), webpChunk("XMP ", secret), webpChunk("SECR", secret)],
  load(base, parts) {
    const body = join(base.subarray(8), ...parts);
    return join("RIFF", u32le(body.length), body);
  },
};

const loadedOf = ({ bases, parts, load }: Kind) =>
  fc
    .tuple(fc.constantFrom(...bases), fc.array(fc.constantFrom(...parts), { maxLength: 6 }), fc.boolean())
    .map(([base, chosen, trails]) => ({ bytes: join(load(base, chosen), trails ? secret : zeros(0)), secret: SECRET }));

export const loaded = fc.oneof(...[JPEG, PNG, GIF, WEBP].map(loadedOf));
