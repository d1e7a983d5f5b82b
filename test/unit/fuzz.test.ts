/** A short run of the fuzzer, always the same one; `npm run fuzz` makes a long one with another seed each time. */
import { describe, expect, test } from "vitest";
import { fuzz, targets } from "../fuzz/run-fuzz.js";

const SEED = 20_261_121;
const RUNS = 15_000;

describe("fuzz: generated inputs", () => {
  // A time limit ends a hang; it is no measurement.
  test.each(targets.map((target) => [target.name, target] as const))("%s", { timeout: 120_000 }, async (_, target) => {
    const { inputs, failure } = await fuzz(target, { seed: SEED, runs: RUNS });
    expect(failure).toBeUndefined();
    expect(inputs).toBe(Math.ceil((RUNS * target.share) / 1000));
  });

  test("and the shares of all targets make a whole", () => {
    expect(targets.reduce((sum, { share }) => sum + share, 0)).toBe(1000);
  });
});
