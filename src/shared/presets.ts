/** The boxes and qualities of the presets. */
import { DEFAULT_BOX, DEFAULT_QUALITY } from "./defaults.js";
import type { Endpoint } from "./endpoint.js";
import { checkOption } from "./errors.js";
import { untouchedBox } from "./tokens/untouched.js";
import type { Box, Preset } from "./types.js";

export interface PresetSize {
  box: Box;
  quality: number;
}

/** The most that is worth its bytes: GPT-6 sees pictures of 6400x4800 untouched, but text from a screen is no larger than this. */
const LARGEST_TEXT = { width: 4096, height: 3072 };

/** Used where no rule is published: about what the largest of the known models see. */
const TEXT_BOX = { width: 2048, height: 1536, turn: true };

const PHOTO: PresetSize = { box: DEFAULT_BOX, quality: DEFAULT_QUALITY };

const PRESETS: Readonly<Record<Preset, PresetSize>> = {
  photo: PHOTO,
  // Its box is the endpoint's.
  text: PHOTO,
  original: { box: { width: 65_535, height: 65_535 }, quality: DEFAULT_QUALITY },
  thumbnail: { box: { width: 512, height: 512 }, quality: 0.75 },
  // What a photo is prepared with; for a screen, see `ifScreen` in settings.ts.
  auto: PHOTO,
};

/** Throws `TypeError` for one that is not known. */
export function presetSize(preset: Preset = "photo", endpoint: Endpoint<unknown> | undefined): PresetSize {
  const size = Object.hasOwn(PRESETS, preset) && PRESETS[preset];
  checkOption(size !== false, "preset", preset, `one of ${Object.keys(PRESETS).join(", ")}`);
  return preset === "text" ? { ...size, box: textBox(endpoint) } : size;
}

function textBox(endpoint: Endpoint<unknown> | undefined): Box {
  if (!endpoint?.tokenModel) return TEXT_BOX;
  return { ...untouchedBox(endpoint.tokenModel, LARGEST_TEXT, endpoint.tokenDetail), turn: true };
}
