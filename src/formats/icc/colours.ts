/** The colour space of a picture, if it is not sRGB. */
export interface Colours {
  /** An ICC profile in the file, or the number of a colour space (ITU-T H.273). A browser may apply one and not the other. */
  stated: "by-profile" | "by-number";
  /** The profile of an RGB space. */
  profile: Uint8Array<ArrayBuffer>;
}
