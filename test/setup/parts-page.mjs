/** `npm run docs:parts`: writes docs/parts.md, the parts' attributes and the look's variables, from the sources that make them. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (path) => readFileSync(file(path), "utf8");

export const PAGE = file("docs/parts.md");

const ATTRIBUTES = read("src/react/components/data-attributes.ts");
const TYPES = [
  ATTRIBUTES,
  read("src/queue/types.ts"),
  read("src/meter/types.ts"),
  read("src/react/components/list-layout.ts"),
].join("\n");
const STYLES = read("src/react/styles.css");

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const unique = (values) => [...new Set(values)];

/** The text of a type's declaration. */
function declared(name) {
  const found = new RegExp(
    `(?:type ${name} =|interface ${name}\\b)([\\s\\S]*?)\\n(?=export|/\\*\\*|interface|type|$)`,
  ).exec(TYPES);
  if (!found) throw new Error(`There is no type ${name} for the attributes' page.`);
  return found[1];
}

/** The texts that `T["status"]` may have, T being a union of objects or of other types. */
function statusesOf(name) {
  const text = declared(name);
  const own = [...text.matchAll(/\bstatus: "([\w-]+)"/g)].map(([, status]) => status);
  const others = [...text.matchAll(/\b([A-Z]\w+Item)\b/g)].map(([, other]) => other).filter((other) => other !== name);
  return unique([...own, ...unique(others).flatMap(statusesOf)]);
}

/** The parts of `vision-dropzone/parts`: what each is unless `render` says otherwise, and its attribute. */
const ELEMENTS = {
  Root: ["div", "root"],
  Area: ["button", "area"],
  List: ["ol", "list"],
  Item: ["li", "item"],
  Thumbnail: ["button", "item-open", "without a preview, and of a rejected file, a `span` with `data-vd-thumbnail`"],
  Name: ["span", "item-name"],
  Detail: ["span", "item-detail", "of a rejected file `data-vd-item-error`"],
  Progress: ["span", "progress", "while it is worked on"],
  Actions: ["span", "actions"],
  Remove: ["button", "action"],
  Rejected: ["div", "rejected", "while there are any"],
  Meter: ["div", "meter", "while there is anything to measure"],
  Preview: ["dialog", "preview", "while an image is shown"],
  Status: ["div", "status"],
  Input: ["input", "input", "without `ref` and `render`"],
};

function elementRows() {
  const exported = [...read("src/parts.ts").matchAll(/^ {2}(?:\w+ as )?([A-Z]\w+),$|as (Input) \}/gm)].map(
    (found) => found[1] ?? found[2],
  );
  const unknown = exported.filter((name) => !(name in ELEMENTS));
  if (unknown.length > 0) throw new Error(`The attributes' page does not say what ${unknown.join(", ")} is.`);
  return Object.entries(ELEMENTS).map(
    ([name, [element, part, note]]) =>
      `| \`${name}\` | \`${element}\` | \`data-vd-${part}\`${note ? `; ${note}` : ""} |`,
  );
}

/** What an attribute may have as its value: `undefined` for one that is there or not. */
function valuesOf(type) {
  if (type === "boolean") return undefined;
  return type.split("|").flatMap((one) => {
    const alone = one.trim();
    const [, literal] = /^"(.+)"$/.exec(alone) ?? [];
    const [, owner] = /^(\w+)\["status"\]$/.exec(alone) ?? [];
    if (literal) return [literal];
    if (owner) return statusesOf(owner);
    if (alone === "false") return [];
    if (alone === "string") return ["…"];
    return [...declared(alone).matchAll(/"([\w-]+)"/g)].map(([, value]) => value);
  });
}

function stateText([, name, type]) {
  const values = valuesOf(type);
  return `\`data-${kebab(name)}${values ? `="${values.join(" \\| ")}"` : ""}\``;
}

function partRows() {
  const body = /interface PartStates \{([\s\S]*?)\n\}/.exec(ATTRIBUTES)[1];
  const parts = [...body.matchAll(/^ {2}"?([\w-]+)"?: (Stateless|\{[\s\S]*?\});$/gm)];
  return parts.map(([, part, states]) => {
    const fields = [...states.matchAll(/(\w+): ([^;}]+?)(?=[;}]| \})/g)];
    return `| \`data-vd-${part}\` | ${fields.map(stateText).join(", ") || "–"} |`;
  });
}

/** The comment above `PartStates`, which says what the states mean. */
function stateMeanings() {
  const comment = /\/\*\*\n([\s\S]*?)\*\/\nexport interface PartStates/.exec(ATTRIBUTES)[1].split("/**\n").at(-1);
  const text = comment
    .replace(/^ \* ?/gm, "")
    .replace(/\s+/g, " ")
    .replace(/^Part -> its states\. /, "")
    .trim();
  return text
    .replace(/`(\w+)`/g, (_, name) => `\`data-${kebab(name)}\``)
    .split(/[;.] |(?<=target), /)
    .map((meaning) => `- ${meaning.replace(/\.$/, "")}`)
    .join("\n");
}

/** `text` from behind an opening bracket to the one that closes it. */
function balanced(text) {
  let depth = 1;
  for (let at = 0; at < text.length; at += 1) {
    depth += { "(": 1, ")": -1 }[text[at]] ?? 0;
    if (depth === 0) return text.slice(0, at);
  }
  throw new Error("A bracket in styles.css is not closed.");
}

function variableRows() {
  const defaults = new Map();
  for (const { 0: start, index } of STYLES.matchAll(/var\((?=--vd-)/g)) {
    const [name, ...rest] = balanced(STYLES.slice(index + start.length)).split(",");
    const value = rest.join(",").replace(/\s+/g, " ").trim();
    const known = defaults.get(name.trim()) ?? [];
    defaults.set(name.trim(), value ? unique([...known, value]) : known);
  }
  // The component sets them itself.
  for (const name of ["--vd-percent", "--vd-ratio"]) defaults.delete(name);
  return [...defaults]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, values]) => `| \`${name}\` | ${values.map((value) => `\`${value}\``).join("<br>") || "–"} |`);
}

/** The page as it has to be. */
export function partsPage() {
  return `# Parts, attributes and variables

<!-- Written by \`npm run docs:parts\` from src/parts.ts, src/react/components/data-attributes.ts and src/react/styles.css. -->

Style and test by these: they are public, and follow the version's number. How the parts are put together is in [component.md](component.md).

## Elements

What the parts of \`vision-dropzone/parts\` are. \`render\` puts another element in the place of each.

| part | element | attribute |
|---|---|---|
${elementRows().join("\n")}

## Attributes

Each part carries \`data-vd-<part>\`. A state without a value is there or not.

${stateMeanings()}

| part | states |
|---|---|
${partRows().join("\n")}

## Variables

Set them on any ancestor. Where more than one default stands, the look uses the colour for words, fills and lines in tones of their own.

| variable | default |
|---|---|
${variableRows().join("\n")}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PAGE, partsPage());
