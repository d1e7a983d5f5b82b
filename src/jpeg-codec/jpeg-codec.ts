/** Our own JPEG decoder and encoder, compiled to WebAssembly SIMD. No other room imports anything deeper; README.md says what it can do. */
import { loadWasm } from "../shared/wasm-module.js";
import type { Size } from "../shared/types.js";
import type { CodedData } from "./decoder/coded-data.js";
import { readPicture } from "./decoder/coded-picture.js";
import { type DecodedRows, type DecoderExports, decodeRows } from "./decoder/decode-rows.js";
import { SIMD_BYTES as DECODER_WASM } from "./decoder/simd/bytes.js";
import { encodeJpeg, type EncoderExports, type PlanarPicture, type RgbaPicture } from "./encoder/encode-jpeg.js";
import { SIMD_BYTES as ENCODER_WASM } from "./encoder/simd/bytes.js";

export { scaledSize } from "./decoder/scaled-size.js";
export { planeBytes } from "./encoder/encode-plan.js";
export { openWindow } from "./file-window.js";

export interface JpegDecoder {
  /**
   * Reads the header. Returns `undefined` if it is damaged, or of a kind that is left to the browser. Rejects if the file cannot
   * be read. The file stays open, and must be closed after use.
   */
  open: (file: CodedData) => Promise<Jpeg | undefined>;
}

/** Size and pixels are as stored: no orientation is applied, and no colour profile. */
export interface Jpeg extends Size {
  /** The profile in the file; `undefined`: it has none, which means sRGB. A grey picture never has one. */
  iccProfile: Uint8Array | undefined;
  /**
   * Starts to decode at `eighths` (1 to 8) of the size. `undefined`: not possible at this size. Decodes one picture at a time:
   * the next one takes over the decoder's memory.
   */
  decode: (eighths: number) => DecodedRows | undefined;
}

export interface JpegEncoder {
  /**
   * Alpha is ignored. `quality`: 0 to 1, as libjpeg's 0 to 100. `keep`: `planeBytes` bytes, which get the picture's planes. Encoded from
   * these with another quality, it is the file that would be made of the picture itself.
   */
  encode: (
    picture: RgbaPicture | PlanarPicture,
    quality: number,
    keep?: Uint8Array<ArrayBuffer>,
  ) => Uint8Array<ArrayBuffer>;
}

let decoder: Promise<JpegDecoder> | undefined;
let encoder: Promise<JpegEncoder> | undefined;

/** One decoder for all pictures of a thread. Rejects if a policy forbids WebAssembly or the browser has no SIMD. */
export function loadDecoder(): Promise<JpegDecoder> {
  return (decoder ??= loadWasm<DecoderExports>(DECODER_WASM).then((wasm) => ({
    async open(file) {
      const picture = await readPicture(file);
      if (!picture) return undefined;
      const {
        frame: { width, height },
        iccProfile,
      } = picture;
      return { width, height, iccProfile, decode: (eighths) => decodeRows(wasm, file, picture, eighths) };
    },
  })));
}

/** One encoder for all pictures of a thread. Rejects as `loadDecoder` does. */
export function loadEncoder(): Promise<JpegEncoder> {
  return (encoder ??= loadWasm<EncoderExports>(ENCODER_WASM).then((wasm) => ({
    encode: (...how) => encodeJpeg(wasm, ...how),
  })));
}
