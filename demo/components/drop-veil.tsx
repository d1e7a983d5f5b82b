import type { PageDrag } from "vision-dropzone";
import { ImagesIcon, WarningIcon } from "./icons.js";

interface DropVeilProps {
  drag: PageDrag | undefined;
}

/**
 * Covers the whole page while files are dragged over it, since all of it takes them. The dropzone itself announces the same to
 * screen readers.
 */
export function DropVeil({ drag }: DropVeilProps) {
  const { imageCount = 0, otherCount = 0 } = drag ?? {};
  const rejected = imageCount === 0 && otherCount > 0;
  return (
    <div className="veil" data-rejected={rejected || undefined} aria-hidden="true">
      <div className="veil-card">
        {rejected ? <WarningIcon /> : <ImagesIcon />}
        <strong>{rejected ? "Images only" : "Drop here"}</strong>
        <span>{rejected ? otherFiles(otherCount) : images(imageCount)}</span>
      </div>
    </div>
  );
}

function otherFiles(count: number): string {
  return count === 1 ? "This file is not an image" : `These ${count} files are not images`;
}

/** Some browsers do not say how many files there are before the drop. */
function images(count: number): string {
  if (count === 0) return "Anywhere on this page";
  return `${count === 1 ? "1 image" : `${count} images`}, anywhere on this page`;
}
