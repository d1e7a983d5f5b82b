/** Compiled, never run: the parts of `vision-dropzone/parts` as apps write them. */
import type { ComponentProps } from "react";
import { createRef } from "react";
import type { AnthropicImageBlock } from "../../src/endpoints.js";
import type { ImageItem, VisionDropzoneState } from "../../src/index.js";
import * as Vision from "../../src/parts.js";

declare const dropzone: VisionDropzoneState<AnthropicImageBlock>;
declare const item: ImageItem;
const Button = (props: ComponentProps<"button"> & { variant: "ghost" }) => <button {...props} />;

export const composer = (
  <Vision.Root dropzone={dropzone} ref={createRef<HTMLDivElement>()} layout="tiles" render={<form />}>
    <Vision.List
      ref={createRef<HTMLOListElement>()}
      layout="rows"
      className="cards"
      render={(props, { items }) => <ul {...props} data-count={items.length} />}
    >
      {(image, index) => (
        <Vision.Item item={image} key={index} ref={createRef<HTMLLIElement>()}>
          <Vision.Name render={(props, { status }) => <b {...props} data-state={status} />} />
          <Vision.Remove ref={createRef<HTMLButtonElement>()} render={<Button variant="ghost" />} />
        </Vision.Item>
      )}
    </Vision.List>
    <Vision.Rejected ref={createRef<HTMLDivElement>()} render={<aside />} />
    <Vision.Area compact ref={createRef<HTMLButtonElement>()} render={<Button variant="ghost" />} />
    <Vision.Meter
      details="never"
      ref={(element) => void element?.scrollTop}
      render={(props) => <footer {...props} />}
    />
    <Vision.Preview ref={createRef<HTMLDialogElement>()} className="sheet" />
    <Vision.Status ref={createRef<HTMLDivElement>()} render={<output />} />
    <Vision.Input />
  </Vision.Root>
);

export const wrong = [
  // @ts-expect-error -- a root is one of a dropzone
  <Vision.Root key="root" />,
  // @ts-expect-error -- the ref of another element
  <Vision.Area key="area" ref={createRef<HTMLInputElement>()} />,
  // @ts-expect-error -- no element
  <Vision.Meter key="meter" render="footer" />,
  // @ts-expect-error -- its contents are the part's own
  <Vision.Status key="status">text</Vision.Status>,
  // @ts-expect-error -- an image has no estimate
  <Vision.Item key="item" item={item} render={(props, { estimate }) => <li {...props} data-x={estimate} />} />,
];
