import type { HTMLAttributes, ReactElement, ReactNode, Ref } from "react";
import { forwardRef, useImperativeHandle, useRef } from "react";
import type { BlockOf, DocumentBlockOf, Endpoint } from "../../shared/endpoint.js";
import type { DocumentMode } from "../../queue/types.js";
import { DropzoneArea } from "./dropzone-area.js";
import { DropzoneRoot } from "./dropzone-root.js";
import { DropzoneInput } from "./dropzone-input.js";
import { LazyField, LazyItem, LazyList, LazyMeter, LazyRejected } from "./lazy-parts.js";
import type { ListLayout } from "./list-layout.js";
import { LiveStatus } from "./live-status.js";
import { DropzoneComparison } from "./dropzone-comparison.js";
import { DropzonePreview } from "./dropzone-preview.js";
import { splitProps } from "./split-props.js";
import type { QueueActions, VisionDropzoneOptions, VisionDropzoneState } from "../hooks/use-vision-dropzone.js";
import { useDropzone } from "../hooks/use-vision-dropzone.js";

/** Options of the hook, and any prop of the outer `div`. */
export interface VisionDropzoneProps<B>
  extends VisionDropzoneOptions<B>, Omit<HTMLAttributes<HTMLDivElement>, "children" | "onChange"> {
  /** As on `VisionDropzone.Root`. @default false */
  previewUrls?: boolean | undefined;
  /** `tiles`: square pictures in one scrolling line. @default "rows" */
  layout?: ListLayout | undefined;
  /** As on `VisionDropzone.Root`. @default true */
  preview?: boolean | undefined;
  /** Makes the images a field of the form around it, as `VisionDropzone.Field` does. */
  name?: string | undefined;
  /** That form is not sent without an image. @default false */
  required?: boolean | undefined;
  /**
   * A node replaces the text of the drop area (a button: no controls in it). A function renders everything and gets the hook's
   * state; the file input and the live region are always rendered.
   */
  children?: ReactNode | ((dropzone: VisionDropzoneState<B>) => ReactNode);
  /** For a Send button elsewhere: `await ref.current.whenReady()`. */
  ref?: Ref<VisionDropzoneHandle<B>> | undefined;
}

/** The handle that a `ref` on the component gets. */
export interface VisionDropzoneHandle<B>
  extends Pick<VisionDropzoneState<B>, "open">, Omit<QueueActions<B>, "forgetRemoved"> {
  /** The outer `div`. */
  element: HTMLDivElement | null;
}

type OwnProps = Omit<VisionDropzoneProps<unknown>, "ref">;

function VisionDropzoneRender(props: OwnProps, ref: Ref<VisionDropzoneHandle<unknown>>): ReactElement {
  const { options, rest } = splitProps<unknown, OwnProps>(props);
  const { children, name, required, ...elementProps } = rest;
  const { dropzone, actions } = useDropzone(options);
  const element = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({ ...actions, open: dropzone.open, element: element.current }));
  return (
    <DropzoneRoot {...elementProps} ref={element} dropzone={dropzone}>
      {typeof children === "function" ? (
        children(dropzone)
      ) : (
        <>
          <DropzoneArea>{children}</DropzoneArea>
          <LazyList />
          <LazyRejected />
          <LazyMeter />
        </>
      )}
      <DropzoneInput />
      <LiveStatus />
      {(name ?? required) ? <LazyField name={name} required={required} /> : null}
    </DropzoneRoot>
  );
}

interface VisionDropzoneComponent {
  /** With PDF files among the blocks. */
  <E extends Endpoint<unknown>>(
    props: VisionDropzoneProps<BlockOf<E> | DocumentBlockOf<E>> & { endpoint: E; documents: DocumentMode | undefined },
  ): ReactElement;
  <B>(props: VisionDropzoneProps<B>): ReactElement;
  /**
   * For an endpoint that is chosen at run time, or whose `toBlock` was replaced: its blocks may be any that the endpoint makes.
   */
  <E extends Endpoint<unknown>>(props: VisionDropzoneProps<BlockOf<E>> & { endpoint: E }): ReactElement;
}

// `forwardRef` for React 18; it loses the type parameters, which the cast restores.
const Component = /* @__PURE__ */ forwardRef(VisionDropzoneRender) as unknown as VisionDropzoneComponent;

/**
 * Lets people drop, paste or choose images, and passes content blocks for `endpoint` to `onReady`. The parts are for layouts of
 * your own: `const dropzone = useVisionDropzone(options)`, then `<VisionDropzone.Root dropzone={dropzone}>` around a composer.
 */
export const VisionDropzone = /* @__PURE__ */ Object.assign(Component, {
  Root: DropzoneRoot,
  Area: DropzoneArea,
  Input: DropzoneInput,
  Rejected: LazyRejected,
  /** The former name of `Rejected`. */
  Refusals: LazyRejected,
  List: LazyList,
  Item: LazyItem,
  Meter: LazyMeter,
  Field: LazyField,
  Preview: DropzonePreview,
  Comparison: DropzoneComparison,
  Status: LiveStatus,
});
