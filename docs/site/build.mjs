/**
 * `npm run build:docs`: README and docs/ as a static site with search, in docs/site/dist. Each recipe is a page, the limits come from the
 * endpoints themselves, the reference from the doc comments, the gallery from the demo in Chromium. A dead link fails.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
// The project's own: the one beside this file is older.
import { takeGallery } from "../../test/bench/screenshots/gallery.mjs";
import { runnerImport } from "../../node_modules/vite/dist/node/index.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const content = here("content");
rmSync(content, { recursive: true, force: true });
mkdirSync(`${content}/recipes`, { recursive: true });
mkdirSync(`${content}/public`);

const read = (path) => readFileSync(here(path), "utf8");
const write = (name, text) => writeFileSync(`${content}/${name}`, text);
/** Kebab-case, as it stands in an address. */
const slug = (title) =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
/** Outside of code, VitePress would take `<` and `{{` for a component and an expression. */
const escaped = (text) =>
  text
    .split(/(```[\s\S]*?```|`[^`\n]*`)/)
    .map((part, index) =>
      index % 2 ? part.replace(/^`([^`]*\{\{[^`]*)`$/, "<code v-pre>$1</code>") : part.replaceAll(/<(?=\w)/g, "&lt;"),
    )
    .join("");

/** A recipe is a page of its own here. */
const toRecipes = (text) => text.replaceAll(/recipes\.md#([\w-]+)/g, "recipes/$1.md");

write("index.md", escaped(toRecipes(read("../../README.md").replaceAll("](docs/", "](./"))));
for (const name of readdirSync(here(".."))) {
  if (name.endsWith(".md") && name !== "recipes.md")
    write(name, escaped(toRecipes(read(`../${name}`).replaceAll("../README.md", "./index.md"))));
}
cpSync(here("../demo.webp"), `${content}/demo.webp`);
cpSync(here("../../test/bench/results/latest.svg"), `${content}/public/latest.svg`);
write("performance.md", read("../performance.md").replaceAll("../test/bench/results/latest.svg", "/latest.svg"));

const [, ...parts] = read("../recipes.md").split(/^## /m);
const recipes = parts.map((part) => {
  const [title, ...body] = part.split("\n");
  const path = `recipes/${slug(title)}`;
  write(`${path}.md`, escaped(`# ${title}\n${body.join("\n").replaceAll(/\]\((?!https?:)([\w.-]+\.md)/g, "](../$1")}`));
  return { text: title, link: `/${path}` };
});
write("recipes.md", `# Recipes\n\n${recipes.map(({ text, link }) => `- [${text}](.${link}.md)`).join("\n")}\n`);

const load = async (path) => (await runnerImport(here(path), { configFile: false, logLevel: "error" })).module;
const [endpoints, { figureAges }] = await Promise.all([
  load("../../src/endpoints.ts"),
  load("../../test/setup/figure-ages.ts"),
]);
const today = new Date().toISOString().slice(0, 10);
const capOf = (value) => {
  if (Array.isArray(value)) return value.map((one) => capOf(one)).join(", ");
  if (typeof value === "object")
    return Object.entries(value)
      .map(([key, one]) => `${key} ${capOf(one)}`)
      .join(", ");
  return typeof value === "number" ? value.toLocaleString("en") : String(value);
};
const limits = Object.entries(endpoints).flatMap(([name, endpoint]) => {
  if (typeof endpoint !== "object" || !endpoint.caps) return [];
  const caps = Object.entries(endpoint.caps).map(([cap, value]) => `| \`${cap}\` | ${capOf(value)} |`);
  const sources = figureAges([endpoint], today).map(
    ({ figure, url, asOf, days }) => `| ${escaped(figure)} | [${new URL(url).host}](${url}) | ${asOf} | ${days} |`,
  );
  return [
    `## ${endpoint.label ?? endpoint.id}\n\n\`${name}\`\n`,
    `| limit | figure |\n|---|---|\n${caps.join("\n")}\n`,
    `| figure | source | read on | days ago |\n|---|---|---|---|\n${sources.join("\n")}\n`,
  ];
});
write(
  "limits.md",
  `# Limits and their sources\n\nGenerated from \`vision-dropzone/endpoints\` on ${today}. Bytes are exact.\n\n${limits.join("\n")}`,
);

mkdirSync(`${content}/public/gallery`);
const gallery = (await takeGallery(`${content}/public/gallery`)).map(
  ({ title, pictures }) =>
    `## ${title}\n\n${pictures.map(({ file, caption, width }) => `${caption}\n\n![${caption}](/gallery/${file}){width=${width}}`).join("\n\n")}\n`,
);
write("gallery.md", `# Gallery of states\n\nThe demo on ${today}, as its build makes it.\n\n${gallery.join("\n")}`);

const run = (program, ...args) =>
  execFileSync(process.execPath, [here(`node_modules/${program}`), ...args], { cwd: here("."), stdio: "inherit" });
run("typedoc/bin/typedoc");
/** As they are read; a page that is not named here comes at the end. */
const ORDER = [
  "index",
  "component",
  "parts",
  "endpoints",
  "limits",
  "core",
  "formats",
  "recipes",
  "fitting",
  "security",
  "accessibility",
  "gallery",
  "performance",
  "robustness",
  "consumers",
];
const names = readdirSync(content).flatMap((name) => (name.endsWith(".md") ? [name.slice(0, -3)] : []));
const place = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
const titleOf = (name) => /^# (.*)$/m.exec(readFileSync(`${content}/${name}.md`, "utf8"))?.[1] ?? name;
const sidebar = names
  .toSorted((one, other) => place(one) - place(other))
  .map((name) =>
    name === "recipes"
      ? { text: "Recipes", link: "/recipes", items: recipes }
      : { text: name === "index" ? "Quick start" : titleOf(name), link: name === "index" ? "/" : `/${name}` },
  );
write("sidebar.json", JSON.stringify([...sidebar, { text: "Reference", link: "/api/" }]));
run("vitepress/bin/vitepress.js", "build");
