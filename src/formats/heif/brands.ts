import type { MediaType } from "../../shared/types.js";
import { fourCc, startsWith, u32be } from "../bytes.js";

/** "avis", "hevc" and the like announce a sequence: frames on a time line. */
export const SEQUENCE_BRANDS: ReadonlySet<string> = new Set(["avis", "hevc", "hevx", "hevm", "hevs", "msf1"]);

const AVIF_BRANDS: ReadonlySet<string> = new Set(["avif", "avis"]);
const HEIC_BRANDS: ReadonlySet<string> = new Set(["heic", "heix", "hevc", "hevx", "heim", "heis", "hevm", "hevs"]);
/** These name only the structure, not the codec; `mif2` and `mif3` are later editions of `mif1`. */
const HEIF_BRANDS: ReadonlySet<string> = new Set([
  "mif1",
  "mif2",
  "mif3",
  "msf1",
  "heif",
  "avci",
  "avcs",
  "jpeg",
  "jpgs",
]);

const MAX_BRANDS = 64;

/** Major brand first, then the compatible ones. `undefined`: no file type box. */
export function fileBrands(bytes: Uint8Array): string[] | undefined {
  if (!startsWith(bytes, "ftyp", 4) || bytes.length < 12) return undefined;
  const end = Math.min(u32be(bytes, 0), bytes.length, 16 + 4 * MAX_BRANDS);
  const brands = [fourCc(bytes, 8)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(fourCc(bytes, at));
  return brands;
}

/** The major brand names the format; if it leaves the codec open, or is unknown, the compatible ones do. */
export function heifMediaType(bytes: Uint8Array): MediaType | undefined {
  const brands = fileBrands(bytes) ?? [];
  const named = brands.find((brand) => AVIF_BRANDS.has(brand) || HEIC_BRANDS.has(brand));
  if (named) return AVIF_BRANDS.has(named) ? "image/avif" : "image/heic";
  return brands.some((brand) => HEIF_BRANDS.has(brand)) ? "image/heif" : undefined;
}
