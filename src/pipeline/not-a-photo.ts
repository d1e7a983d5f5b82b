/** Thrown in the photo worker when a file needs what it does not have. The page gives the job to a worker that has everything. */
export class NotAPhoto extends Error {}

/** `step`: of `Repertoire.rare`. */
export function orNotAPhoto<Step>(step: Step | undefined): Step {
  if (step === undefined) throw new NotAPhoto();
  return step;
}
