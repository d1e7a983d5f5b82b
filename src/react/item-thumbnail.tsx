import { useState } from "react";
import type { ImageItem } from "../core/queue/types.js";
import { dataAttributes } from "./data-attributes.js";
import { PictureIcon, RefusedIcon } from "./icons.js";
import { useObjectUrl } from "./use-object-url.js";

/** Shows what will be sent, not what came in. The name stands beside it as text, so the picture itself is silent. */
export function ItemThumbnail({ item }: { item: ImageItem }) {
  const url = useObjectUrl(item.status === "ready" ? item.image.blob : undefined);
  // A policy without `img-src blob:` blocks the preview: a sign of a picture is better than a broken one.
  const [blocked, setBlocked] = useState<string>();
  return (
    <span {...dataAttributes("thumbnail", { status: item.status })} aria-hidden="true">
      {url && url !== blocked ? <img src={url} alt="" height={48} loading="lazy" decoding="async" draggable={false} onError={() => setBlocked(url)} /> : item.status === "rejected" ? <RefusedIcon /> : <PictureIcon />}
    </span>
  );
}
