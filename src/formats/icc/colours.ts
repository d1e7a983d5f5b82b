/** What the numbers of a picture mean, where that is not sRGB. */
export interface Colours {
  /** An ICC profile in the file, or the number of a colour space that everybody knows. Engines may obey one and not the other. */
  stated: "by-profile" | "by-number";
  /** Of an RGB space. */
  profile: Uint8Array<ArrayBuffer>;
}
