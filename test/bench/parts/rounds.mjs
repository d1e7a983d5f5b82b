/** Contestants take turns, round by round, in one page: what disturbs the machine disturbs all of them. */
import { forPage } from "../stage.mjs";
import { round } from "../statistics.mjs";

/**
 * Resolves to { contestant: { ms: [], gapMs: [], outputs, error? } }. The first turn of each warms it up and is not counted.
 */
export async function inRounds(
  browser,
  contestants,
  inputs,
  { rounds, warmUp = inputs.slice(0, 1), times = 1, unlike = false },
) {
  const results = Object.fromEntries(contestants.map((name) => [name, { ms: [], gapMs: [] }]));
  const files = inputs.map(forPage);
  await browser.evaluate(async (load) => globalThis.bench.load(load), [...files, ...warmUp.map(forPage)]);
  for (let turn = -1; turn < rounds; turn++) {
    for (const name of contestants) {
      const result = results[name];
      if (result.error !== undefined) continue;
      const measured = await browser.evaluate(
        async (who, what, how) => globalThis.bench.run(who, what, how),
        name,
        turn < 0 ? warmUp.map(forPage) : files,
        { times: turn < 0 ? 1 : times, unlike },
      );
      if (measured.error !== undefined) result.error = measured.error;
      else if (turn >= 0) {
        result.ms.push(round(measured.ms));
        result.gapMs.push(round(measured.gapMs));
        result.outputs = measured.outputs;
      }
    }
  }
  for (const result of Object.values(results)) summarise(result, inputs, times);
  return results;
}

/** Outputs are all looked at; the JSON keeps their sum, and those of another size than was asked for. */
function summarise(result, inputs, times) {
  const { outputs } = result;
  delete result.outputs;
  if (!outputs) return;
  const wanted = Array.from({ length: times }, () => inputs).flat();
  const odd = outputs.flatMap(({ width, height }, index) => {
    const { target, file } = wanted[index];
    // A pixel apart is another way of rounding.
    return Math.abs(width - target.width) <= 1 && Math.abs(height - target.height) <= 1
      ? []
      : [`${file}: ${width}x${height}`];
  });
  result.bytes = outputs.reduce((sum, { bytes }) => sum + bytes, 0);
  result.backends = [...new Set(outputs.map(({ backend }) => backend))];
  if (odd.length > 0) result.otherSizes = odd;
  if (outputs.some(({ jpeg }) => !jpeg)) result.notJpeg = true;
}
