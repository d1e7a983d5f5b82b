/** Nothing in the built package, or in an app made with it, turns text into code or markup. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveStrictApp, type StrictSite } from "../../fixtures/strict-app/serve.js";

type SyntaxNode = Record<string, unknown> & { type: string };

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

/** `eval` of `eval`, `window.eval` and `window["eval"]`. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  const named = node.type === "MemberExpression" ? nameOf(node["property"]) : (node["name"] ?? node["value"]);
  return typeof named === "string" ? named : "";
}

/** A stream has a method of that name, too. */
const isDocument = (callee: SyntaxNode): boolean => nameOf(callee["object"]) === "document";

/** Text to code, wherever called; a worker's script and a page's markup by address or text. */
const CALLS = new Set(["eval", "Function", "importScripts", "execScript"]);
const MARKUP_CALLS = new Set(["insertAdjacentHTML", "createContextualFragment", "setHTMLUnsafe"]);
const DOCUMENT_CALLS = new Set(["write", "writeln"]);
const MARKUP = new Set(["innerHTML", "outerHTML", "srcdoc", "dangerouslySetInnerHTML"]);
const TIMERS = new Set(["setTimeout", "setInterval"]);

/** A script that travels as text (our worker does) is looked into as well. */
const SCRIPT_CHARS = 500;

function findings(code: string, file: string): string[] {
  const { program, errors } = parseSync("code.js", code);
  // A long text that only looks like a script. A file that does not parse would not have been built.
  if (errors.length > 0) return [];
  const found: string[] = [];
  const walk = (node: SyntaxNode): void => {
    const isCall = node.type === "CallExpression" || node.type === "NewExpression";
    const callee = isCall ? nameOf(node["callee"]) : "";
    const [first] = isCall ? (node["arguments"] as SyntaxNode[]) : [];
    const method = isNode(node["callee"]) && node["callee"].type === "MemberExpression" ? node["callee"] : undefined;
    const isMarkup = method && (MARKUP_CALLS.has(callee) || (DOCUMENT_CALLS.has(callee) && isDocument(method)));
    if (CALLS.has(callee) || isMarkup) found.push(`${file}: ${callee}()`);
    if (TIMERS.has(callee) && (first?.type === "Literal" || first?.type === "TemplateLiteral"))
      found.push(`${file}: ${callee} of a text`);
    if (node.type === "AssignmentExpression" && MARKUP.has(nameOf(node["left"])))
      found.push(`${file}: ${nameOf(node["left"])} =`);
    if (node.type === "Property" && MARKUP.has(nameOf(node["key"]))) found.push(`${file}: ${nameOf(node["key"])}:`);
    const text =
      node.type === "Literal"
        ? node["value"]
        : node.type === "TemplateElement"
          ? (node["value"] as { cooked?: string }).cooked
          : undefined;
    if (typeof text === "string" && text.length > SCRIPT_CHARS && /function|=>/.test(text))
      found.push(...findings(text, `a script in ${file}`));
    for (const child of Object.values(node).flat()) if (isNode(child)) walk(child);
  };
  walk(program as unknown as SyntaxNode);
  return found;
}

const dist = fileURLToPath(new URL("../../../dist/", import.meta.url));
let site: StrictSite;
beforeAll(async () => {
  site = await serveStrictApp();
});
afterAll(() => site.close());

test("no eval: none in the built package", () => {
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  expect(files.length).toBeGreaterThan(3);
  expect(files.flatMap((file) => findings(readFileSync(dist + file, "utf8"), file))).toEqual([]);
});

/** React's own, for `dangerouslySetInnerHTML`, its list of attribute names, and a `script` element made by `createElement`. */
const REACTS = new Set(["app.js: innerHTML =", "app.js: dangerouslySetInnerHTML:", "app.js: srcdoc:"]);

test("no eval: in an app's build, its dependencies included, there is no more than React's own markup", () => {
  const scripts = [...site.files].filter(([name]) => name.endsWith(".js"));
  const found = scripts.flatMap(([name, code]) => findings(code, name.replaceAll("/", " ")));
  expect(
    found.filter((finding) => !REACTS.has(finding)).map((finding) => finding.replace(/-[\w-]{8}\.js/, ".js")),
  ).toEqual([
    // browser-image-compression, the strategy for browsers without a worker canvas, has its own worker, which we never start.
    "a script in assets browser-image-compression.js: importScripts()",
  ]);
});

test("no eval: the check finds some if there is any", () => {
  const worker = JSON.stringify(`(function(){${" ".repeat(SCRIPT_CHARS)}eval("1")})()`);
  expect(
    findings(
      `new Function("a"); setTimeout("x"); self["eval"]("y"); a.innerHTML = b; document.write(c); const w = ${worker};`,
      "x.js",
    ),
  ).toHaveLength(6);
});
