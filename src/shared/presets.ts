/** The boxes and qualities of the presets. */
import { DEFAULT_BOX, DEFAULT_QUALITY } from "./defaults.js";
import type { Endpoint } from "./endpoint.js";
import { checkWord } from "./errors.js";
import { untouchedBox } from "./tokens/untouched.js";
import type { Box, Preset } from "./types.js";

export interface PresetSize {
  box: Box;
  quality: number;
}

/** More is not worth its bytes: GPT-6 sees pictures of 6400x4800 unchanged, but text from a screen is no larger than this. */
const LARGEST_TEXT = { width: 4096, height: 3072 };

/** Used if no rule is published: about what the largest of the known models see. */
const TEXT_BOX = { width: 2048, height: 1536, turn: true };

const PHOTO: PresetSize = { box: DEFAULT_BOX, quality: DEFAULT_QUALITY };

const PRESETS: Readonly<Record<Preset, PresetSize>> = {
  photo: PHOTO,
  // The endpoint decides its box.
  text: PHOTO,
  original: { box: { width: 65_535, height: 65_535 }, quality: DEFAULT_QUALITY },
  thumbnail: { box: { width: 512, height: 512 }, quality: 0.75 },
  // The settings for a photo; those for a screen are `ifScreen` in settings.ts.
  auto: PHOTO,
};

/** Throws `TypeError` for an unknown preset. */
export function presetSize(preset: Preset = "photo", endpoint: Endpoint<unknown> | undefined): PresetSize {
  checkWord("preset", preset, Object.keys(PRESETS));
  const size = PRESETS[preset];
  return preset === "text" ? { ...size, box: textBox(endpoint) } : size;
}

function textBox(endpoint: Endpoint<unknown> | undefined): Box {
  if (!endpoint?.tokenModel) return TEXT_BOX;
  return { ...untouchedBox(endpoint.tokenModel, LARGEST_TEXT, endpoint.tokenDetail), turn: true };
}
