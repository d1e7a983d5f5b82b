/** The part of docs/robustness.md that no run can write. */
import { COLOUR_LEVELS } from "../browser/corpus/known-differences.js";

export const ROBUSTNESS_NOTES = `## What we do about it

| What browsers do | What we do |
| --- | --- |
| Of a half JPEG Chromium refuses to make a bitmap, Firefox gives the top half on white, WebKit a transparent one | the end is looked for in the file's own structure (EOI, IEND, stated lengths) before anything is decoded: \`image-truncated\` everywhere; \`truncated: "accept"\` sends what can be seen and says so |
| Firefox and WebKit fill up a PNG with too few rows, and lose the end of one whose zlib checksum is wrong | they are found out by a probe; where the browser is lenient the pixels are unpacked and counted (\`DecompressionStream\`) while it works |
| Firefox and WebKit fill up a GIF frame whose data ends early, or that is 0 pixels large | its LZW codes are walked and counted, in every browser |
| Each browser draws something else of a BMP whose runs leave the picture | the runs are walked, in every browser; runs that end early are allowed and leave transparency |
| WebKitGTK's process dies of some icons (a PNG inside that claims 60000x60000) and of OS/2 RLE24 bitmaps; Firefox draws half of a truncated icon | both are rejected by name (\`image-format-unsupported\`); an app may add a decoder for icons |
| Colours that a GIF's table lacks are black in Chromium, another colour in Firefox, nothing in WebKit; without any table it is a black or a white sheet | rejected, in every browser |
| WebKit hands out a transparent bitmap, without an error, for most files that it cannot decode, or one that is transparent from where it gave up | a picture of nothing but transparency is rejected, and so is a JPEG or PNG without alpha that comes out with any |
| Firefox draws a JPEG whose picture stops where another one begins, or at a mark that cannot stand there, and leaves the rest grey | it is found out by a probe; there the marks of the scans are walked while it works |
| Two EXIF blocks, two orientations in one, one in the wrong directory, one behind XMP: Firefox takes another than Chromium and WebKit, and Chromium's and Firefox's depends on the way of decoding | the first block counts, and its first directory; where there is any doubt the browser gets the file with that one orientation in place of all EXIF |
| WebKitGTK's process dies of an APNG whose frame count is not true (ffmpeg writes 2^32 - 1 into a pipe); of damaged frames each browser makes something else, Firefox a white sheet | the browser gets the first frame as a plain PNG |
| Firefox applies a PNG's gamma although \`sRGB\` overrules it, WebKit although a profile does | a gamma that is overruled, and is not the usual one, is left out |
| WebKit takes the fourth byte of a 32-bit BMP for alpha as soon as one is not 0 | the browser gets masks that say that there is no alpha |
| Every browser decodes huge claims, some for gigabytes | size limits are checked in the header (100 megapixels, and 500 for a JPEG that is decoded row by row, unless told otherwise), by division |
| Of a claim within the limit they make room for all of it before they look: 4 kB of JPEG that claim 98 megapixels cost WebKitGTK 1.2 GB, PNG and lossy WebP 240 MB to 1 GB everywhere, and the JPEG came out grey | above 16.8 megapixels, PNG, JPEG and lossy WebP need a least number of bytes for so many, however plain: what has fewer is \`image-truncated\`. Lossless WebP and AVIF have none: an honest one of 98 megapixels in one colour takes 38 bytes and 2 kB, and costs what any picture of that size does |
| An AVIF states sizes in its container and in its streams. Where they differ libavif scales up: 2 kB that claim 98 megapixels cost Chromium 750 MB and WebKitGTK 2.6 GB; behind a small still, a sequence of 256 megapixels took WebKitGTK 2.9 GB. Firefox goes by the stream | a sequence's size counts where decoders take the sequence; above 16.8 megapixels every picture's own header is compared with what is claimed for it, and a claim that is larger is \`image-undecodable\` |
| Firefox converts a whole frame for each strip that is copied out of it: an AVIF of 98 megapixels took 40 s, and was given up | pictures that come at full size are drawn, strip by strip: 1.1 s |
| Arithmetic-coded JPEG (Chromium, WebKit), lossless JPEG (Firefox), 12-bit | decoded where it can be, and then always encoded anew: what one browser reads, an endpoint need not |
| SVG: drawn by \`img\` only, at a size of its own in every browser; some hang Firefox | rejected: \`file-invalid-type\` by default, \`image-format-unsupported\` where \`limits.accept\` lists it; an app may add a decoder |
| HEIC, TIFF: by Safari only. JPEG XL: by Chromium and Safari. Camera raws: Safari shows their thumbnail | HEIC, TIFF and JPEG XL are given to the browser and rejected by name, unless the app passes a decoder: the tables below have them both ways; raws, JPEG 2000, Photoshop files and the like are rejected by name |
| WebKitGTK ignores the colour profile of WebP, AVIF and BMP, and Display P3 by number in AVIF (29 levels off; Adobe RGB 42) | it is found out by a probe, when the first such file turns up; the downsized picture then goes through a PNG with that profile, which WebKitGTK converts. JPEG, PNG, WebP, AVIF and BMP in Display P3 and Adobe RGB come out within ${COLOUR_LEVELS} levels in every browser (\`test/browser/corpus/colours.test.ts\`) |
| WebKitGTK ignores \`irot\` and \`imir\` of AVIF, and PNG's eXIf orientation | sides tell where a turn exchanges them; for half turns, mirrors and squares a probe does. We turn the picture ourselves |
| No browser rotates a WebP by its EXIF | nor do we, so that everybody sees the same; JPEG's EXIF, PNG's eXIf and AVIF's \`irot\` and \`imir\` are baked into the pixels in every browser |

A JPEG whose coded data stops early, but which has its end marker, is drawn alike by all browsers and by libjpeg (grey from there on), and is not rejected. Nor is one with flipped bits in its coded data. Of a lossy WebP with alpha whose coded data is damaged Firefox draws the upper part, where the others refuse it.`;
