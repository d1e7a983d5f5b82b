import { avif } from "./avif/format.js";
import { bmp } from "./bmp/format.js";
import { createRegistry } from "./create-registry.js";
import { gif } from "./gif/format.js";
import { heif } from "./heif/format.js";
import { ico } from "./ico/format.js";
import { jpeg } from "./jpeg/format.js";
import { jxl } from "./jxl/format.js";
import { png } from "./png/format.js";
import { svg } from "./svg/format.js";
import { tiff } from "./tiff/format.js";
import { webp } from "./webp/format.js";

/**
 * The only list of formats. To add one, add its folder and a line here (and a name in `shared/media-types.ts`: a test checks
 * that).
 */
export const FORMATS = [jpeg, png, gif, webp, bmp, tiff, ico, jxl, avif, heif, svg] as const;

export const registry = createRegistry(FORMATS);
