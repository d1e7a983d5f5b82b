/** Step 3: checks the file for problems, has the app decode it if it can, and rewrites it if browsers would read it differently. */
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
  const decoded = await decodedByApp(original, header, app, signal);
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
    by: truncated && "repair",
    truncated,
  };
}

function withinLimits<T extends { header: ImageHeader }>(inner: T, { limits }: PrepareSettings): T {
  refuse(validateHeader(inner.header, { ...limits, accept: [inner.header.mediaType] }));
  return inner;
}

/** Even where `accept` lists it: only a page can draw an SVG, which may hang the tab, run scripts or load other files. */
function svgRejected(): ImageError {
  return new ImageError("image-format-unsupported", "SVG isn't supported. Save it as PNG.", {
    actual: "image/svg+xml",
  });
}
