import { boxContent, topBoxes } from "../iso/boxes.js";
import type { ByteReader } from "../byte-reader.js";
import { fourCc, u16be } from "../bytes.js";
import { propertiesOf } from "../heif/properties.js";
import type { Colours } from "../icc/colours.js";
import { displayP3Profile } from "../icc/display-p3.js";
import { rgbProfile } from "../icc/rgb-profile.js";

/** Numbered as in ITU-T H.273. */
const DISPLAY_P3_PRIMARIES = 12;
const SRGB_TRANSFER = 13;

/**
 * A profile counts before a number. Of the numbered spaces only Display P3 is used for still pictures; the others are for HDR.
 */
export async function readAvifColours(reader: ByteReader): Promise<Colours | undefined> {
  for await (const box of topBoxes(reader)) {
    if (box.type !== "meta") continue;
    const stated = propertiesOf(await boxContent(reader, box)).flatMap((property) =>
      property.type === "colr" ? [property.content] : [],
    );
    const profile = stated.find((content) => ["prof", "rICC"].includes(fourCc(content, 0)));
    if (profile) return rgbProfile(profile.subarray(4));
    return stated.some(isDisplayP3) ? { stated: "by-number", profile: displayP3Profile() } : undefined;
  }
  return undefined;
}

const isDisplayP3 = (content: Uint8Array): boolean =>
  fourCc(content, 0) === "nclx" && u16be(content, 4) === DISPLAY_P3_PRIMARIES && u16be(content, 6) === SRGB_TRANSFER;
