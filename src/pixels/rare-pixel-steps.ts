/** What hardly any photo needs of its pixels; the photo worker goes without. */
import { canDecode } from "./can-decode.js";
import { findShownFrame } from "./find-shown-frame.js";
import { cutPicture } from "./pieces/cut-picture.js";
import { rotatesAvif } from "./probes/converts-colours.js";
import { profileLeft, toSrgb } from "./to-srgb.js";

export const RARE_PIXEL_STEPS = { canDecode, cutPicture, findShownFrame, profileLeft, rotatesAvif, toSrgb };
