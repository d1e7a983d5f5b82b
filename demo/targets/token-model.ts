import type { Endpoint, TokenModel } from "vision-dropzone/core";
import {
  claudeHighResolution,
  claudeStandard,
  gemini2,
  gemini3,
  openaiGpt41Mini,
  openaiGpt41Nano,
  openaiGpt4o,
  openaiGpt4oMini,
  openaiGpt5,
  openaiGpt52,
  openaiGpt54,
  openaiGpt55,
  openaiGpt56,
  openaiGpt5Mini,
  openaiGpt5Nano,
  openaiGpt6,
  openaiO3,
  openaiO4Mini,
  pixtral,
} from "vision-dropzone/endpoints";

/** Families by name, first match wins. A model that matches no line is counted as the endpoint's own, if it has one. */
const FAMILIES: readonly (readonly [RegExp, TokenModel])[] = [
  [/gpt-6/, openaiGpt6],
  [/gpt-5\.6/, openaiGpt56],
  [/gpt-5\.5/, openaiGpt55],
  [/gpt-5\.4/, openaiGpt54],
  [/gpt-5\.2/, openaiGpt52],
  [/gpt-5-mini/, openaiGpt5Mini],
  [/gpt-5-nano/, openaiGpt5Nano],
  [/gpt-5(?:\.1)?(?![.\d])/, openaiGpt5],
  [/gpt-4o-mini/, openaiGpt4oMini],
  [/gpt-4\.1-mini/, openaiGpt41Mini],
  [/gpt-4\.1-nano/, openaiGpt41Nano],
  [/gpt-4o|gpt-4\.1/, openaiGpt4o],
  [/\bo4-mini/, openaiO4Mini],
  [/\bo[13]\b/, openaiO3],
  [/pixtral/, pixtral],
  [/gemini-2/, gemini2],
  [/gemini-3/, gemini3],
  [/claude-(?:2|3)|(?:haiku|sonnet|opus)-4(?:[-.][0-6])?(?!\d)(?![-.]\d)/, claudeStandard],
  [/claude/, claudeHighResolution],
];

/** The endpoint, counting images as this model does. */
export function endpointFor<B>(endpoint: Endpoint<B>, model: string): Endpoint<B> {
  const tokenModel = FAMILIES.find(([name]) => name.test(model))?.[1];
  return tokenModel ? { ...endpoint, tokenModel } : endpoint;
}
