import type { UploadState } from "../../queue/types.js";
import { uploadText } from "../text/describe-item.js";
import type { DropzoneMessages } from "../text/messages.js";
import { SEPARATOR } from "../text/typography.js";
import { dataAttributes } from "./data-attributes.js";

/** The progress of a ready image's upload, shown after its figures. Renders nothing for an image that is sent inline. */
export function UploadNote({ upload, messages }: { upload: UploadState; messages: DropzoneMessages }) {
  if (upload.status === "none") return null;
  return (
    <>
      {upload.status === "failed" ? " " : SEPARATOR}
      <span {...dataAttributes("item-upload", { upload: upload.status })}>
        <bdi>{uploadText(upload, messages)}</bdi>
      </span>
    </>
  );
}
