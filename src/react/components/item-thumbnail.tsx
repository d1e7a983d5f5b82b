import { useState } from "react";
import type { ImageItem } from "../../queue/types.js";
import { dataAttributes } from "./data-attributes.js";
import { DocumentIcon, LinkIcon, RejectedIcon } from "./icons.js";
import { PictureIcon } from "./picture-icon.js";
import { useRowContext } from "./row-context.js";
import { useObjectUrl } from "../hooks/use-object-url.js";

/**
 * Shows what will be sent, not the original; until that is ready, the small picture in the file, or the picture prepared before. Of a PDF
 * file that is sent as it is, the first page where there is a decoder.
 * A picture that is sent by its address is loaded only if the app asked for that: otherwise its server would learn who looks at
 * it. The name is beside it as text, so the picture has an empty `alt`.
 */
export function ItemThumbnail({ item }: { item: ImageItem }) {
  const { previewUrls } = useRowContext();
  const isSent = item.status === "ready" && !item.document;
  const made = useObjectUrl(isSent ? item.image?.blob : item.file && item.thumbnail);
  const url = item.status === "ready" && !item.file && previewUrls ? item.check.url : made;
  // A policy without `img-src blob:` blocks the preview: an icon is better than a broken picture.
  const [blocked, setBlocked] = useState<string>();
  return (
    <span {...dataAttributes("thumbnail", { status: item.status })} aria-hidden="true">
      {url && url !== blocked ? (
        <>
          <img
            src={url}
            alt=""
            height={48}
            loading="lazy"
            decoding="async"
            draggable={false}
            referrerPolicy="no-referrer"
            onError={() => setBlocked(url)}
          />
          {item.document && <DocumentIcon />}
        </>
      ) : (
        <Icon item={item} />
      )}
    </span>
  );
}

function Icon({ item }: { item: ImageItem }) {
  if (item.status === "rejected") return <RejectedIcon />;
  if (item.status === "ready" && item.document) return <DocumentIcon />;
  return item.file ? <PictureIcon /> : <LinkIcon />;
}
