/** `vision-dropzone`: the React layer, and everything of `vision-dropzone/core`. */
export { type DropzoneAreaProps } from "./react/components/dropzone-area.js";
export { type DropzoneComparisonProps } from "./react/components/dropzone-comparison.js";
export { type DropzoneContextValue, useDropzoneContext } from "./react/components/dropzone-context.js";
export { type DropzoneRootProps } from "./react/components/dropzone-root.js";
export { type ImageItemProps } from "./react/components/dropzone-item.js";
export {
  type DropzoneRejectedProps,
  type DropzoneRejectedProps as DropzoneRefusalsProps,
} from "./react/components/dropzone-rejected.js";
export { type ImageListProps } from "./react/components/dropzone-list.js";
export { type ListLayout } from "./react/components/list-layout.js";
export type { FormFieldProps } from "./react/forms/form-field.js";
export type { FormMessages } from "./react/forms/form-messages.js";
export type { MenuMessages, MenuSize } from "./react/menu/menu-messages.js";
export type { PageMessages } from "./react/pages/page-messages.js";
export type { PreviewMessages } from "./react/preview/preview-messages.js";
export { defaultMessages } from "./react/text/default-messages.js";
export { type DropzoneMessages } from "./react/text/messages.js";
export { RequestMeter, type RequestMeterProps } from "./react/components/request-meter.js";
export type { InputProps, RootAttributes, RootProps } from "./react/drop/use-drop-target.js";
export type { PasteRejection } from "./react/drop/pasted-pictures.js";
export type { PasteFrom } from "./react/drop/use-paste.js";
export type { DropFrom } from "./react/drop/use-document-drop.js";
export type { PageDrag } from "./react/drop/use-page-drag.js";
export {
  useVisionDropzone,
  type VisionDropzoneOptions,
  type VisionDropzoneState,
} from "./react/hooks/use-vision-dropzone.js";
export {
  VisionDropzone,
  type VisionDropzoneHandle,
  type VisionDropzoneProps,
} from "./react/components/vision-dropzone.js";

export * from "./core.js";
