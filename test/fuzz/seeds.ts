/** Sound files to begin from: one of each format made here, and small ones of other people's where they are at hand. */
import { sharedFiles } from "../unit/formats/shared-files.js";
import { allFormats } from "../fixtures/bytes/all-formats.js";
import { heifBytes } from "../fixtures/bytes/heif.js";
import { webpBytes } from "../fixtures/bytes/webp.js";
import { type Bytes, join } from "../fixtures/bytes/write.js";
import { ADOBE_RGB } from "../fixtures/reference/colour-space.js";

export interface Seed {
  name: string;
  bytes: Bytes;
}

/** Beyond this a mutation seldom hits what matters. */
const MAX_SEED_BYTES = 12_000;

export const made: Seed[] = Object.entries(allFormats()).map(([name, bytes]) => ({ name, bytes }));
/** With a colour profile, or one by number. */
const { profile } = ADOBE_RGB;
const coloured: Seed[] = [
  { name: "webp with a profile", bytes: webpBytes({ flags: 0x20, profile }) },
  { name: "avif with a profile", bytes: heifBytes({ brands: ["avif"], colr: join("prof", profile) }) },
  {
    name: "avif of Display P3",
    bytes: heifBytes({ brands: ["avif"], colr: join("nclx", Uint8Array.of(0, 12, 0, 13, 0, 6, 0x80)) }),
  },
];
const found: Seed[] = sharedFiles
  .map(({ file, read }) => ({ name: file, bytes: read() }))
  .filter(({ bytes }) => bytes.length > 0 && bytes.length <= MAX_SEED_BYTES);

/** Ours again and again: they are the smallest, so most of their bytes mean something. */
export const seeds: readonly Seed[] = [...Array.from({ length: 10 }, () => [...made, ...coloured]).flat(), ...found];
