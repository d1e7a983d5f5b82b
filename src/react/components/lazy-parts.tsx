/** The parts that show images, as apps name them: nothing of them is loaded while there are no images. */
import type { ComponentType } from "react";
import { createElement } from "react";
import type { FormFieldProps } from "../forms/form-field.js";
import { useClientStyle } from "../hooks/use-client-style.js";
import { type ImageParts, useImageParts } from "../hooks/use-image-parts.js";
import { useLazyPart } from "../hooks/use-lazy-part.js";
import type { VisionDropzoneState } from "../hooks/use-vision-dropzone.js";
import { isNothingToSay } from "../text/is-nothing-to-say.js";
import { areaBeside } from "./area-in.js";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import type { ImageItemProps } from "./dropzone-item.js";
import type { ImageListProps } from "./dropzone-list.js";
import type { DropzoneMeterProps } from "./dropzone-meter.js";
import type { DropzoneRejectedProps } from "./dropzone-rejected.js";
import { visuallyHidden } from "./visually-hidden.js";

type IsNeeded = (dropzone: VisionDropzoneState<unknown>) => boolean;

/** `isSaid`: where it cannot be loaded, it says so. */
function lazy<Props extends object>(
  partOf: (parts: ImageParts) => ComponentType<Props>,
  isNeeded: IsNeeded,
  isSaid = false,
) {
  return function LazyPart(props: Props) {
    const { dropzone, messages } = useDropzoneContext();
    const parts = useImageParts(isNeeded(dropzone));
    if (parts && parts !== "missing") return createElement(partOf(parts), props);
    return parts && isSaid ? <p role="alert">{messages.listMissing}</p> : null;
  };
}

/** `VisionDropzone.List`; see `DropzoneList`. */
export const LazyList = /* @__PURE__ */ lazy<ImageListProps>(
  (parts) => parts.DropzoneList,
  ({ items, removed }) => items.length + removed.length > 0,
  true,
);

/** `VisionDropzone.Rejected`; see `DropzoneRejected`. */
export const LazyRejected = /* @__PURE__ */ lazy<DropzoneRejectedProps>(
  (parts) => parts.DropzoneRejected,
  ({ items }) => items.length > 0,
);

/** `VisionDropzone.Item`; see `DropzoneItem`. */
export const LazyItem = /* @__PURE__ */ lazy<ImageItemProps>(
  (parts) => parts.DropzoneItem,
  () => true,
);

/** `VisionDropzone.Meter`; see `DropzoneMeter`. */
export const LazyMeter = /* @__PURE__ */ lazy<DropzoneMeterProps>(
  (parts) => parts.DropzoneMeter,
  ({ estimate }) => !isNothingToSay(estimate),
);

const loadField = () => import("../forms/form-field.js").then((part) => part.FormField);

/**
 * `VisionDropzone.Field`; see `FormField`. Until that is loaded, and where it cannot be, a menu without choices is always invalid, in
 * HTML from a server too: the form must not be sent without its images.
 */
export function LazyField(props: FormFieldProps) {
  const { dropzone, messages } = useDropzoneContext();
  const field = useLazyPart(loadField, true);
  const style = useClientStyle(visuallyHidden);
  if (field && field !== "missing") return createElement(field, props);
  if (!props.required && dropzone.status === "empty") return null;
  const words = field ? messages.listMissing : messages.areaTitleCompact;
  return (
    <select
      {...dataAttributes("form-control", {})}
      // Visible to the browser, which says that the field is missing, but no Tab stop.
      ref={(control) => control?.setCustomValidity(words)}
      onInvalid={(event) => {
        if (field) return;
        // It will be replaced in a moment, and the focus in it would be lost.
        event.preventDefault();
        areaBeside(event.currentTarget)?.focus();
      }}
      aria-label={words}
      required
      form={props.form}
      disabled={dropzone.disabled}
      tabIndex={-1}
      style={style}
    />
  );
}
