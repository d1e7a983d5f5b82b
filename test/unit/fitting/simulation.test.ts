/** Ten thousand random requests are made to fit. With SHOW_SIMULATION=1 the figures are printed as a table. */
import { describe, expect, it } from "vitest";
import { planFit } from "../../../src/fitting/plan-fit.js";
import {
  bytesOf,
  factsOf,
  leastOf,
  requestOf,
  seeded,
  settle,
  simulatedPicture,
} from "../../fixtures/simulated-pictures.js";

const SETS = 10_000;

interface Outcome {
  count: number;
  /** Of the room, where a quality was lowered. */
  use: number[];
  rounds: number[];
  impossible: number;
  /** Share of the pictures made again for one that was added. */
  changed: number[];
}

const outcomeOf = (): Outcome => ({ count: 0, use: [], rounds: [], impossible: 0, changed: [] });
const SIZES = [1, 2, 5, 20, 60] as const;

describe("planFit: ten thousand random sets", () => {
  const table = new Map<number, Outcome>(SIZES.map((size) => [size, outcomeOf()]));
  const failures: string[] = [];
  for (let seed = 1; seed <= SETS; seed += 1) {
    const random = seeded(seed);
    const most = SIZES[seed % SIZES.length]!;
    const pictures = Array.from({ length: Math.ceil(most * (0.5 + random() / 2)) }, (_, at) =>
      simulatedPicture(String(at), random),
    );
    const outcome = table.get(most)!;
    outcome.count += 1;
    const fullBytes = pictures.reduce((sum, picture) => sum + picture.full.bytes, 0);
    const roomBytes = fullBytes * (0.02 + 1.1 * random() ** 1.5);
    const request = requestOf(pictures);
    const { status, rounds } = settle(request, roomBytes);
    const can = leastOf(pictures) <= roomBytes;
    if ((status === "possible") !== can) failures.push(`${seed}: ${status}, but it ${can ? "can" : "cannot"} fit`);
    outcome.rounds.push(rounds);
    if (status === "impossible") {
      outcome.impossible += 1;
      continue;
    }
    const used = bytesOf(request) / roomBytes;
    if (used > 1) failures.push(`${seed}: ${used} of the room`);
    const isLowered = pictures.some((picture) => request.now.get(picture.id)!.bytes < picture.full.bytes);
    if (isLowered) outcome.use.push(used);
    // Above 0.85 one more percent of quality has more than 5 % of the bytes: what is left may be too little for it.
    const least = pictures.some(({ quality }) => quality > 0.85) ? 0.9 : 0.95;
    if (isLowered && used < least) failures.push(`${seed}: only ${used} of the room`);
    if (most < 5 || !isLowered) continue;
    const [before, added] = [new Map(request.now), simulatedPicture("added", random)];
    request.pictures.push(added);
    request.now.set(added.id, added.full);
    if (settle(request, roomBytes).status === "impossible") continue;
    const changed = [...before].filter(([id, made]) => request.now.get(id) !== made).length;
    outcome.changed.push(changed / before.size);
  }
  const at = (values: readonly number[], part: number) => values[Math.floor((values.length - 1) * part)] ?? Number.NaN;

  if (process.env.SHOW_SIMULATION) {
    const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
    const many = factsOf(
      requestOf(Array.from({ length: 500 }, (_, index) => simulatedPicture(String(index), seeded(index)))),
    );
    const roomBytes = many.reduce((sum, { full }) => sum + full.bytes, 0) / 2;
    const times = Array.from({ length: 50 }, () => {
      const start = performance.now();
      planFit({ roomBytes, images: many });
      return performance.now() - start;
    }).toSorted((a, b) => a - b);
    console.log(`A plan for 500 images: ${at(times, 0.5).toFixed(2)} ms, median of ${times.length}.`);
    console.table(
      Object.fromEntries(
        [...table].map(([size, { count, use, rounds, impossible, changed }]) => {
          const [sorted, again] = [use.toSorted((a, b) => a - b), changed.toSorted((a, b) => a - b)];
          const row = {
            sets: count,
            impossible,
            shrunk: use.length,
            "use, least": percent(at(sorted, 0)),
            "use, 1 in 100": percent(at(sorted, 0.01)),
            "use, median": percent(at(sorted, 0.5)),
            "rounds, most": Math.max(...rounds),
            "made again for one more, median": percent(at(again, 0.5)),
          };
          return [`up to ${size}`, row];
        }),
      ),
    );
  }

  it("fit whenever they can, are impossible only where they cannot, and use 95 % of the room where a quality was lowered", () => {
    expect(failures).toEqual([]);
  });

  it("make few pictures again for one that is added to many", () => {
    const many = [...table].filter(([size]) => size >= 20).flatMap(([, { changed }]) => changed);
    expect(
      at(
        many.toSorted((a, b) => a - b),
        0.5,
      ),
    ).toBeLessThan(0.6);
  });
});
