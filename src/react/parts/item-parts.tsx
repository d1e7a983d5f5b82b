/** The parts of an item. Each asks the component's own part for its element, so that names, keys and announcements are the same. */
import type { HTMLAttributes, ReactElement, Ref } from "react";
import { forwardRef, useContext } from "react";
import { canBeOpened } from "../components/can-be-opened.js";
import { DropzoneItem, type ImageItemProps, ItemDetail, OpenButton } from "../components/dropzone-item.js";
import { RemoveIcon } from "../components/icons.js";
import { ItemButton, PlacedButtons } from "../components/item-buttons.js";
import { ItemContext, type ItemContextValue } from "../components/item-context.js";
import { ItemName } from "../components/item-name.js";
import { Progress, progressOf } from "../components/item-progress.js";
import { ItemThumbnail } from "../components/item-thumbnail.js";
import { ListLayoutContext } from "../components/list-layout.js";
import { useRowContext } from "../components/row-context.js";
import { RowPlaceContext, usePlaceByLookup } from "../components/row-place.js";
import { useRowActions } from "../hooks/use-row-actions.js";
import { describeItem } from "../text/describe-item.js";
import { labelOf } from "../text/item-label.js";
import { rendered, type Render } from "./rendered.js";

/** Props of a part: those of its element, which are laid over its own, and `render`. Children replace what it shows. */
export interface ItemPartProps<E extends HTMLElement = HTMLElement> extends HTMLAttributes<E> {
  render?: Render | undefined;
}

/** Props of `Item`: those of `VisionDropzone.Item`, and `render`. */
export interface ItemProps extends ImageItemProps {
  render?: Render | undefined;
}

function useItemContext(name: string): ItemContextValue {
  const context = useContext(ItemContext);
  if (context) return context;
  throw new TypeError(
    `vision-dropzone: <${name}> must be rendered inside <Item item={item}>, which stands inside <VisionDropzone.Root dropzone={useVisionDropzone(...)}>.`,
  );
}

/** The image that the item around it shows. Throws `TypeError` outside an item that has children. */
export function useItem(): ItemContextValue["item"] {
  return useItemContext("useItem").item;
}

/** As `VisionDropzone.Item`: a list item with its keys and menu, whatever its children are. Loaded with the app. */
export const Item = /* @__PURE__ */ forwardRef(function Item(
  { render, ...props }: ItemProps,
  ref: Ref<HTMLLIElement>,
): ReactElement {
  return rendered(DropzoneItem(props), {}, { render, ref: ref as Ref<never>, state: props.item });
});

/** The picture; a button that opens it large, unless the root has no preview, or the file was rejected or is sent as a PDF. */
export const ItemThumbnailPart = /* @__PURE__ */ part<HTMLButtonElement>("Thumbnail", ({ item }) => {
  const { messages, openPreview } = useRowContext();
  const isTile = useContext(ListLayoutContext) === "tiles";
  const name = isTile ? describeItem(item, messages) : messages.openPreview(labelOf(item, messages));
  const onOpen = openPreview ?? (() => {});
  const [button, picture] = [OpenButton({ item, name, onOpen }), ItemThumbnail({ item })];
  return openPreview && canBeOpened(item) ? button : picture;
});

/** The name; of a long one the middle is left out. */
export const ItemNamePart = /* @__PURE__ */ part<HTMLSpanElement>("Name", ({ item }) =>
  ItemName({ label: labelOf(item, useRowContext().messages) }),
);

/** What was done to the image, how far it is, or why it was rejected. */
export const ItemDetailPart = /* @__PURE__ */ part<HTMLSpanElement>("Detail", ({ item }) =>
  ItemDetail({ item, messages: useRowContext().messages }),
);

/** A progress bar while the image or its upload is under way, else nothing. */
export const ItemProgressPart = /* @__PURE__ */ part<HTMLSpanElement>("Progress", ({ item }) => {
  const progress = progressOf(item, useRowContext().messages);
  const bar = Progress(progress ?? { label: "" });
  return progress && bar;
});

/** All buttons of the image that make sense now, or those among its children. */
export const ItemActions = /* @__PURE__ */ part<HTMLSpanElement>("Actions", ({ item, menu }) => {
  const listed = useContext(RowPlaceContext);
  const found = usePlaceByLookup(item);
  return PlacedButtons({ item, menu, place: listed ?? found, isListed: listed !== undefined });
});

/** The button that removes the image, or dismisses the rejected file. */
export const ItemRemove = /* @__PURE__ */ part<HTMLButtonElement>("Remove", ({ item }) => {
  const { messages, disabled } = useRowContext();
  const actions = useRowActions();
  const label = item.status === "rejected" ? messages.dismiss : messages.remove;
  return ItemButton({
    action: "remove",
    label: label(labelOf(item, messages)),
    disabled,
    isListed: useContext(RowPlaceContext) !== undefined,
    onClick: () => actions.remove(item.id),
    children: <RemoveIcon />,
  });
});

/** `useOwn`: the element of the component's own part. */
function part<E extends HTMLElement>(
  name: string,
  useOwn: (context: ItemContextValue) => ReactElement<Record<string, unknown>> | undefined,
) {
  const Part = forwardRef<E, ItemPartProps<E>>(function Part({ render, ...props }, ref) {
    const context = useItemContext(name);
    const own = useOwn(context);
    // oxlint-disable-next-line react/refs -- it is only passed on
    return own ? rendered(own, props, { render, ref: ref as Ref<never>, state: context.item }) : null;
  });
  Part.displayName = name;
  return Part;
}
