/** The package in pages that state no charset: what a minifier writes beyond ASCII in a classic script is read there as something else. */
import { Buffer } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bmpBytes } from "../../fixtures/bytes/bmp.js";
import { type ClassicSite, serveClassicApp } from "../../fixtures/classic-app/serve.js";
import { inlinedScripts, textsIn } from "../../fixtures/classic-app/texts.js";
import { imageFile } from "../../fixtures/sharp-images.js";
import { BROWSERS, type PickedFile, type Visitor } from "../../fixtures/strict-app/visitors.js";

const dist = fileURLToPath(new URL("../../../dist/", import.meta.url));
const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) => /\.(js|css)$/.test(file));
const read = (file: string) => readFileSync(dist + file, "utf8");

const isAscii = (text: string) => /^[\0-\x7f]*$/.test(text);

/** Translations contain such characters, as escapes: an app that minifies one must state a charset. */
const isLanguage = (file: string) => /^languages[\\/]/.test(file);

/** What is beyond ASCII in a script: written as it is, or in a text by an escape, or in the worker's script that is such a text. */
function beyondAscii(code: string, name: string): string[] {
  const texts = textsIn(code).map(({ value }) => value);
  return [...(isAscii(code) ? [] : [code]), ...texts.filter((text) => !isAscii(text))]
    .map((text) => `${name}: ${/.{0,20}[^\0-\x7f].{0,20}/.exec(text)?.[0]}`)
    .concat(inlinedScripts(code).flatMap((script) => beyondAscii(script, `a script in ${name}`)));
}

describe("charset: nothing in the package is beyond ASCII", () => {
  test("in the built files", () => {
    const scripts = files.filter((file) => file.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((file) => !isLanguage(file)).flatMap((file) => beyondAscii(read(file), file))).toEqual([]);
    const languages = scripts.filter(isLanguage);
    expect(languages.length).toBeGreaterThan(1);
    expect(languages.filter((file) => !isAscii(read(file)))).toEqual([]);
    expect(scripts.flatMap((file) => inlinedScripts(read(file)))).toHaveLength(3);
    expect(files.filter((file) => file.endsWith(".css") && !isAscii(read(file)))).toEqual([]);
  });

  test.each(["index.js", "core.js", "endpoints.js", "worker.js"])(
    "in the output of a minifier for %s",
    async (entry) => {
      const built = await build({
        configFile: false,
        logLevel: "error",
        build: {
          write: false,
          target: "es2022",
          rolldownOptions: {
            input: dist + entry,
            external: [/^[a-z]/],
            preserveEntrySignatures: "strict",
            output: { minify: true },
          },
        },
      });
      const { output } = [built].flat().find((one) => "output" in one) ?? { output: [] };
      expect(output.flatMap((file) => (file.type === "chunk" ? beyondAscii(file.code, file.fileName) : []))).toEqual(
        [],
      );
    },
  );

  test("no eval: the check finds some if there is any", () => {
    const worker = JSON.stringify(`(function(){${" ".repeat(500)}return "\\xff"})()`);
    expect(beyondAscii(`const a = "\\u00b7", b = \`\\xff\`, w = ${worker};`, "x.js")).toHaveLength(3);
    expect(beyondAscii('const a = "\u00b7";', "x.js")).toHaveLength(2);
  });
});

const picked = async (name: string, format: "jpeg" | "png" | "webp" | "gif"): Promise<PickedFile> => ({
  name,
  mimeType: "",
  buffer: Buffer.from(await (await imageFile({ width: 1400, height: 700, format })).arrayBuffer()),
});

describe.each(BROWSERS.map(({ browserName, start }) => [browserName, start] as const))(
  "charset: a classic script on a page without one, in %s",
  (_browserName, start) => {
    let site: ClassicSite;
    let visitor: Visitor;
    beforeAll(async () => {
      site = await serveClassicApp();
      if (start) visitor = await start();
    });
    afterAll(async () => {
      await visitor?.close();
      await site.close();
    });

    test.skipIf(!start)("every format is known by its first bytes, and what is shown is not garbled", async () => {
      const white = bmpBytes({ width: 1400, height: 700 }).fill(0xff, 54);
      const images = [
        await picked("a.jpg", "jpeg"),
        await picked("b.png", "png"),
        await picked("c.webp", "webp"),
        await picked("d.gif", "gif"),
        { name: "e.bmp", mimeType: "", buffer: Buffer.from(white) },
      ];
      await visitor.visit(site.url);
      await visitor.pick(images);
      await visitor.sees("[data-settled='5']");
      const { accent, ready, errors, texts } = await visitor.noted();

      // The page does read its script in another way than it was written.
      expect(accent).toBe("\u00c3\u00a9");
      expect(ready.map(({ name, width, height, code }) => [name, width, height, code])).toEqual(
        images.map(({ name }) => [name.replace(/\.\w+$/, ".jpg"), 1280, 640, undefined]),
      );
      expect(texts).toContain("\u2192 1280 \u00d7 640");
      expect(texts).toContain("\u2248 ");
      expect(texts).not.toMatch(/[\u00c2\u00e2]/);
      expect(errors).toEqual([]);
    });
  },
);
