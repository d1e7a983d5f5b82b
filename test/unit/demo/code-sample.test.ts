import { describe, expect, test } from "vitest";
import { codeSample } from "../../../demo/state/code-sample.js";
import { DEFAULT_OPTIONS } from "../../../demo/state/demo-options.js";
import type { DemoOptions } from "../../../demo/state/demo-options.js";
import { targets } from "../../../demo/targets/targets.js";
import { complaintsAbout } from "../../fixtures/compile.js";

const CHANGED: DemoOptions = { ...DEFAULT_OPTIONS, box: "turn", quality: 0.7, appCapBytes: 4_500_000 };
/** As the code tab asks for it: PDF files only where the endpoint takes them. */
const withDocuments = (target: (typeof targets)[number], options: DemoOptions): DemoOptions => ({
  ...options,
  documents: target.endpoint.documents ? "auto" : "images",
});

const blockType = (endpoint: string, { documents }: DemoOptions): string => {
  const image = `ReturnType<(typeof ${endpoint})["toBlock"]>`;
  return documents === "images" ? image : `(${image} | ReturnType<(typeof ${endpoint})["documents"]["toBlock"]>)`;
};

/** The two pieces in one file, with what an app has around them. The state is of the endpoint's own block. */
function moduleOf(targetId: string, options: DemoOptions): string {
  const { component, send } = codeSample(targetId, options);
  const endpoint = /endpoint=\{(\w+)\}/.exec(component)?.[1] ?? "";
  const [imports = "", element = ""] = component.split("\n\n");
  const lines = send.split("\n");
  const [constant, shown] = element.startsWith("const ") ? element.split(/\n(?=<)/) : ["", element];
  return [
    ...lines.filter((line) => line.startsWith("import ")),
    imports,
    constant,
    "declare const text: string;",
    `declare const blocks: readonly ${blockType(endpoint, options)}[];`,
    "declare function setBlocks(value: typeof blocks): void;",
    `export const element = (\n${shown}\n);`,
    "export async function send() {",
    ...lines.filter((line) => !line.startsWith("import ")),
    "}",
  ].join("\n");
}

describe("the demo's code samples", () => {
  test("compile for every endpoint, with the options as they are and with others", () => {
    const modules = targets.flatMap((target) => [
      [target.id, moduleOf(target.id, DEFAULT_OPTIONS)],
      [`${target.id}-changed`, moduleOf(target.id, withDocuments(target, CHANGED))],
    ]);
    expect(complaintsAbout(Object.fromEntries(modules) as Record<string, string>)).toBe("");
  });

  test("a sample for another endpoint's blocks does not compile", () => {
    const wrong = moduleOf("anthropic-messages", DEFAULT_OPTIONS).replaceAll("anthropicMessages", "gemini");
    expect(complaintsAbout({ wrong })).toContain("error TS2");
  });

  test("name what was changed in the options, and nothing else", () => {
    const plain = codeSample("anthropic-messages", DEFAULT_OPTIONS).component.split("\n").filter(Boolean);
    expect(plain).toHaveLength(4);
    expect(codeSample("anthropic-messages", { ...CHANGED, documents: "native" }).component).toMatch(
      /turn: true[^]*quality=\{0\.7\}[^]*documents="native"[^]*maxRequestBytes=\{4_500_000\}/,
    );
    expect(codeSample("anthropic-messages", CHANGED).component).not.toContain("documents");
  });
});
