/**
 * Limits of providers that speak OpenAI's chat shape: `{ ...openaiCompatible, ...groqLimits }` is a complete endpoint. Media types are
 * those the provider names; where it names none, JPEG and PNG.
 */
import type { EndpointLimits } from "../../shared/endpoint.js";
import type { SentMediaType } from "../../shared/types.js";

const MIB = 2 ** 20;
const AS_OF = "2026-11-30";
const MEASURED = "https://github.com/dacheah/payload-walls";
const SAFE_TYPES: readonly SentMediaType[] = ["image/jpeg", "image/png"];
const TYPES_UNSTATED = "types: none are named where the limits are; jpeg and png are used";

export const groqLimits: EndpointLimits = {
  id: "groq",
  label: "Groq",
  provider: "groq",
  asOf: AS_OF,
  sources: [
    {
      figure:
        "request: 4 MB with base64 in it (else 413); by address: 20 MB (else 400); 33,177,600 pixels (5760x5760); 5 images",
      url: "https://console.groq.com/docs/vision",
      confidence: "B",
      asOf: "2026-11-29",
    },
    {
      figure: "5 images, about 5 MB and about 5760 px a side were accepted in December 2025",
      url: "https://github.com/earendil-works/pi/pull/120",
      confidence: "C",
      asOf: AS_OF,
    },
    { figure: TYPES_UNSTATED, url: "https://console.groq.com/docs/vision", confidence: "D", asOf: AS_OF },
  ],
  caps: {
    maxRequestBytes: 4_000_000,
    maxUrlBytes: 20_000_000,
    maxImages: 5,
    maxPixels: 33_177_600,
    mediaTypes: SAFE_TYPES,
  },
};

export const deepseekLimits: EndpointLimits = {
  id: "deepseek",
  label: "DeepSeek",
  provider: "deepseek",
  asOf: AS_OF,
  sources: [
    {
      figure:
        "request: 50.331648 MB; image: 33.554432 MB of the file, by address: 33.554432 MB; 600 images; types: jpeg, png, gif, webp; documented, and measured on 2026-09-16",
      url: "https://api-docs.deepseek.com/guides/vision",
      confidence: "A",
      asOf: AS_OF,
    },
    {
      figure: "8192 px a side; 4096 px a side above 14 images, as a server that follows DeepSeek's contract has it",
      url: "https://rocm.docs.amd.com/projects/atom/en/main/api_image_input.html",
      confidence: "C",
      asOf: AS_OF,
    },
  ],
  caps: {
    maxRequestBytes: 48 * MIB,
    maxImageBytes: { bytes: 32 * MIB, counted: "raw" },
    maxUrlBytes: 32 * MIB,
    maxImages: 600,
    maxEdgePx: 8192,
    manyImages: { above: 14, maxEdgePx: 4096 },
    mediaTypes: ["image/jpeg", "image/png", "image/gif", "image/webp"],
  },
};

/** Alibaba's Model Studio, for Qwen's models. */
export const dashscopeLimits: EndpointLimits = {
  id: "dashscope",
  label: "DashScope (Qwen)",
  provider: "dashscope",
  asOf: AS_OF,
  sources: [
    {
      figure: "image: 20.97152 MB a data URL; 250 images (both in the refusals, measured 2026-09-19)",
      url: MEASURED,
      confidence: "C",
      asOf: AS_OF,
    },
    {
      figure:
        "request: 67.108864 MB with base64 in it is documented; 536.870912 MB were accepted on 2026-09-19. The documented figure is used",
      url: "https://help.aliyun.com/zh/model-studio/rate-limit",
      confidence: "B",
      asOf: "2026-11-29",
    },
    {
      figure: 'least side: 11 px ("height:1 or width:1 must be larger than 10", 2026-03-19)',
      url: "https://github.com/QwenLM/qwen-code/issues/2505",
      confidence: "C",
      asOf: AS_OF,
    },
    {
      figure: "least side: the same refusal, met by another app",
      url: "https://github.com/infiniflow/ragflow/issues/12868",
      confidence: "C",
      asOf: "2026-11-29",
    },
    { figure: TYPES_UNSTATED, url: "https://help.aliyun.com/zh/model-studio/rate-limit", confidence: "D", asOf: AS_OF },
  ],
  caps: {
    maxRequestBytes: 64 * MIB,
    maxImageBytes: { bytes: 20 * MIB, counted: "base64" },
    maxImages: 250,
    minEdgePx: 11,
    mediaTypes: SAFE_TYPES,
  },
};

export const moonshotLimits: EndpointLimits = {
  id: "moonshot",
  label: "Moonshot (Kimi)",
  provider: "moonshot",
  asOf: AS_OF,
  sources: [
    {
      figure: "request: 100 MB",
      url: "https://platform.kimi.ai/docs/guide/use-kimi-vision-model",
      confidence: "B",
      asOf: "2026-11-29",
    },
    {
      figure:
        "request: 148.8 MB were accepted and 159.4 MB refused (413) between 2026-09-15 and 19; the documented figure is used",
      url: MEASURED,
      confidence: "C",
      asOf: AS_OF,
    },
    {
      figure: "types: jpeg, png, webp",
      url: "https://www.kimi.com/help/kimi-api/api-model-selection",
      confidence: "B",
      asOf: AS_OF,
    },
  ],
  caps: { maxRequestBytes: 100_000_000, mediaTypes: ["image/jpeg", "image/png", "image/webp"] },
};

export const fireworksLimits: EndpointLimits = {
  id: "fireworks",
  label: "Fireworks",
  provider: "fireworks",
  asOf: AS_OF,
  sources: [
    {
      figure: "60 images (61 refused, measured between 2026-09-15 and 19; 318.8 MB in 30 images accepted)",
      url: MEASURED,
      confidence: "C",
      asOf: AS_OF,
    },
    {
      figure: "30 images, less than 10 MB of base64 in all, are documented; neither was enforced",
      url: "https://docs.fireworks.ai/guides/querying-vision-language-models",
      confidence: "B",
      asOf: "2026-11-29",
    },
    {
      figure: TYPES_UNSTATED,
      url: "https://docs.fireworks.ai/guides/querying-vision-language-models",
      confidence: "D",
      asOf: AS_OF,
    },
  ],
  caps: { maxImages: 60, mediaTypes: SAFE_TYPES },
};

export const zaiLimits: EndpointLimits = {
  id: "zai",
  label: "Z.ai",
  provider: "zai",
  asOf: AS_OF,
  sources: [
    {
      figure: "image: 5 MB, counted on base64 to be safe",
      url: "https://docs.z.ai/api-reference/llm/chat-completion",
      confidence: "C",
      asOf: "2026-11-29",
    },
    {
      figure:
        "request: 202.0 MB were accepted and 233.8 MB refused between 2026-09-15 and 19; no figure is published, none is set",
      url: MEASURED,
      confidence: "C",
      asOf: AS_OF,
    },
    {
      figure: "least side: 28 px, which GLM's own image processor asks for; not tried on the hosted API",
      url: "https://github.com/zai-org/GLM-V/issues/146",
      confidence: "D",
      asOf: AS_OF,
    },
    {
      figure: TYPES_UNSTATED,
      url: "https://docs.z.ai/api-reference/llm/chat-completion",
      confidence: "D",
      asOf: AS_OF,
    },
  ],
  caps: { maxImageBytes: { bytes: 5_000_000, counted: "base64" }, minEdgePx: 28, mediaTypes: SAFE_TYPES },
};

export const nvidiaLimits: EndpointLimits = {
  id: "nvidia",
  label: "NVIDIA",
  provider: "nvidia",
  asOf: AS_OF,
  sources: [
    {
      figure: "request: 26.2144 MB (in the refusal, measured between 2026-09-15 and 19; published nowhere)",
      url: MEASURED,
      confidence: "C",
      asOf: AS_OF,
    },
    {
      figure: TYPES_UNSTATED,
      url: "https://docs.nvidia.com/nim/large-language-models/latest/reference/api-reference.html",
      confidence: "D",
      asOf: AS_OF,
    },
  ],
  caps: { maxRequestBytes: 25 * MIB, mediaTypes: SAFE_TYPES },
};

export const deepinfraLimits: EndpointLimits = {
  id: "deepinfra",
  label: "DeepInfra",
  provider: "deepinfra",
  asOf: AS_OF,
  sources: [
    {
      figure: "8 images (in the refusal, measured between 2026-09-15 and 19; published nowhere)",
      url: MEASURED,
      confidence: "C",
      asOf: AS_OF,
    },
    { figure: TYPES_UNSTATED, url: "https://docs.deepinfra.com/account/rate-limits", confidence: "D", asOf: AS_OF },
  ],
  caps: { maxImages: 8, mediaTypes: SAFE_TYPES },
};

export const minimaxLimits: EndpointLimits = {
  id: "minimax",
  label: "MiniMax",
  provider: "minimax",
  asOf: AS_OF,
  sources: [
    {
      figure:
        "request: 134.217728 MB; image: 10.48576 MB, counted on base64 to be safe (both in the refusals, measured between 2026-09-15 and 19; published nowhere)",
      url: MEASURED,
      confidence: "C",
      asOf: AS_OF,
    },
    {
      figure: `the shape is OpenAI's chat route with image_url; ${TYPES_UNSTATED}`,
      url: "https://pypi.org/project/vision-agents-plugins-minimax",
      confidence: "D",
      asOf: AS_OF,
    },
  ],
  caps: { maxRequestBytes: 128 * MIB, maxImageBytes: { bytes: 10 * MIB, counted: "base64" }, mediaTypes: SAFE_TYPES },
};

/** `POST /v2/chat`: Cohere's own route, with OpenAI's messages and image parts. */
export const cohereLimits: EndpointLimits = {
  id: "cohere",
  label: "Cohere",
  provider: "cohere",
  asOf: AS_OF,
  sources: [
    {
      figure: "20 images; the part is OpenAI's image_url",
      url: "https://docs.cohere.com/docs/image-inputs",
      confidence: "B",
      asOf: AS_OF,
    },
    { figure: "request: 20 MB", url: "https://docs.cohere.com/docs/image-inputs", confidence: "C", asOf: "2026-11-29" },
    { figure: TYPES_UNSTATED, url: "https://docs.cohere.com/docs/command-a-vision", confidence: "D", asOf: AS_OF },
  ],
  caps: { maxRequestBytes: 20_000_000, maxImages: 20, mediaTypes: SAFE_TYPES },
};
