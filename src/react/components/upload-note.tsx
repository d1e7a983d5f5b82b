import type { UploadState } from "../../queue/types.js";
import { dataAttributes } from "./data-attributes.js";
import { ItemProgress } from "./item-progress.js";
import type { DropzoneMessages } from "../text/messages.js";
import { SEPARATOR } from "../text/typography.js";

interface UploadNoteProps {
  label: string;
  upload: UploadState;
  messages: DropzoneMessages;
}

/** How far the upload of a ready image is, shown after its figures. Nothing for an image that is sent inline. */
export function UploadNote({ label, upload, messages }: UploadNoteProps) {
  if (upload.status === "none") return null;
  const percent = upload.status === "uploading" ? percentOf(upload.fraction) : undefined;
  const words = {
    uploading: () => messages.uploading(percent),
    uploaded: () => messages.uploaded,
    failed: () => (upload.status === "failed" ? messages.uploadFailed(upload.error) : ""),
  };
  return (
    <>
      {upload.status === "failed" ? " " : SEPARATOR}
      <span {...dataAttributes("item-upload", { upload: upload.status })}>
        <bdi>{words[upload.status]()}</bdi>
      </span>
      {upload.status === "uploading" && <ItemProgress label={messages.uploadLabel(label)} percent={percent} />}
    </>
  );
}

/** `undefined` for 0, which is all that is known of an app that never reports its progress. */
function percentOf(fraction: number): number | undefined {
  return fraction > 0 ? Math.round(fraction * 100) : undefined;
}
