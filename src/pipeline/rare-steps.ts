/** Steps that hardly any photo needs. The photo worker leaves them out, which makes it a fifth smaller. */
import { animated } from "./animated.js";
import { compressedByApp } from "./compress-by-app.js";
import { cutFile } from "./cut-file.js";
import { originalInstead } from "./original-instead.js";
import { rewrite } from "./rewrite.js";
import { whyNotTaken } from "./why-not-taken.js";

export const RARE_STEPS = { animated, compressedByApp, cutFile, originalInstead, rewrite, whyNotTaken };

export type RareSteps = typeof RARE_STEPS;
