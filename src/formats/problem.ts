/**
 * A problem in a file's structure. `truncated`: pixels are missing; `damaged`: the contents contradict each other; `unsupported`:
 * intact, but of a kind that no browser decodes, or that crashes some browser.
 */
export interface Problem {
  kind: "truncated" | "damaged" | "unsupported";
  /** Completes the sentence "This GIF is damaged: ...". */
  why: string;
}
