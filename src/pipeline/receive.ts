/** Step 1: checks the file's size in bytes against the limits, and opens the file. */
import { throwIfAborted } from "../shared/errors.js";
import { throwIfProblem, validateFile } from "../shared/validate.js";
import type { PrepareTools } from "./prepare-file.js";
import type { PrepareJob } from "./prepare-job.js";
import { createFileReader } from "./file-reader.js";
import type { Received } from "./stages.js";

export function receive(
  { file, settings, app, keepsPlanes }: PrepareJob,
  { registry, rare, encode, signal }: PrepareTools,
): Received {
  throwIfAborted(signal);
  throwIfProblem(validateFile(file.size, settings.limits));
  return { original: createFileReader(file, signal), settings, app, keepsPlanes, registry, rare, encode, signal };
}
