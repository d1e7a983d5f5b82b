/** The worker's side: says hello, then does one job at a time. */
import { ImageError, messageOf } from "../shared/errors.js";
import { toPlainError } from "../shared/plain-error.js";
import { isImageBitmap, isImageData } from "../shared/platform-types.js";
import { VERSION } from "../shared/version.js";
import type { DecodeProgress } from "../shared/app-codecs.js";
import { isCrash } from "./decoder-crash.js";
import type { DecoderWork, FromDecoder, ToDecoder } from "./protocol.js";

/** `format`: its usual name. */
export function serveDecoder(format: string, work: DecoderWork): void {
  const say = (message: FromDecoder, moved: Transferable[] = []) => self.postMessage(message, { transfer: moved });

  async function answer(message: ToDecoder): Promise<void> {
    const { id, file } = message;
    const onProgress = (progress: DecodeProgress) => say({ type: "progress", id, progress });
    try {
      if (message.type === "pages") {
        say({ type: "done", id, value: await work.pages?.(file, message.request, onProgress) });
        return;
      }
      const onTruncated = (why: string) => say({ type: "truncated", id, why });
      const value = await work.decode(file, message.request, { onProgress, onTruncated });
      say(...picture(id, value));
    } catch (cause) {
      say({ type: "failed", id, error: toPlainError(asImageError(cause, format)), isCrash: isCrash(cause) });
    }
  }

  self.addEventListener("message", ({ data }: MessageEvent<ToDecoder>) => void answer(data));
  say({ type: "hello", version: VERSION });
}

/** Any other error means that the decoder cannot read the file, unless the decoder itself broke. */
export function asImageError(cause: unknown, format: string): ImageError {
  if (cause instanceof ImageError) return cause;
  if (isCrash(cause)) {
    const words = `The ${format} decoder broke down on this file, which may be too much for it. Export it as JPEG and add it again.`;
    return new ImageError("image-undecodable", words, { cause: messageOf(cause) });
  }
  const message = `The ${format} file is damaged: no picture can be decoded from it.`;
  return new ImageError("image-undecodable", message, { cause: messageOf(cause) });
}

/** Pixels without an `ImageData` around them, of which Chromium and WebKit would copy them, on the page too. */
function picture(id: number, value: Blob | ImageBitmap | ImageData): [message: FromDecoder, moved: Transferable[]] {
  if (!isImageData(value)) return [{ type: "done", id, value }, isImageBitmap(value) ? [value] : []];
  const { width, height, data } = value;
  return [{ type: "pixels", id, width, height, data }, [data.buffer]];
}
