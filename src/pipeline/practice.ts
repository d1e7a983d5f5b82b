/** The page's own part of a first picture, gone through before there is one: code is compiled, and blobs connected, on first use. */
import type { Engine } from "../pixels/encode-job.js";
import { prepareWith } from "./prepare-image.js";

/** Start of image, frame of 4096x4096 in three components, start of scan. */
const JPEG_HEAD = [
  0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0x10, 0, 0x10, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xda, 0, 12, 3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0,
] as const;
const END_OF_IMAGE = [0xff, 0xd9] as const;
/** Longer than one read, so that both ends are read. */
const DATA_BYTES = 300_000;

/** Nothing is decoded. */
const BLIND: Engine = {
  concurrency: 1,
  warm: () => {},
  encode: async ({ target }) => ({ status: "encoded", bytes: new Uint8Array(DATA_BYTES), mediaType: "image/jpeg", alpha: false, engine: "none", ...target }),
};

let isDone = false;

/** Once a page, some milliseconds in a few short steps. Never throws: whatever fails here is told of with a picture. */
export function practise(): void {
  if (isDone) return;
  isDone = true;
  const file = new Blob([Uint8Array.from(JPEG_HEAD), new Uint8Array(DATA_BYTES), Uint8Array.from(END_OF_IMAGE)]);
  void prepareWith(BLIND, file).catch(() => undefined);
}
