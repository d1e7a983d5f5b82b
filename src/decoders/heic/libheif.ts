/** The only file that uses libheif: turns HEIF files into upright pixels. It is loaded together with libheif: 0.7 MB. */
import createLibHeif, { type LibHeif, type Made } from "libheif-js/libheif-wasm/libheif-bundle.mjs";
import { isImageError, messageOf } from "../../shared/errors.js";
import { isError } from "../../shared/platform-types.js";
import type { Size } from "../../shared/types.js";
import { DecoderCrash } from "../decoder-crash.js";

export interface HeifPicture extends Size {
  data: Uint8ClampedArray<ArrayBuffer>;
}

let library: LibHeif | undefined;

/** libheif's own error about a file. */
class HeifError extends Error {
  override readonly name = "HeifError";
}

/**
 * The primary picture, with its `irot`, `imir` and `clap` applied and straight alpha. Depth maps, gain maps and thumbnails are
 * other items and are ignored. `mayDecode` throws an `ImageError` for a size that is too large. Rejects with libheif's own words,
 * or with `DecoderCrash`.
 */
export async function decodeHeif(bytes: Uint8Array, mayDecode: (size: Size) => void): Promise<HeifPicture> {
  try {
    return await decodeWith((library ??= createLibHeif()), bytes, mayDecode);
  } catch (cause) {
    if (isImageError(cause) || (isError(cause) && cause.name === "HeifError")) throw cause;
    // A trap, or a failed allocation: its memory may be in any state.
    library = undefined;
    throw new DecoderCrash(messageOf(cause), { cause });
  }
}

async function decodeWith(heif: LibHeif, bytes: Uint8Array, mayDecode: (size: Size) => void): Promise<HeifPicture> {
  const context = heif.heif_context_alloc();
  try {
    const { code, message } = heif.heif_context_read_from_memory(context, bytes);
    if (code !== heif.heif_error_code.heif_error_Ok) throw new HeifError(message);
    const handle = made(heif.heif_js_context_get_primary_image_handle(context));
    try {
      const width = heif.heif_image_handle_get_width(handle);
      const height = heif.heif_image_handle_get_height(handle);
      mayDecode({ width, height });
      return await pixelsOf(heif, handle);
    } finally {
      heif.heif_image_handle_release(handle);
    }
  } finally {
    heif.heif_context_free(context);
  }
}

async function pixelsOf(heif: LibHeif, handle: object): Promise<HeifPicture> {
  const { image, channels } = made(
    await heif.heif_js_decode_image2(
      handle,
      heif.heif_colorspace.heif_colorspace_RGB,
      heif.heif_chroma.heif_chroma_interleaved_RGBA,
    ),
  );
  try {
    const { width, height, stride, data: rows } = channels[0]!;
    const data = new Uint8ClampedArray(width * height * 4);
    for (let y = 0; y < height; y++) data.set(rows.subarray(y * stride, y * stride + width * 4), y * width * 4);
    return { width, height, data };
  } finally {
    heif.heif_image_release(image);
  }
}

/** A success has no error code. */
function made<T extends object>(answer: Made<T>): T {
  if (answer.code !== undefined) throw new HeifError(answer.message);
  return answer;
}
