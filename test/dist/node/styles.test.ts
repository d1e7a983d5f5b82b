/** The stylesheet as an app's production build ships it: bundlers rewrite CSS, and once lost all colours in doing so. */
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { expect, test } from "vitest";

const styles = fileURLToPath(new URL("../../../dist/styles.css", import.meta.url));

test("styles: colours stay mixed with the page's own text colour in a production build", async () => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    plugins: [
      {
        name: "app",
        resolveId: (id) => (id === "app" ? id : undefined),
        load: (id) => (id === "app" ? `import ${JSON.stringify(styles)};` : undefined),
      },
    ],
    build: { write: false, rolldownOptions: { input: "app" } },
  });
  const { output } = [built].flat().find((one) => "output" in one) ?? { output: [] };
  const css = output
    .map((file) => ("source" in file && file.fileName.endsWith(".css") ? String(file.source) : ""))
    .join("");
  for (const name of ["accent", "danger", "text-muted", "surface", "surface-raised", "border"]) {
    expect(css).toMatch(new RegExp(`var\\(--vd-${name},\\s*color-mix\\(in oklab,[^;]*currentColor[^;]*\\)\\)`, "i"));
  }
  expect(css).not.toMatch(/light-dark|var\(--lightningcss|prefers-color-scheme/);
});
