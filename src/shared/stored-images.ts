/** Images that were prepared before, by the files that stand for them in a list. */
import { isBlob } from "./platform-types.js";
import type { StoredImage } from "./types.js";

/** As they were given: of any shape. */
const given = new WeakMap<Blob, StoredImage>();
/** What is known of them, once their bytes were read. */
export const restored = new WeakMap<Blob, Pick<StoredImage, "source" | "changes">>();

/** A file for a list of images. What is wrong with its image is said when its bytes are read; base64 is not looked at before. */
export function storedFile(image: StoredImage): File {
  const stored = Object(image) as StoredImage;
  const { blob, name, source } = stored;
  const file = new File(isBlob(blob) ? [blob] : [], source?.name ?? name ?? "");
  given.set(file, stored);
  return file;
}

/** What a file stands for, if it came from `storedFile`. */
export function storedImageOf(file: Blob): StoredImage | undefined {
  return given.get(file);
}
