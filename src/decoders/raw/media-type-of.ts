/** Tells from a file's first bytes which camera raw it is. */
import { startsWith } from "../../formats/bytes.js";
import { cameraRaw } from "../../formats/tiff/camera-raw.js";

export const RAW_MEDIA_TYPES = {
  dng: "image/x-adobe-dng",
  cr2: "image/x-canon-cr2",
  cr3: "image/x-canon-cr3",
  nef: "image/x-nikon-nef",
  arw: "image/x-sony-arw",
  raf: "image/x-fuji-raf",
  rw2: "image/x-panasonic-rw2",
  orf: "image/x-olympus-orf",
} as const;

/** `undefined`: it is none. Those built on TIFF are recognized by the camera maker's name. */
export function rawMediaTypeOf(head: Uint8Array): string | undefined {
  if (startsWith(head, "FUJIFILMCCD-RAW")) return RAW_MEDIA_TYPES.raf;
  if (startsWith(head, "ftypcrx ", 4)) return RAW_MEDIA_TYPES.cr3;
  if (startsWith(head, "IIU\0")) return RAW_MEDIA_TYPES.rw2;
  if (["IIRO", "IIRS", "MMOR"].some((start) => startsWith(head, start))) return RAW_MEDIA_TYPES.orf;
  if (startsWith(head, "CR\x02", 8)) return RAW_MEDIA_TYPES.cr2;
  if (cameraRaw(head) === undefined) return undefined;
  const text = String.fromCharCode(...head);
  if (text.includes("NIKON")) return RAW_MEDIA_TYPES.nef;
  return text.includes("SONY") ? RAW_MEDIA_TYPES.arw : RAW_MEDIA_TYPES.dng;
}
