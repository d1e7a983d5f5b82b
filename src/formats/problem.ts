/**
 * What is wrong with a file. `truncated`: pixels are missing; `damaged`: what is there contradicts itself; `unsupported`: sound, but of a
 * kind that no browser decodes, or that some browser dies of.
 */
export interface Problem {
  kind: "truncated" | "damaged" | "unsupported";
  /** Completes the sentence "This GIF is damaged: ...". */
  why: string;
}
