/** Thrown in the photo worker if a file needs code that it does not have. The page then gives the job to the full worker. */
export class NotAPhoto extends Error {}

/** `step`: one of `Repertoire.rare`. */
export function orNotAPhoto<Step>(step: Step | undefined): Step {
  if (step === undefined) throw new NotAPhoto();
  return step;
}
