import { batch } from "./batch.mjs";
import { first } from "./first.mjs";
import { list } from "./list.mjs";
import { memory } from "./memory.mjs";
import { native } from "./native.mjs";
import { scale } from "./scale.mjs";
import { single } from "./single.mjs";

/** What can be asked for by `--only`. */
export const PARTS = {
  single: { measure: single },
  batch: { measure: batch },
  memory: { measure: memory },
  scale: { measure: scale },
  list: { measure: list, needsListApp: true },
  native: { measure: native },
  first: { measure: first, needsListApp: true },
};
