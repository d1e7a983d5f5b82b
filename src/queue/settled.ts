/** Waits for the end of one image's work. */
import type { ImageQueue, ReadyItem, RejectedItem } from "./types.js";

/** Resolves when the item is ready or rejected; to `undefined` if it is removed before, or if there is none with that id. */
export function settled<B>(
  { getSnapshot, subscribe }: Pick<ImageQueue<B>, "getSnapshot" | "subscribe">,
  id: string,
): Promise<ReadyItem | RejectedItem | undefined> {
  return new Promise((resolve) => {
    const look = () => {
      const item = getSnapshot().items.find((one) => one.id === id);
      if (item?.status === "waiting" || item?.status === "working") return;
      unsubscribe();
      resolve(item);
    };
    const unsubscribe = subscribe(look);
    look();
  });
}
