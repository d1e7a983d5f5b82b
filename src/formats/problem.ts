/**
 * `cut`: pixels are missing; `damaged`: what is there contradicts itself; `unsupported`: sound, but a kind that no browser, or not
 * every one, survives.
 */
export interface Damage {
  kind: "cut" | "damaged" | "unsupported";
  /** Goes on the sentence "The GIF file is damaged: …". */
  why: string;
}
