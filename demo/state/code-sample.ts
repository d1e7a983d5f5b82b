/** The code that puts the component into an app: the page's, and the code that sends its blocks to a target's endpoint. */
import type { DemoOptions } from "./demo-options.js";

export interface CodeSample {
  component: string;
  send: string;
}

interface Sdk {
  /** The endpoint's name in `vision-dropzone/endpoints`; with `made`, of the constant that is made of several. */
  endpoint: string;
  made?: { names: readonly string[]; value: string };
  /** Lines before the call. */
  setup: readonly string[];
  call: readonly string[];
}

const anthropic = ['import Anthropic from "@anthropic-ai/sdk";', "", "const client = new Anthropic();"];
const openai = (options = "") => ['import OpenAI from "openai";', "", `const client = new OpenAI(${options});`];
const baseUrl = (url: string, key: string) => openai(`{ baseURL: "${url}", apiKey: process.env.${key} }`);

const TEXT_PART = '[...blocks, { type: "text", text }]';
const MESSAGES = `messages: [{ role: "user", content: ${TEXT_PART} }],`;
const INPUT = 'input: [{ role: "user", content: [...blocks, { type: "input_text", text }] }],';
const call = (head: string, model: string, ...lines: readonly string[]) => [
  `await ${head}({`,
  `  model: "${model}",`,
  ...lines.map((line) => `  ${line}`),
  "});",
];
const post = (url: string, key: string, ...lines: readonly string[]) => [
  `await fetch("${url}", {`,
  '  method: "POST",',
  `  headers: { authorization: \`Bearer \${process.env.${key}}\`, "content-type": "application/json" },`,
  "  body: JSON.stringify({",
  ...lines.map((line) => `    ${line}`),
  "  }),",
  "});",
];
const batchFile = (url: string, body: string) => [
  "const line = {",
  `  custom_id: "1", method: "POST", url: "${url}",`,
  `  body: { model: "gpt-5.6-terra", ${body} },`,
  "};",
  'await client.files.create({ file: new File([JSON.stringify(line)], "batch.jsonl"), purpose: "batch" });',
];

const SDKS: Readonly<Record<string, Sdk>> = {
  "anthropic-messages": {
    endpoint: "anthropicMessages",
    setup: anthropic,
    call: call("client.messages.create", "claude-sonnet-5-5", "max_tokens: 1024,", MESSAGES),
  },
  "anthropic-token-counting": {
    endpoint: "anthropicTokenCounting",
    setup: anthropic,
    call: call("client.messages.countTokens", "claude-sonnet-5-5", MESSAGES),
  },
  "anthropic-batches": {
    endpoint: "anthropicBatches",
    setup: anthropic,
    call: [
      "await client.messages.batches.create({",
      '  requests: [{ custom_id: "1", params: {',
      '    model: "claude-sonnet-5-5",',
      "    max_tokens: 1024,",
      `    ${MESSAGES}`,
      "  } }],",
      "});",
    ],
  },
  "openai-chat": {
    endpoint: "openaiChat",
    setup: openai(),
    call: call("client.chat.completions.create", "gpt-5.6-terra", MESSAGES),
  },
  "openai-responses": {
    endpoint: "openaiResponses",
    setup: openai(),
    call: call("client.responses.create", "gpt-5.6-terra", INPUT),
  },
  "openai-batch": { endpoint: "openaiBatch", setup: openai(), call: batchFile("/v1/responses", INPUT.slice(0, -1)) },
  "openai-batch-chat": {
    endpoint: "openaiBatchChat",
    setup: openai(),
    call: batchFile("/v1/chat/completions", MESSAGES.slice(0, -1)),
  },
  gemini: {
    endpoint: "gemini",
    setup: ['import { GoogleGenAI } from "@google/genai";', "", "const client = new GoogleGenAI({});"],
    call: call(
      "client.models.generateContent",
      "gemini-3-flash",
      'contents: [{ role: "user", parts: [...blocks, { text }] }],',
    ),
  },
  "vertex-claude": {
    endpoint: "vertexClaude",
    setup: [
      'import { AnthropicVertex } from "@anthropic-ai/vertex-sdk";',
      "",
      'const client = new AnthropicVertex({ region: "global", projectId: "my-project" });',
    ],
    call: call("client.messages.create", "claude-sonnet-4-6", "max_tokens: 1024,", MESSAGES),
  },
  "bedrock-converse": {
    endpoint: "bedrockConverse",
    setup: [],
    call: post(
      "https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-sonnet-4-6/converse",
      "AWS_BEARER_TOKEN_BEDROCK",
      'messages: [{ role: "user", content: [...blocks, { text }] }],',
    ),
  },
  "bedrock-converse-sdk": {
    endpoint: "bedrockConverseSdk",
    setup: [
      'import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";',
      "",
      'const client = new BedrockRuntimeClient({ region: "us-east-1" });',
    ],
    call: [
      "await client.send(new ConverseCommand({",
      '  modelId: "anthropic.claude-sonnet-4-6",',
      '  messages: [{ role: "user", content: [...blocks, { text }] }],',
      "}));",
    ],
  },
  "azure-openai": {
    endpoint: "azureOpenAI",
    setup: [
      'import { AzureOpenAI } from "openai";',
      "",
      'const client = new AzureOpenAI({ apiVersion: "2025-04-01-preview" });',
    ],
    call: call("client.chat.completions.create", "gpt-5.6-terra", MESSAGES),
  },
  mistral: {
    endpoint: "mistral",
    setup: [
      'import { Mistral } from "@mistralai/mistralai";',
      "",
      "const client = new Mistral({ apiKey: process.env.MISTRAL_API_KEY });",
    ],
    call: call("client.chat.complete", "mistral-medium-latest", MESSAGES),
  },
  "mistral-http": {
    endpoint: "mistralHttp",
    setup: [],
    call: post(
      "https://api.mistral.ai/v1/chat/completions",
      "MISTRAL_API_KEY",
      'model: "mistral-medium-latest",',
      MESSAGES,
    ),
  },
  xai: {
    endpoint: "xai",
    setup: baseUrl("https://api.x.ai/v1", "XAI_API_KEY"),
    call: call("client.responses.create", "grok-5", INPUT),
  },
  openrouter: {
    endpoint: "openRouter",
    setup: [
      'import { OpenRouter } from "@openrouter/sdk";',
      "",
      "const client = new OpenRouter({ apiKey: process.env.OPENROUTER_API_KEY });",
    ],
    call: [
      "await client.chat.send({ chatRequest: {",
      '  model: "anthropic/claude-sonnet-4.6",',
      `  ${MESSAGES}`,
      "} });",
    ],
  },
  "openrouter-http": {
    endpoint: "openRouterHttp",
    setup: baseUrl("https://openrouter.ai/api/v1", "OPENROUTER_API_KEY"),
    call: call("client.chat.completions.create", "anthropic/claude-sonnet-4.6", MESSAGES),
  },
  groq: {
    endpoint: "groq",
    made: { names: ["groqLimits", "openaiCompatible"], value: "{ ...openaiCompatible, ...groqLimits }" },
    setup: baseUrl("https://api.groq.com/openai/v1", "GROQ_API_KEY"),
    call: call("client.chat.completions.create", "meta-llama/llama-4-scout-17b-16e-instruct", MESSAGES),
  },
  ollama: {
    endpoint: "ollama",
    setup: ['import { Ollama } from "ollama/browser";', "", "const client = new Ollama();"],
    call: call("client.chat", "qwen3-vl", 'messages: [{ role: "user", content: text, images: [...blocks] }],'),
  },
};

type ShownOptions = Pick<DemoOptions, "box" | "quality" | "documents" | "appCapBytes">;

const BOX_PROPS: Readonly<Record<DemoOptions["box"], string | undefined>> = {
  strict: undefined,
  turn: "box={{ width: 1280, height: 960, turn: true }}",
  endpoint: 'box="endpoint"',
};

/** 4500000 as "4_500_000". */
const grouped = (value: number): string => value.toLocaleString("en-US").replaceAll(",", "_");

/** `documents`: as the endpoint takes them. For the target with that id and the changed options. Throws for one that has no sample. */
export function codeSample(targetId: string, { box, quality, documents, appCapBytes }: ShownOptions): CodeSample {
  const sdk = SDKS[targetId];
  if (!sdk) throw new TypeError(`There is no code sample for "${targetId}": add it to SDKS.`);
  const { endpoint, made, setup, call: lines } = sdk;
  const more = [
    BOX_PROPS[box],
    quality === 0.85 ? undefined : `quality={${quality}}`,
    documents === "images" ? undefined : `documents="${documents}"`,
    appCapBytes === undefined ? undefined : `maxRequestBytes={${grouped(appCapBytes)}}`,
  ].filter((prop) => prop !== undefined);
  const onReady = "onReady={({ blocks }) => setBlocks(blocks)}";
  const element =
    more.length === 0
      ? [`<VisionDropzone endpoint={${endpoint}} ${onReady} />`]
      : ["<VisionDropzone", ...[`endpoint={${endpoint}}`, ...more, onReady].map((prop) => `  ${prop}`), "/>"];
  return {
    component: [
      'import { VisionDropzone } from "vision-dropzone";',
      `import { ${made?.names.join(", ") ?? endpoint} } from "vision-dropzone/endpoints";`,
      'import "vision-dropzone/styles.css";',
      "",
      ...(made ? [`const ${endpoint} = ${made.value};`] : []),
      ...element,
    ].join("\n"),
    send: [...setup, ...(setup.length > 0 ? [""] : []), ...lines].join("\n"),
  };
}
