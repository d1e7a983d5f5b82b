/** The bombs of the tests as files that a page can fetch. */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";
import { cacheFolder } from "../cache.mjs";

const fromTests = async (name) =>
  (
    await runnerImport(fileURLToPath(new URL(`../../../test/${name}.ts`, import.meta.url)), {
      configFile: false,
      logLevel: "error",
    })
  ).module;

export const bombFolder = cacheFolder("bombs");

/** Resolves to [{ name, file, bytes }]: `file` below `bombFolder`. */
export async function writeBombs() {
  const [{ bombs }, { sharedFolder }] = await Promise.all([
    fromTests("fixtures/hostile/bombs"),
    fromTests("setup/shared-folder"),
  ]);
  const all = await bombs(sharedFolder);
  return Promise.all(
    all.map(async ({ name, bytes }, index) => {
      const file = `${index}.bin`;
      await writeFile(`${bombFolder}/${file}`, bytes);
      return { name, file, bytes: bytes.length };
    }),
  );
}
