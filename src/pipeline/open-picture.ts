/** From a file with a sound header to what the engine may be given: checked for damage, icons unpacked, doubts settled, added decoders run. */
import { damageError, findDamage } from "../formats/find-problem.js";
import type { Damage } from "../formats/problem.js";
import { decodedByApp } from "./decode-by-app.js";
import type { AppCode } from "./prepare-job.js";
import { ImageError } from "../shared/errors.js";
import type { ByteReader } from "../formats/byte-reader.js";
import { createFileReader } from "./read-file.js";
import type { PrepareSettings } from "../shared/settings.js";
import { settled } from "../formats/normalize.js";
import type { ImageHeader } from "../shared/types.js";
import { unpackIcon } from "../formats/ico/unpack-icon.js";
import { validateHeader } from "../shared/validate.js";

export interface OpenPicture {
  /** Of what the engine is given. */
  reader: ByteReader;
  header: ImageHeader;
  /** `undefined`: the file itself is given to the engine, its pixels byte for byte. */
  by: "plugin" | "icon" | "mending" | undefined;
  /** Known to be cut, and accepted all the same. */
  cut: Damage | undefined;
}

interface OpenContext {
  settings: PrepareSettings;
  /** Its compressor gets the file as it is, SVG too. */
  app: AppCode;
  signal: AbortSignal | undefined;
}

const END_OF_JPEG = Uint8Array.of(0xff, 0xd9);

/** Rejects with `ImageError`, or with the signal's reason. No engine is called. */
export async function openPicture(reader: ByteReader, header: ImageHeader, { settings, app, signal }: OpenContext): Promise<OpenPicture> {
  const damage = await findDamage(reader, header);
  const cut = damage?.kind === "cut" && settings.truncated === "accept" ? damage : undefined;
  if (damage && !cut) throw damageError(damage, header);
  const plugin = await decodedByApp(header, app, signal);
  if (plugin) return inner({ ...plugin, by: "plugin", cut }, settings);
  const icon = await unpackIcon(reader, header, signal);
  if (icon) {
    const picture = inner({ ...icon, by: "icon", cut }, settings);
    const problem = await findDamage(icon.reader, icon.header);
    if (problem) throw damageError(problem, header);
    return { ...picture, reader: await settled(icon.reader, icon.header, signal) };
  }
  if (header.mediaType === "image/svg+xml" && !app.compresses) throw svgRefused();
  const clear = await settled(reader, header, signal);
  // Chromium and WebKit show nothing of a JPEG without its end mark, and all there is of one that has it.
  if (cut && header.mediaType === "image/jpeg") return { reader: createFileReader(new Blob([clear.blob, END_OF_JPEG], { type: header.mediaType }), signal), header, by: "mending", cut };
  return { reader: clear, header, by: cut && "mending", cut };
}

function inner(picture: OpenPicture, { limits }: PrepareSettings): OpenPicture {
  const problem = validateHeader(picture.header, { ...limits, accept: [picture.header.mediaType] });
  if (problem) throw problem;
  return picture;
}

/** Not even where `accept` lists it: no engine draws one outside of the page, and on the page it may hang the tab. */
function svgRefused(): ImageError {
  const message = "SVG is not drawn here: it may hold scripts, refer to other files, or take for ever. Export the picture as PNG and add it again.";
  return new ImageError("image-format-unsupported", message, { actual: "image/svg+xml" });
}
