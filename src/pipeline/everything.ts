import { registry } from "../formats/registry.js";
import { RARE_STEPS } from "./rare-steps.js";
import type { Repertoire } from "./repertoire.js";

export const EVERYTHING: Repertoire = { registry, rare: RARE_STEPS };
