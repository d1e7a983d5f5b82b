import type { Registry } from "../formats/create-registry.js";
import type { RareSteps } from "./rare-steps.js";

/** What a build of the pipeline can do. There are two: `everything.ts`, and `photos-only.ts` for the photo worker. */
export interface Repertoire {
  registry: Registry;
  /** `undefined`: a file that needs one of them ends the job with `NotAPhoto`. */
  rare: RareSteps | undefined;
}
