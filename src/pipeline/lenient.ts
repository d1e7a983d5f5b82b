/** Which browsers draw half of a damaged picture and say nothing, where others refuse it. Found by trying. */
import type { EncodePicture } from "../pixels/encode-job.js";
import { writePng } from "../formats/png/write-png.js";

type Tried = "image/png" | "image/jpeg";

const SIDE = 8;
const verdicts = { "image/png": new WeakMap<EncodePicture, Promise<boolean>>(), "image/jpeg": new WeakMap<EncodePicture, Promise<boolean>>() };

/** Firefox and WebKit are lenient with PNG, Firefox alone with JPEG. Asked once per browser and format. Never rejects; when in doubt, the browser is not believed. */
export function isLenientWith(mediaType: Tried, encode: EncodePicture, timeoutMs: number): Promise<boolean> {
  const verdict = verdicts[mediaType].get(encode) ?? drawsHalf(mediaType, encode, timeoutMs);
  verdicts[mediaType].set(encode, verdict);
  return verdict;
}

async function drawsHalf(mediaType: Tried, encode: EncodePicture, timeoutMs: number): Promise<boolean> {
  const width = SIDE;
  const height = mediaType === "image/png" ? SIDE : 2 * SIDE;
  const outcome = await encode({
    file: new Blob([mediaType === "image/png" ? halfPng() : halfJpeg()], { type: mediaType }),
    mediaType,
    source: { width, height, orientation: 1 },
    target: { width, height },
    output: { mediaType: "image/jpeg", quality: 0.5, background: "#ffffff" },
    timeoutMs,
  });
  return outcome.status !== "failed" || outcome.failure !== "undecodable";
}

/** A white square whose header promises twice as many rows as there are. */
function halfPng(): Uint8Array<ArrayBuffer> {
  return writePng(new Uint8Array(SIDE * (SIDE / 2) * 4).fill(255), SIDE, SIDE / 2, { claimedHeight: SIDE });
}

/** A grey JPEG of two blocks whose coded data another picture's beginning breaks off before either. */
function halfJpeg(): Uint8Array<ArrayBuffer> {
  // Both Huffman tables hold one code, a single zero: "no difference", "end of block".
  const table = (kind: number) => segment(0xc4, [kind, 1, ...Array.from({ length: 16 }, () => 0)]);
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    ...segment(0xc0, [8, 0, 2 * SIDE, 0, SIDE, 1, 1, 0x11, 0]),
    ...table(0x00),
    ...table(0x10),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    0xff,
    0xd8,
    0xff,
    0xd9,
  ]);
}

const segment = (marker: number, payload: readonly number[]): number[] => [0xff, marker, 0, payload.length + 2, ...payload];
