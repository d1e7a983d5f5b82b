/** Step 3: what decoders may be given: checked for problems, decoded by the app where it can, rewritten where browsers read it differently. */
import { damageError, findDamage } from "../formats/find-problem.js";
import { decodedByApp } from "./decode-by-app.js";
import { ImageError } from "../shared/errors.js";
import { createFileReader } from "./read-file.js";
import type { PrepareSettings } from "../shared/settings.js";
import { settled } from "../formats/normalize.js";
import type { ImageHeader } from "../shared/types.js";
import { unpackIcon } from "../formats/ico/unpack-icon.js";
import { refuse, validateHeader } from "../shared/validate.js";
import type { Inspected, Normalized } from "./stages.js";

const END_OF_JPEG = Uint8Array.of(0xff, 0xd9);

/** Rejects with `ImageError`, or with the signal's reason. Nothing is decoded by us. */
export async function normalizeFile(inspected: Inspected): Promise<Normalized> {
  const { original, originalHeader: header, settings, app, signal } = inspected;
  const problem = await findDamage(original, header);
  const truncated = problem?.kind === "cut" && settings.truncated === "accept" ? problem : undefined;
  if (problem && !truncated) throw damageError(problem, header);
  const decoded = await decodedByApp(header, app, signal);
  if (decoded) return { ...inspected, ...withinLimits(decoded, settings), by: "app", truncated };
  const icon = await unpackIcon(original, header, signal);
  if (icon) {
    const inner = withinLimits(icon, settings);
    const innerProblem = await findDamage(icon.reader, icon.header);
    if (innerProblem) throw damageError(innerProblem, header);
    return { ...inspected, ...inner, reader: await settled(icon.reader, icon.header, signal), by: "mending", truncated };
  }
  if (header.mediaType === "image/svg+xml" && !app.compresses) throw svgRejected();
  const reader = await settled(original, header, signal);
  const by = truncated && "mending";
  // Chromium and WebKit show nothing of a JPEG without its end marker, and all there is of one that has it.
  if (truncated && header.mediaType === "image/jpeg") return { ...inspected, reader: createFileReader(new Blob([reader.blob, END_OF_JPEG], { type: header.mediaType }), signal), header, by, truncated };
  return { ...inspected, reader, header, by, truncated };
}

function withinLimits<T extends { header: ImageHeader }>(inner: T, { limits }: PrepareSettings): T {
  refuse(validateHeader(inner.header, { ...limits, accept: [inner.header.mediaType] }));
  return inner;
}

/** Not even where `accept` lists it: no browser draws one outside of the page, and on the page it may hang the tab. */
function svgRejected(): ImageError {
  const message = "SVG is not drawn here: it may hold scripts, refer to other files, or take for ever. Export the picture as PNG and add it again.";
  return new ImageError("image-format-unsupported", message, { actual: "image/svg+xml" });
}
