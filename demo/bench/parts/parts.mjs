import { batch } from "./batch.mjs";
import { single } from "./single.mjs";

/** What can be asked for by `--only`. */
export const PARTS = {
  single: { measure: single },
  batch: { measure: batch },
};
