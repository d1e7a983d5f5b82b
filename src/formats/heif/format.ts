import type { Format } from "../format.js";
import { areBoxesTruncated } from "../iso/boxes.js";
import { heifMediaType } from "./brands.js";
import { readHeif } from "./header.js";

/** HEIC, and HEIF files that leave the codec open. AVIF, which is a HEIF too, is a format of its own. */
export const heif: Format = {
  mediaTypes: ["image/heic", "image/heif"],
  sniff(head) {
    const mediaType = heifMediaType(head);
    return mediaType === "image/avif" ? undefined : mediaType;
  },
  header: readHeif,
  isTruncated: areBoxesTruncated,
  facts: { isRare: true },
};
