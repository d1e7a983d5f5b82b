import { startsWith } from "../bytes.js";
import { isSrgbProfile } from "./known-profile.js";
import type { Colours } from "./colours.js";

/** Profiles with tables in them are half as large as this. */
export const MAX_PROFILE_BYTES = 1_048_576;

/** `undefined`: sRGB, or nothing that describes an RGB picture. */
export function rgbProfile(icc: Uint8Array): Colours | undefined {
  if (icc.length < 132 || icc.length > MAX_PROFILE_BYTES) return undefined;
  if (!startsWith(icc, "acsp", 36) || !startsWith(icc, "RGB ", 16) || isSrgbProfile(icc)) return undefined;
  return { stated: "by-profile", profile: icc.slice() };
}
