import { createElement, useEffect, useState } from "react";
import { useLazyPart } from "../hooks/use-lazy-part.js";
import type { Drawn } from "./drawn.js";
import { useDropzoneContext } from "./dropzone-context.js";

const loadDialog = () => import("../preview/preview-dialog.js").then((part) => part.PreviewDialog);

interface PreviewOfProps extends Drawn {
  /** The id of the image that is open; `undefined`: none is, and nothing is loaded. */
  id: string | undefined;
  onShow: (id: string | undefined) => void;
}

export function PreviewOf(props: PreviewOfProps) {
  const { id } = props;
  const { messages } = useDropzoneContext();
  const dialog = useLazyPart(loadDialog, id !== undefined);
  if (id === undefined || !dialog) return null;
  return dialog === "missing" ? <p role="alert">{messages.listMissing}</p> : createElement(dialog, { ...props, id });
}

/**
 * `VisionDropzone.Preview`: a click or Enter on an image opens it large, compared with its original. The root has its own unless
 * it is given `preview={false}`; use this one for another place in it. Its code is loaded when it is first opened.
 */
export function DropzonePreview() {
  const { providePreview } = useDropzoneContext();
  const [id, setId] = useState<string>();
  useEffect(() => providePreview(setId), [providePreview]);
  return <PreviewOf id={id} onShow={setId} />;
}
