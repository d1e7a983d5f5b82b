/**
 * Keeps the planes of prepared pictures while the request may have to be shrunk: encoding them again from these takes a tenth of
 * the time that it takes from their files. Loaded with the first file.
 */
import type { RequestEstimate } from "../meter/types.js";
import { releaseMemory } from "../shared/release-memory.js";
import type { KeptPicture } from "./kept-picture.js";

/** Chromium rounds to 0.25 to 8 (32 from version 146) GB. The other browsers report nothing; a phone's memory is assumed for them. */
const UNKNOWN_GIB = 4;
/** A 32nd of the memory, or 134 MB if it is unknown: 72 pictures of 1280x960. Further pictures are made from their files. */
const MEMORY_SHARE = 1 / 32;

/** Planes are kept from this share of the limit on bytes on. */
const SHARE_OF_LIMIT = 0.5;

/** How long nothing may be prepared before they are released, in milliseconds. */
const REST_MS = 60_000;

const timers = new WeakMap<ReadonlyMap<string, KeptPicture>, ReturnType<typeof setTimeout>>();

/** Whether to keep those of one more picture. `estimate`: of the whole request, including pictures that are not ready. */
export function mayKeepPlanes(kept: ReadonlyMap<string, KeptPicture>, { bytes, cap }: RequestEstimate): boolean {
  const { deviceMemory = UNKNOWN_GIB } = (globalThis.navigator ?? {}) as { deviceMemory?: number };
  const held = [...kept.values()].reduce((sum, { rewritable }) => sum + (rewritable?.planes.length ?? 0), 0);
  return bytes > cap * SHARE_OF_LIMIT && held < deviceMemory * 2 ** 30 * MEMORY_SHARE;
}

/** Called for a list in which something was prepared. */
export function releasePlanesLater(kept: ReadonlyMap<string, KeptPicture>): void {
  clearTimeout(timers.get(kept));
  const release = () => {
    for (const { rewritable } of kept.values()) if (rewritable) releaseMemory(rewritable.planes);
  };
  timers.set(kept, setTimeout(release, REST_MS));
}
