/** The stylesheet as an app's production build ships it: bundlers rewrite CSS, and once lost all colours in doing so. */
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { expect, test } from "vitest";

const styles = fileURLToPath(new URL("../../../dist/styles.css", import.meta.url));

test("both palettes and their switches survive a production build", { timeout: 60_000 }, async () => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    plugins: [{ name: "app", resolveId: (id) => (id === "app" ? id : undefined), load: (id) => (id === "app" ? `import ${JSON.stringify(styles)};` : undefined) }],
    build: { write: false, rolldownOptions: { input: "app" } },
  });
  const { output } = [built].flat().find((one) => "output" in one) ?? { output: [] };
  const css = output.map((file) => ("source" in file && file.fileName.endsWith(".css") ? String(file.source) : "")).join("");
  expect(css).toMatch(/--_accent:\s*var\(--vd-accent,\s*var\(--_vd-light,\s*#3056d3\)\s*var\(--_vd-dark,\s*#8ba6ff\)\)/);
  // Off is an empty value, which a minifier must not drop; on is `initial`, which makes the fallback show.
  expect(css.match(/--_vd-dark:\s*;/g)?.length).toBe(2);
  expect(css.match(/--_vd-dark:\s*initial/g)?.length).toBe(2);
  expect(css).not.toMatch(/light-dark|lightningcss/);
});
