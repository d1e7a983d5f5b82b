/** The finders of the tests: TypeScript, so loaded through Vite. */
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const setup = (name) => fileURLToPath(new URL(`../../../test/setup/${name}.ts`, import.meta.url));

export async function finders() {
  const [browsers, session] = await Promise.all(
    ["find-browsers", "webkit-session"].map((name) =>
      runnerImport(setup(name), { configFile: false, logLevel: "error" }),
    ),
  );
  return { ...browsers.module, ...session.module };
}
