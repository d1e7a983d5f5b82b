/** Formats that the app decodes itself. Its result is then treated like any other file. */
import { AppCodeWanted } from "./app-code-wanted.js";
import { ImageError } from "../shared/errors.js";
import type { ByteReader } from "../formats/byte-reader.js";
import { registry } from "../formats/registry.js";
import { formatName } from "../shared/media-types.js";
import type { AppCode } from "./prepare-job.js";
import { createFileReader } from "./read-file.js";
import type { ImageHeader } from "../shared/types.js";

/** `undefined`: the app decodes no such format. Throws `AppCodeWanted` until the app has decoded it. */
export async function decodedByApp(
  header: ImageHeader,
  { decodes, decoded: file }: AppCode,
  signal: AbortSignal | undefined,
): Promise<{ reader: ByteReader; header: ImageHeader } | undefined> {
  if (!decodes.includes(header.mediaType)) return undefined;
  if (!file) throw new AppCodeWanted({ status: "decode-by-app", header });
  const reader = createFileReader(file, signal);
  const decoded = await registry.inspect(reader);
  if (!decoded)
    throw new ImageError("image-undecodable", `The ${formatName(header.mediaType)} decoder did not return an image.`);
  return { reader, header: decoded };
}
