/** Every sample of README and docs/ compiles as it is written, with the imports and the state around it that an app has. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { complaintsAbout } from "../fixtures/compile.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pages = ["README.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)].filter((path) =>
  path.endsWith(".md"),
);

/** What a sample may use without importing it again. */
const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  "vision-dropzone": ["useVisionDropzone", "VisionDropzone"],
  "vision-dropzone/core": [
    "ImageError",
    "type Compress",
    "createImageQueue",
    "estimateRequest",
    "prepareImage",
    "type PreparedImage",
  ],
  "vision-dropzone/endpoints": [
    "type AnthropicImageBlock",
    "anthropicMessages",
    "dataUrl",
    "openaiChat",
    "openaiCompatible",
    "openaiResponses",
    "groqLimits",
    "withBlocks",
  ],
  "vision-dropzone/ai-sdk": ["aiSdkChat"],
  "@ai-sdk/react": ["useChat"],
  "@assistant-ui/react": ["useLocalRuntime"],
  "@testing-library/react": ["screen", "waitFor"],
  "@testing-library/user-event": ["userEvent"],
  react: ["useSyncExternalStore"],
  vitest: ["expect"],
};
/** What an app has around a sample. */
const AROUND: Readonly<Record<string, string>> = {
  anthropic: "const anthropic: import('@anthropic-ai/sdk').Anthropic",
  client: "const client: import('@tanstack/ai-client').ChatClient",
  history: "const history: import('@anthropic-ai/sdk').Anthropic.MessageParam[]",
  // A model's name for the SDKs, an adapter for assistant-ui.
  model: "const model: 'claude-opus-4-8' & import('@assistant-ui/react').ChatModelAdapter",
  text: "const text: string",
  setText: "function setText(text: string): void",
  file: "const file: File",
  body: "const body: object",
  message: "const message: { images: PreparedImage[] }",
  setBlocks: "function setBlocks(blocks: readonly unknown[]): void",
  show: "function show(value: unknown): void",
  handle:
    "const handle: import('react').RefObject<import('vision-dropzone').VisionDropzoneHandle<AnthropicImageBlock> | null>",
  startMyWorker: "function startMyWorker(): Worker",
  blob: "const blob: Blob",
  jpegBlob: "const jpegBlob: Blob",
  isFoo: "function isFoo(head: Uint8Array): boolean",
  fooToPng: "function fooToPng(file: Blob): Promise<Blob>",
  dropzone: "const dropzone: import('vision-dropzone').VisionDropzoneState<AnthropicImageBlock>",
  files: "const files: File[]",
  endpoint: "const endpoint: typeof anthropicMessages",
  request: "function request(blocks: unknown[]): object",
  signal: "const signal: AbortSignal",
  onReady: "const onReady: () => void",
};

interface Sample {
  name: string;
  code: string;
}

const samples: Sample[] = pages.flatMap((page) =>
  [...readFileSync(join(root, page), "utf8").matchAll(/^```tsx?\n([\s\S]*?)^```/gm)].map(([, code = ""], index) => ({
    name: `${page.replaceAll(/\W/g, "-")}-${index + 1}`,
    code,
  })),
);

const uses = (code: string, name: string) => new RegExp(`\\b${name}\\b`).test(code);
/** In the sample itself, so that nothing around it is needed. */
const makes = (code: string, name: string) =>
  new RegExp(`(?:const|let|function) ${name}\\b|import [^;"]*\\b${name}\\b|[{,] ${name}\\b[^;=\\n]* = `).test(code);

function moduleOf(code: string): string {
  const isMissing = (name: string) => uses(code, name) && !makes(code, name);
  const around = Object.entries(AROUND).flatMap(([name, line]) => (isMissing(name) ? [`declare ${line};`] : []));
  const all = [code, ...around].join("\n");
  const imports = Object.entries(IMPORTS).flatMap(([path, names]) => {
    const wanted = names.filter((name) => {
      const bare = name.replace("type ", "");
      return uses(all, bare) && !makes(code, bare);
    });
    return wanted.length > 0 ? [`import { ${wanted.join(", ")} } from ${JSON.stringify(path)};`] : [];
  });
  const own = code.split("\n").filter((line) => /^import |^"use client"/.test(line));
  const rest = code.split("\n").filter((line) => !own.includes(line));
  const body = rest.find((line) => line.trim())?.startsWith("<")
    ? ["export const element = (<>", ...rest, "</>);"]
    : [...rest, "export {};"];
  return [...own, ...imports, ...around, ...body].join("\n");
}

test("samples: each compiles, and a wrong one would not", () => {
  expect(samples.length).toBeGreaterThan(10);
  const wrong = { name: "wrong", code: `<VisionDropzone endpoint={anthropicMessages} maxFilez={2} />` };
  const modules = Object.fromEntries([...samples, wrong].map(({ name, code }) => [name, moduleOf(code)]));
  const complaints = complaintsAbout(modules, {
    compilerOptions: { noUnusedLocals: false, noUnusedParameters: false },
    include: ["src/**/*.d.ts", "test/fixtures/ai-elements.d.ts"],
  })
    .split("\n")
    .filter((line) => /^\S/.test(line));
  expect(complaints).toEqual([expect.stringMatching(/wrong\.tsx\(/)]);
});
