/** Step 3: checks the file for problems, has the app decode it if it can, and rewrites it if browsers would read it differently. */
import type { Problem } from "../formats/problem.js";
import { problemError } from "../formats/problem-error.js";
import { type DecodedByApp, decodedByApp } from "./decode-by-app.js";
import { ImageError } from "../shared/errors.js";
import { createFileReader } from "./file-reader.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { ImageHeader } from "../shared/types.js";
import { throwIfProblem, validateHeader } from "../shared/validate.js";
import type { Inspected, Normalized } from "./stages.js";

/**
 * Rejects with `ImageError`, or with the signal's reason. We decode nothing here. A file made by the app's decoder is treated
 * like any other.
 */
export async function normalizeFile(inspected: Inspected): Promise<Normalized> {
  const { original, originalHeader, settings, app, registry, signal } = inspected;
  let truncated = acceptable(await registry.findProblem(original, originalHeader), originalHeader, settings);
  const decoded = await decodedByApp(inspected);
  if (decoded && app.truncated !== undefined)
    truncated = acceptable({ kind: "truncated", why: app.truncated }, originalHeader, settings);
  const { reader, header, pixels } = decoded
    ? withinLimits(decoded, settings)
    : { reader: original, header: originalHeader };
  const by = decoded ? "app" : truncated && "repair";
  if (pixels) return { ...inspected, reader, header, pixels, by, truncated };
  if (decoded) truncated ??= acceptable(await registry.findProblem(reader, header), header, settings);
  if (header.mediaType === "image/svg+xml" && !app.compresses) throw svgRejected();
  const normalized = await registry.normalize(reader, header);
  const { endMarker } = registry.formatOf(header.mediaType) ?? {};
  const file =
    truncated && endMarker ? new Blob([normalized ?? reader.blob, endMarker], { type: header.mediaType }) : normalized;
  return { ...inspected, reader: file ? createFileReader(file, signal) : reader, header, by, truncated };
}

/** Throws for any problem except a truncation that the app accepts. */
function acceptable(
  problem: Problem | undefined,
  header: ImageHeader,
  { truncated }: PrepareSettings,
): Problem | undefined {
  if (problem && !(problem.kind === "truncated" && truncated === "accept")) throw problemError(problem, header);
  return problem;
}

function withinLimits(inner: DecodedByApp, { limits }: PrepareSettings): DecodedByApp {
  throwIfProblem(validateHeader(inner.header, { ...limits, accept: [inner.header.mediaType] }));
  return inner;
}

/** Even where `accept` lists it: only a page can draw an SVG, which may hang the tab, run scripts or load other files. */
function svgRejected(): ImageError {
  return new ImageError("image-format-unsupported", "SVG isn't supported. Save it as PNG.", {
    actual: "image/svg+xml",
  });
}
