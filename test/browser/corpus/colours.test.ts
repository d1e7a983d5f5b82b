/** What is sent is in sRGB, whatever the numbers in the file mean and whatever the browser makes of them. */
import { expect, test } from "vitest";
import { commands } from "vitest/browser";
import { prepareImage } from "vision-dropzone/core";
import { anthropicMessages } from "vision-dropzone/endpoints";
import { COLOUR_DIFFERENCES, COLOUR_LEVELS } from "./known-differences.js";
import { blobOf, browserName } from "./prepare-file.js";

const { files, patchPx } = await commands.makeColourFiles();

/** Levels that the patches are off, at most. */
async function distance(base64: string, expected: readonly (readonly number[])[]): Promise<number> {
  const image = await prepareImage(await blobOf(base64), { endpoint: anthropicMessages });
  expect(image.changes.map(({ code }) => code)).toContain("reencoded");
  const middles = expected.map((_colour, n) => [n * patchPx + patchPx / 2, patchPx / 2] as const);
  const colours = await commands.pixelsAt(image.base64, middles);
  return Math.max(
    ...colours.flatMap((colour, n) => colour.map((level, channel) => Math.abs(level - expected[n]![channel]!))),
  );
}

const knownFor = (name: string) =>
  COLOUR_DIFFERENCES.find(({ files: pattern, levels }) => pattern.test(name) && levels[browserName] !== undefined);

test.each(files.filter(({ name }) => !knownFor(name)).map((file) => [file.name, file] as const))(
  "colours: %s becomes sRGB within two levels",
  async (_, { base64, expected }) => {
    expect(await distance(base64, expected)).toBeLessThanOrEqual(COLOUR_LEVELS);
  },
);

test("colours: known failures to convert are still there, and no larger than documented", async () => {
  for (const { name, base64, expected } of files) {
    const known = knownFor(name);
    if (!known) continue;
    const levels = await distance(base64, expected);
    expect(levels, `${name} is converted by now: strike it off`).toBeGreaterThan(COLOUR_LEVELS);
    expect(levels, name).toBeLessThanOrEqual(known.levels[browserName]!);
  }
});
