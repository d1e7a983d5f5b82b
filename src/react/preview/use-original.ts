import { useState } from "react";
import type { PreparedImage } from "../../shared/types.js";
import { useObjectUrl } from "../hooks/use-object-url.js";

/** A page that draws more pixels may crash. */
const MAX_PIXELS = 100_000_000;

/**
 * `none`: the original itself is sent, or is not available, or a piece of it is sent; `gone`: its file can no longer be read;
 * `unshown`: this browser does not draw it.
 */
export type OriginalStatus = "none" | "loading" | "shown" | "unshown" | "gone";

export interface Original {
  status: OriginalStatus;
  url: string | undefined;
  /** Props for the `img` that draws it. */
  onLoad: () => void;
  onError: () => void;
}

/** The original picture, if this browser can draw it. */
export function useOriginal(file: Blob | undefined, image: PreparedImage): Original {
  // An image that was prepared before is its own original.
  const shown = file && file !== image.blob && isWorthShowing(image) ? file : undefined;
  const url = useObjectUrl(shown);
  const [seen, setSeen] = useState<{ url: string; status: OriginalStatus }>();
  const report = (status: OriginalStatus) => url !== undefined && setSeen({ url, status });
  const isTooLarge = image.source.width * image.source.height > MAX_PIXELS;
  return {
    // The status belongs to this address only.
    status: !shown ? "none" : isTooLarge ? "unshown" : seen && seen.url === url ? seen.status : "loading",
    url: isTooLarge ? undefined : url,
    onLoad: () => report("shown"),
    onError: () => void isReadable(file).then((isThere) => report(isThere ? "unshown" : "gone")),
  };
}

/** SVG is not drawn anywhere here: it may take forever. A piece must not be laid over the whole picture. */
function isWorthShowing({ changes, source }: PreparedImage): boolean {
  return (
    source.mediaType !== "image/svg+xml" && changes.every(({ code }) => code !== "kept-original" && code !== "piece")
  );
}

/** For a deleted file Firefox reads 0 bytes, other browsers reject. */
async function isReadable(file: Blob | undefined): Promise<boolean> {
  try {
    const first = await file?.slice(0, 1).arrayBuffer();
    return first !== undefined && first.byteLength > 0;
  } catch {
    return false;
  }
}
