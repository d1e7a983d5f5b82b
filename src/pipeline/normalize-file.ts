/** Step 3: what decoders may be given: checked for problems, decoded by the app where it can, rewritten where browsers read it differently. */
import { problemError } from "../formats/problem-error.js";
import { registry } from "../formats/registry.js";
import { decodedByApp } from "./decode-by-app.js";
import { ImageError } from "../shared/errors.js";
import { createFileReader } from "./read-file.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { ImageHeader } from "../shared/types.js";
import { refuse, validateHeader } from "../shared/validate.js";
import type { Inspected, Normalized } from "./stages.js";

/** Rejects with `ImageError`, or with the signal's reason. Nothing is decoded by us. */
export async function normalizeFile(inspected: Inspected): Promise<Normalized> {
  const { original, originalHeader: header, settings, app, signal } = inspected;
  const problem = await registry.findProblem(original, header);
  const truncated = problem?.kind === "truncated" && settings.truncated === "accept" ? problem : undefined;
  if (problem && !truncated) throw problemError(problem, header);
  const decoded = await decodedByApp(header, app, signal);
  if (decoded) return { ...inspected, ...withinLimits(decoded, settings), by: "app", truncated };
  if (header.mediaType === "image/svg+xml" && !app.compresses) throw svgRejected();
  const normalized = await registry.normalize(original, header);
  const { endMarker } = registry.formatOf(header.mediaType) ?? {};
  const file =
    truncated && endMarker
      ? new Blob([normalized ?? original.blob, endMarker], { type: header.mediaType })
      : normalized;
  return {
    ...inspected,
    reader: file ? createFileReader(file, signal) : original,
    header,
    by: truncated && "mending",
    truncated,
  };
}

function withinLimits<T extends { header: ImageHeader }>(inner: T, { limits }: PrepareSettings): T {
  refuse(validateHeader(inner.header, { ...limits, accept: [inner.header.mediaType] }));
  return inner;
}

/** Not even where `accept` lists it: no browser draws one outside of the page, and on the page it may hang the tab. */
function svgRejected(): ImageError {
  const message =
    "SVG is not drawn here: it may hold scripts, refer to other files, or take for ever. Export the picture as PNG and add it again.";
  return new ImageError("image-format-unsupported", message, { actual: "image/svg+xml" });
}
