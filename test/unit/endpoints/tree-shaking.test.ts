/** An app that names one endpoint carries no other, nor its sources. */
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { expect, test } from "vitest";
import * as endpoints from "../../../src/endpoints.js";

const barrel = fileURLToPath(new URL("../../../src/endpoints.ts", import.meta.url));
const ENTRY = "entry-of-an-app";

async function bundleOf(name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id.endsWith(ENTRY) ? `\0${ENTRY}` : undefined),
        load: (id) => (id === `\0${ENTRY}` ? `export { ${name} } from ${JSON.stringify(barrel)};` : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      target: "es2022",
      rolldownOptions: { input: ENTRY, preserveEntrySignatures: "strict" },
    },
  });
  const { output } = [built].flat().find((one) => "output" in one) ?? { output: [] };
  return output.map((file) => ("code" in file ? file.code : "")).join("");
}

const named = Object.entries(endpoints).flatMap(([name, value]) =>
  "toBlock" in value ? [[name, value] as const] : [],
);
const limits = Object.keys(endpoints).filter((name) => name.endsWith("Limits"));
const ids = Object.values(endpoints).flatMap((value) => ("id" in value ? [value.id] : []));

test.each(named)(
  "tree-shaking: %s comes alone, with the token rule it names",
  async (name, { id, tokenModel }) => {
    const code = await bundleOf(name);
    expect(ids.filter((other) => code.includes(`id: "${other}"`)).toSorted()).toEqual(
      [id, ...(tokenModel ? [tokenModel.id] : [])].toSorted(),
    );
    // Its own caps and sources, a helper or two, and a token rule; the whole barrel is many times larger.
    expect(code.length).toBeLessThan(tokenModel ? 10_000 : 4000);
  },
  60_000,
);

test.each(limits)(
  "tree-shaking: %s come alone",
  async (name) => {
    const code = await bundleOf(name);
    expect(ids.filter((other) => code.includes(`id: "${other}"`))).toEqual([name.replace("Limits", "")]);
    expect(code.length).toBeLessThan(2500);
  },
  60_000,
);
