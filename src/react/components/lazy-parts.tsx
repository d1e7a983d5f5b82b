/** The parts that show images, as apps name them. Their code is loaded when there are images. */
import { useImageParts } from "../hooks/use-image-parts.js";
import { isNothingToSay } from "../text/is-nothing-to-say.js";
import { useDropzoneContext } from "./dropzone-context.js";
import type { ImageItemProps } from "./dropzone-item.js";
import type { ImageListProps } from "./dropzone-list.js";
import type { DropzoneMeterProps } from "./dropzone-meter.js";
import type { DropzoneRejectedProps } from "./dropzone-rejected.js";

/** `VisionDropzone.List`; see `DropzoneList`. */
export function LazyList(props: ImageListProps) {
  const { dropzone, messages } = useDropzoneContext();
  const parts = useImageParts(dropzone.items.length + dropzone.removed.length > 0);
  if (!parts) return null;
  if (parts !== "missing") return <parts.DropzoneList {...props} />;
  return <p role="alert">{messages.listMissing}</p>;
}

/** `VisionDropzone.Rejected`; see `DropzoneRejected`. */
export function LazyRejected(props: DropzoneRejectedProps) {
  const { dropzone } = useDropzoneContext();
  const parts = useImageParts(dropzone.items.length > 0);
  return parts && parts !== "missing" ? <parts.DropzoneRejected {...props} /> : null;
}

/** `VisionDropzone.Item`; see `DropzoneItem`. */
export function LazyItem(props: ImageItemProps) {
  const parts = useImageParts(true);
  return parts && parts !== "missing" ? <parts.DropzoneItem {...props} /> : null;
}

/** `VisionDropzone.Meter`; see `DropzoneMeter`. */
export function LazyMeter(props: DropzoneMeterProps) {
  const { estimate } = useDropzoneContext().dropzone;
  const parts = useImageParts(!isNothingToSay(estimate));
  return parts && parts !== "missing" ? <parts.DropzoneMeter {...props} /> : null;
}
