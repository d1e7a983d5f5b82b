import type { Endpoint, TokenModel } from "vision-dropzone/core";
import {
  claudeHighResolution,
  claudeStandard,
  openaiGpt4o,
  openaiGpt4oMini,
  openaiGpt5Mini,
  openaiGpt5Nano,
} from "vision-dropzone/endpoints";

/** Families by name, first match wins. A model that no line names is counted as the endpoint's own. */
const FAMILIES: readonly (readonly [RegExp, TokenModel])[] = [
  [/gpt-4o-mini/, openaiGpt4oMini],
  [/gpt-4o/, openaiGpt4o],
  [/gpt-5-mini/, openaiGpt5Mini],
  [/gpt-5-nano/, openaiGpt5Nano],
  [/claude-(?:2|3)|(?:haiku|sonnet|opus)-4(?:[-.][0-6])?(?!\d)(?![-.]\d)/, claudeStandard],
  [/claude/, claudeHighResolution],
];

/** The endpoint, counting images as this model does. */
export function endpointFor<B>(endpoint: Endpoint<B>, model: string): Endpoint<B> {
  const tokenModel = FAMILIES.find(([name]) => name.test(model))?.[1];
  return tokenModel ? { ...endpoint, tokenModel } : endpoint;
}
