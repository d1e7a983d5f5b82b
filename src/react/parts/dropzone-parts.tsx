/** The parts around the items, each with a `ref` and `render`. Each asks the component's own part for its element, as an item's parts do. */
import type {
  ComponentType,
  DialogHTMLAttributes,
  ForwardRefExoticComponent,
  HTMLAttributes,
  PropsWithoutRef,
  ReactElement,
  RefAttributes,
} from "react";
import { cloneElement, createElement, forwardRef, type Ref } from "react";
import { DropzoneArea, type DropzoneAreaProps } from "../components/dropzone-area.js";
import { useDropzoneContext } from "../components/dropzone-context.js";
import type { Draw, Drawn } from "../components/drawn.js";
import type { ImageListProps } from "../components/dropzone-list.js";
import type { DropzoneMeterProps } from "../components/dropzone-meter.js";
import { DropzonePreview } from "../components/dropzone-preview.js";
import type { DropzoneRejectedProps } from "../components/dropzone-rejected.js";
import { type DropzoneRootProps, DropzoneRootRender } from "../components/dropzone-root.js";
import { LazyList, LazyMeter, LazyRejected } from "../components/lazy-parts.js";
import { LiveStatus } from "../components/live-status.js";
import type { VisionDropzoneState } from "../hooks/use-vision-dropzone.js";
import { rendered, type Render } from "./rendered.js";

/** Props of the parts around the items: those of `VisionDropzone.*`, and `render`. */
export type DropzonePartProps<Props> = Props & {
  /** Its function gets what `useVisionDropzone` returned as `state`. */
  render?: Render<VisionDropzoneState<unknown>> | undefined;
};

export type RootProps = DropzonePartProps<DropzoneRootProps>;
export type AreaProps = DropzonePartProps<DropzoneAreaProps>;
export type ListProps = DropzonePartProps<ImageListProps>;
export type RejectedProps = DropzonePartProps<DropzoneRejectedProps>;
export type MeterProps = DropzonePartProps<DropzoneMeterProps>;
type DialogProps = Omit<DialogHTMLAttributes<HTMLDialogElement>, "children">;
export type PreviewProps = DropzonePartProps<DialogProps>;
type LiveRegionProps = Omit<HTMLAttributes<HTMLDivElement>, "children">;
export type StatusProps = DropzonePartProps<LiveRegionProps>;

/** As `VisionDropzone.Root`. */
export const Root = /* @__PURE__ */ forwardRef(function Root(
  { render, ...props }: RootProps,
  ref: Ref<HTMLDivElement>,
): ReactElement {
  return DropzoneRootRender(props, ref, (own) => rendered(own, {}, { render, ref: null, state: props.dropzone }));
});

/** As `VisionDropzone.Area`. */
export const Area = /* @__PURE__ */ part<HTMLButtonElement, DropzoneAreaProps>("Area", (props, draw) =>
  draw(DropzoneArea(props)),
);

/** As `VisionDropzone.List`. Its `ref` has the list's element, an `ol`, while there are images. */
export const List = /* @__PURE__ */ part<HTMLOListElement, ImageListProps>(
  "List",
  /* @__PURE__ */ loadedWithImages(LazyList),
);

/** As `VisionDropzone.Rejected`. */
export const Rejected = /* @__PURE__ */ part<HTMLDivElement, DropzoneRejectedProps>(
  "Rejected",
  /* @__PURE__ */ loadedWithImages(LazyRejected),
);

/** As `VisionDropzone.Meter`. */
export const Meter = /* @__PURE__ */ part<HTMLDivElement, DropzoneMeterProps>(
  "Meter",
  /* @__PURE__ */ loadedWithImages(LazyMeter),
);

/** As `VisionDropzone.Preview`, in the place of the root's own. Its props go to the `dialog`, which is there while an image is shown. */
export const Preview = /* @__PURE__ */ part<HTMLDialogElement, DialogProps>("Preview", (props, draw) =>
  cloneElement<Drawn>(DropzonePreview(), { draw: (own) => draw(own, props) }),
);

/** As `VisionDropzone.Status`. */
export const Status = /* @__PURE__ */ part<HTMLDivElement, LiveRegionProps>("Status", (props, draw) =>
  draw(LiveStatus(), props),
);

/** Puts `render`'s element in the place of `own`; `props` are laid over it. */
type DrawWith = (own: Parameters<Draw>[0], props?: object) => ReactElement;
type UseOwn<Props> = (props: Props, draw: DrawWith) => ReactElement;

function loadedWithImages<Props extends object>(Usual: ComponentType<Props>): UseOwn<Props> {
  return (props, draw) => createElement(Usual as ComponentType<Drawn>, { ...props, draw: (own) => draw(own) });
}

/** `useOwn`: the component's own part. */
function part<E extends HTMLElement, Props extends object>(
  name: string,
  useOwn: UseOwn<Props>,
): ForwardRefExoticComponent<PropsWithoutRef<DropzonePartProps<Props>> & RefAttributes<E>> {
  const Part = forwardRef<E, DropzonePartProps<object>>(function Part({ render, ...props }, ref) {
    const { dropzone } = useDropzoneContext();
    // oxlint-disable-next-line react/refs -- it is only passed on
    return useOwn(props as Props, (own, over = {}) =>
      rendered(own, { ...over }, { render, ref: ref as Ref<never>, state: dropzone }),
    );
  });
  Part.displayName = name;
  return Part;
}
