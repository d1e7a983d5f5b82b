/** The test pictures outside the project's folder: each with the results of several tools and three browsers. */
import { existsSync, readFileSync } from "node:fs";
import { sharedFolder } from "../../setup/shared-folder.js";

export interface SharedFile {
  file: string;
  mediaType: string;
  displayWidth: number | null;
  displayHeight: number | null;
  orientation: number | null;
  frames: number | null;
  expected: "ok" | "engine-dependent" | "must-reject-clearly";
  read: () => Uint8Array<ArrayBuffer>;
}

const folder = (set: string) => `${sharedFolder}/${set}/`;

export const hasSharedFiles = sharedFolder !== "" && existsSync(`${folder("photos")}manifest.json`);

/** Stands behind a suite's name, so that a run without the files says what it left out. */
export const orSkipped = hasSharedFiles ? "" : " (SKIPPED: ../shared/corpus or ../shared/photos is missing)";

const load = (set: string): SharedFile[] => {
  const { entries } = JSON.parse(readFileSync(`${folder(set)}manifest.json`, "utf8")) as {
    entries: Omit<SharedFile, "read">[];
  };
  return entries.map((entry) => ({ ...entry, read: () => new Uint8Array(readFileSync(folder(set) + entry.file)) }));
};

export const sharedFiles: readonly SharedFile[] = hasSharedFiles ? [...load("corpus"), ...load("photos")] : [];
