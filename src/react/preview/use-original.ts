import { useState } from "react";
import type { PreparedImage } from "../../shared/types.js";
import { useObjectUrl } from "../hooks/use-object-url.js";

/** A page that draws more pixels may die of it. */
const MAX_PIXELS = 100_000_000;

/**
 * `none`: the original itself is sent, or nobody has it, or a piece of it is sent; `gone`: its file cannot be read any more; `unshown`: this browser does not draw it.
 */
export type OriginalStatus = "none" | "loading" | "shown" | "unshown" | "gone";

export interface Original {
  status: OriginalStatus;
  url: string | undefined;
  /** For the `img` that draws it. */
  onLoad: () => void;
  onError: () => void;
}

/** The picture as it came in, as far as this browser can draw it. */
export function useOriginal(file: Blob | undefined, image: PreparedImage): Original {
  // An image that was prepared before is its own original.
  const shown = file && file !== image.blob && isWorthShowing(image) ? file : undefined;
  const url = useObjectUrl(shown);
  const [seen, setSeen] = useState<{ url: string; status: OriginalStatus }>();
  const tell = (status: OriginalStatus) => url !== undefined && setSeen({ url, status });
  const isTooLarge = image.source.width * image.source.height > MAX_PIXELS;
  return {
    // Only a picture of that address has been seen to load.
    status: !shown ? "none" : isTooLarge ? "unshown" : seen && seen.url === url ? seen.status : "loading",
    url: isTooLarge ? undefined : url,
    onLoad: () => tell("shown"),
    onError: () => void isReadable(file).then((isThere) => tell(isThere ? "unshown" : "gone")),
  };
}

/** SVG is not drawn anywhere here: it may take for ever. A piece is not to be laid over the whole picture. */
function isWorthShowing({ changes, source }: PreparedImage): boolean {
  return (
    source.mediaType !== "image/svg+xml" && changes.every(({ code }) => code !== "kept-original" && code !== "piece")
  );
}

/** Firefox gives a file that has vanished 0 bytes, others reject. */
async function isReadable(file: Blob | undefined): Promise<boolean> {
  try {
    const first = await file?.slice(0, 1).arrayBuffer();
    return first !== undefined && first.byteLength > 0;
  } catch {
    return false;
  }
}
