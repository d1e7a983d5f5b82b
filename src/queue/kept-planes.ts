/**
 * The planes of prepared pictures are kept while it is likely that the request has to be shrunk: to write them again from these takes a tenth
 * of what it takes from their files. Loaded with the first file.
 */
import type { RequestEstimate } from "../meter/types.js";
import { releaseMemory } from "../shared/release-memory.js";
import type { KeptPicture } from "./kept-picture.js";

/** Chromium rounds to 0.25 to 8 (32 from version 146) GB. The other browsers report nothing; a phone's memory is assumed for them. */
const UNKNOWN_GIB = 4;
/** A 32nd of the memory: 134 MB, 72 pictures of 1280x960, where it is unknown. What comes after these is made from its file. */
const SHARE = 1 / 32;

/** From this part of the limit on, in bytes. */
const LIKELY = 0.5;

/** How long nothing may be prepared before they are given back, in milliseconds. */
const REST_MS = 60_000;

const timers = new WeakMap<ReadonlyMap<string, KeptPicture>, ReturnType<typeof setTimeout>>();

/** Whether those of one more picture are to be kept. `estimate`: of the whole request, pictures that are not ready included. */
export function mayKeepPlanes(kept: ReadonlyMap<string, KeptPicture>, { bytes, cap }: RequestEstimate): boolean {
  const { deviceMemory = UNKNOWN_GIB } = (globalThis.navigator ?? {}) as { deviceMemory?: number };
  const held = [...kept.values()].reduce((sum, { rewritable }) => sum + (rewritable?.planes.length ?? 0), 0);
  return bytes > cap * LIKELY && held < deviceMemory * 2 ** 30 * SHARE;
}

/** Of a list that something was prepared for. */
export function releasePlanesLater(kept: ReadonlyMap<string, KeptPicture>): void {
  clearTimeout(timers.get(kept));
  const release = () => {
    for (const { rewritable } of kept.values()) if (rewritable) releaseMemory(rewritable.planes);
  };
  timers.set(kept, setTimeout(release, REST_MS));
}
