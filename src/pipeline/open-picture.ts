/** From a file with a sound header to what a decoder may be given: checked for problems, normalized, or decoded by the app. */
import type { Problem } from "../formats/problem.js";
import { problemError } from "../formats/problem-error.js";
import { registry } from "../formats/registry.js";
import { decodedByApp } from "./decode-by-app.js";
import type { AppCode } from "./prepare-job.js";
import { ImageError } from "../shared/errors.js";
import type { ByteReader } from "../formats/byte-reader.js";
import { createFileReader } from "./read-file.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { ImageHeader } from "../shared/types.js";
import { validateHeader } from "../shared/validate.js";

export interface OpenPicture {
  /** Of what the engine is given. */
  reader: ByteReader;
  header: ImageHeader;
  /** `undefined`: the file itself is given to the engine, its pixels byte for byte. */
  by: "plugin" | "mending" | undefined;
  /** Known to be truncated, and accepted all the same. */
  cut: Problem | undefined;
}

interface OpenContext {
  settings: PrepareSettings;
  /** Its compressor gets the file as it is, SVG too. */
  app: AppCode;
  signal: AbortSignal | undefined;
}

/** Rejects with `ImageError`, or with the signal's reason. No engine is called. */
export async function openPicture(reader: ByteReader, header: ImageHeader, { settings, app, signal }: OpenContext): Promise<OpenPicture> {
  const problem = await registry.findProblem(reader, header);
  const cut = problem?.kind === "truncated" && settings.truncated === "accept" ? problem : undefined;
  if (problem && !cut) throw problemError(problem, header);
  const plugin = await decodedByApp(header, app, signal);
  if (plugin) return inner({ ...plugin, by: "plugin", cut }, settings);
  if (header.mediaType === "image/svg+xml" && !app.compresses) throw svgRefused();
  const normalized = await registry.normalize(reader, header);
  const { endMarker } = registry.formatOf(header.mediaType) ?? {};
  const file = cut && endMarker ? new Blob([normalized ?? reader.blob, endMarker], { type: header.mediaType }) : normalized;
  return { reader: file ? createFileReader(file, signal) : reader, header, by: cut && "mending", cut };
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
