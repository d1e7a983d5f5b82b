import { concat } from "../shared/concat.js";

export interface StripOptions {
  /** Keeps a colour profile other than sRGB in the file. @default false: such a profile prevents stripping */
  keepProfile?: boolean;
}

export interface Stripped {
  bytes: Uint8Array<ArrayBuffer>;
  /** What was removed, worded for a log, each once. */
  removed: string[];
}

/** A file may have millions of parts, each with its own name; a longer list is of no use. */
const MAX_LABELS = 24;

/** Names a part by its four letters, if they are letters: they come from the file and go into messages. */
export const applicationData = (type: string): string =>
  /^[A-Za-z0-9 ]{4}$/.test(type) ? `application data (${type.trim()})` : "application data";

function labels(removed: ReadonlySet<string>): string[] {
  const all = [...removed];
  return all.length <= MAX_LABELS
    ? all
    : [...all.slice(0, MAX_LABELS - 1), `${all.length - MAX_LABELS + 1} more kinds of data`];
}

/** The `parts` joined, or the unchanged file if nothing was removed. */
export const assemble = (
  original: Uint8Array<ArrayBuffer>,
  parts: readonly Uint8Array[],
  removed: ReadonlySet<string>,
): Stripped =>
  removed.size === 0 ? { bytes: original, removed: [] } : { bytes: concat(parts), removed: labels(removed) };
