/** The small pictures inside the files themselves, shown while an image waits and is prepared. */
import type { Pool } from "../pool/pool.js";
import { storedImageOf } from "../shared/stored-images.js";
import type { ImageItem } from "./types.js";

export interface Thumbnails {
  /** Looks into each file, once per item. */
  find: (items: readonly ImageItem[]) => void;
}

export function createThumbnails(
  pool: Pick<Pool, "thumbnail">,
  report: (id: string, thumbnail: Blob) => void,
): Thumbnails {
  let asked: ReadonlySet<string> = new Set();

  async function look(id: string, file: Blob): Promise<void> {
    const thumbnail = await pool.thumbnail(file);
    if (thumbnail) report(id, thumbnail);
  }

  return {
    find(items) {
      const before = asked;
      asked = new Set(items.filter(({ file }) => file).map(({ id }) => id));
      for (const { id, file } of items) if (file && !before.has(id) && !storedImageOf(file)) void look(id, file);
    },
  };
}
