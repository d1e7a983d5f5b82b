/** Every source file of a folder, with facts from its syntax tree. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { posix } from "node:path";
import { parseSync } from "vite";

export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Made by tools, never written by hand; the first three are in .gitignore. */
const NOT_OURS = new Set(["node_modules", "dist", "coverage", "test-results", ".git"]);

/** Paths relative to the project, with forward slashes, in a stable order. */
export function filesIn(folder: string, isWanted: (path: string) => boolean): string[] {
  return readdirSync(root + folder, { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path, isWanted);
      return entry.isFile() && isWanted(path) ? [path] : [];
    })
    .toSorted();
}

export interface Import {
  /** As written: "./plan.js", "react". */
  specifier: string;
  /** Leaves nothing in the built file. */
  typeOnly: boolean;
  /** `import()`: loaded when it is called, in a file of its own. */
  lazy: boolean;
}

export interface ParsedSource {
  path: string;
  text: string;
  imports: Import[];
  /** Names of globals and variables used as values; neither property names nor keys. */
  identifiers: Set<string>;
  /** Node types present: "TSAnyKeyword", "ExportDefaultDeclaration". */
  nodeTypes: Set<string>;
  /** The right side of an `instanceof`; "?" for an expression. */
  instanceofs: string[];
  /** Types of the statements at top level. */
  statements: string[];
  comments: string[];
}

interface SyntaxNode extends Record<string, unknown> {
  type: string;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === "object" && value !== null && typeof (value as SyntaxNode).type === "string";

function visit(node: SyntaxNode, see: (node: SyntaxNode) => void): void {
  see(node);
  for (const [key, value] of Object.entries(node)) {
    // The name of a type: `createWorker: () => Worker` leaves nothing behind at run time.
    if (key === "typeName") continue;
    if ((key === "property" || key === "key") && node.computed !== true && isNode(value) && value.type === "Identifier")
      continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, see);
  }
}

/** `import type`, `export type`, or braces that hold nothing but types. */
function isTypeOnly(node: SyntaxNode): boolean {
  if ((node.importKind ?? node.exportKind) === "type") return true;
  const names = (node.specifiers ?? []) as SyntaxNode[];
  return names.length > 0 && names.every((name) => (name.importKind ?? name.exportKind) === "type");
}

const nameOf = ({ name }: SyntaxNode) => (typeof name === "string" ? name : "?");

const DEFAULT_NAME = "ExportNamedAsDefault";

function parseSource(path: string): ParsedSource {
  const text = readFileSync(root + path, "utf8");
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const parsed: ParsedSource = {
    path,
    text,
    imports: [],
    identifiers: new Set(),
    nodeTypes: new Set(),
    instanceofs: [],
    statements: program.body.map((statement) => statement.type),
    comments: comments.map((comment) => comment.value),
  };
  visit(program as unknown as SyntaxNode, (node) => {
    parsed.nodeTypes.add(node.type);
    if (node.type === "Identifier" || node.type === "JSXIdentifier") parsed.identifiers.add(String(node.name));
    if (node.type === "BinaryExpression" && node.operator === "instanceof")
      parsed.instanceofs.push(nameOf(node.right as SyntaxNode));
    if (node.type === "ExportSpecifier" && (node.exported as SyntaxNode).name === "default")
      parsed.nodeTypes.add(DEFAULT_NAME);
    const source = (node.type === "TSImportType" ? (node.source ?? node.argument) : node.source) as
      SyntaxNode | null | undefined;
    if (!source || !/^(Import|Export|TSImportType)/.test(node.type)) return;
    const typeOnly = node.type === "TSImportType" || (node.type !== "ImportExpression" && isTypeOnly(node));
    if (typeof source.value === "string")
      parsed.imports.push({ specifier: source.value, typeOnly, lazy: node.type === "ImportExpression" });
  });
  return parsed;
}

export function parsedSources(...folders: string[]): ParsedSource[] {
  return folders.flatMap((folder) => filesIn(folder, (path) => /\.(tsx?|mjs)$/.test(path))).map(parseSource);
}
