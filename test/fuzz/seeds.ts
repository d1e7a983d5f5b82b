/** Sound files to begin from: one of each format made here, and small ones of other people's where they are at hand. */
import { sharedFiles } from "../unit/core/inspect/shared-files.js";
import { allFormats } from "../fixtures/bytes/all-formats.js";
import type { Bytes } from "../fixtures/bytes/write.js";

export interface Seed {
  name: string;
  bytes: Bytes;
}

/** Beyond this a mutation seldom hits what matters. */
const MAX_SEED_BYTES = 12_000;

export const made: Seed[] = Object.entries(allFormats()).map(([name, bytes]) => ({ name, bytes }));
const found: Seed[] = sharedFiles.map(({ file, read }) => ({ name: file, bytes: read() })).filter(({ bytes }) => bytes.length > 0 && bytes.length <= MAX_SEED_BYTES);

/** Ours again and again: they are the smallest, so most of their bytes mean something. */
export const seeds: readonly Seed[] = [...Array.from({ length: 10 }, () => made).flat(), ...found];
