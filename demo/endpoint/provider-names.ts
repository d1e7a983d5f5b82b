/** As in `Endpoint.provider`; each is the first part of its stand-in's paths. Imports nothing: Vite's config reads it, too. */
export const providerNames = [
  "anthropic",
  "openai",
  "gemini",
  "bedrock",
  "vertex",
  "azure",
  "mistral",
  "xai",
  "openrouter",
  "groq",
  "ollama",
] as const;

export type ProviderName = (typeof providerNames)[number];
