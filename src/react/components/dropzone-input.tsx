import { useDropzoneContext } from "./dropzone-context.js";
import type { InputProps } from "../drop/use-drop-target.js";

/** `VisionDropzone.Input`: the file input behind the picker, one per root. It is invisible; `VisionDropzone.Area` opens it. */
export function DropzoneInput(props: InputProps) {
  const { dropzone, messages } = useDropzoneContext();
  return <input {...dropzone.getInputProps({ "aria-label": messages.inputLabel, ...props })} />;
}
