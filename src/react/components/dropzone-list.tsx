import type { OlHTMLAttributes, ReactNode } from "react";
import { memo, useMemo, useRef } from "react";
import type { ImageItem } from "../../queue/types.js";
import { useOverflowEdges } from "../hooks/use-overflow-edges.js";
import { useReorder } from "../hooks/use-reorder.js";
import { useRovingFocus } from "../hooks/use-roving-focus.js";
import { useRowsSoFar } from "../hooks/use-rows-so-far.js";
import { composeHandlers } from "./compose-handlers.js";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import type { Drawn } from "./drawn.js";
import { DropzoneItem } from "./dropzone-item.js";
import { FocusTooltip } from "./focus-tooltip.js";
import { type ListLayout, ListLayoutContext } from "./list-layout.js";
import { RemoveAllIcon } from "./icons.js";
import { useRowActions } from "../hooks/use-row-actions.js";
import { useRowContext } from "./row-context.js";
import { placeOf, type RowPlace, RowPlaceContext, sentOf } from "./row-place.js";
import { UndoNotice } from "./undo-notice.js";

type RenderItem = (item: ImageItem, index: number) => ReactNode;

/** Props of `VisionDropzone.List`; the rest goes to its list, an `ol`. */
export interface ImageListProps extends Omit<OlHTMLAttributes<HTMLOListElement>, "children"> {
  /** Renders one item. @default VisionDropzone.Item */
  children?: RenderItem;
  /** @default the root's: tiles in a composer, else rows */
  layout?: ListLayout | undefined;
}

/**
 * The images in the order in which the model will see them; renders nothing while there are none. One Tab stop: arrows move from
 * image to image, Home and End to the ends, Alt with an arrow moves an image, Delete removes it.
 */
export function DropzoneList({ children, layout: wanted, draw = (own) => own, ...props }: ImageListProps & Drawn) {
  const { dropzone, messages, layout: usual, hasRejected } = useDropzoneContext();
  const layout = wanted ?? usual;
  const frameRef = useRef<HTMLDivElement>(null);
  const listRef = useRef<HTMLOListElement>(null);
  const { items: all } = dropzone;
  const items = useMemo(
    () => (hasRejected ? all.filter(({ status }) => status !== "rejected") : all),
    [all, hasRejected],
  );
  const axis = layout === "tiles" ? "inline" : "block";
  const roving = useRovingFocus(frameRef, axis, items);
  const reorder = useReorder(listRef, axis, items.length > 0);
  const edges = useOverflowEdges(listRef, layout === "tiles" ? axis : undefined, items.length);
  return (
    <>
      {items.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys come from the buttons inside it
        <div ref={frameRef} {...dataAttributes("list-frame", { layout })} {...roving}>
          {draw(
            // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes the role away together with the list's bullets
            <ol
              ref={listRef}
              {...dataAttributes("list", { layout, ...edges })}
              role="list"
              aria-label={messages.listLabel}
              {...props}
              onPointerDown={composeHandlers(props.onPointerDown, reorder)}
            >
              <ListLayoutContext.Provider value={layout}>
                <Rows items={items} render={children} />
              </ListLayoutContext.Provider>
            </ol>,
          )}
          <RemoveAllButton items={items} />
        </div>
      )}
      {items.length > 0 && layout === "tiles" && <FocusTooltip frameRef={frameRef} />}
      <UndoNotice />
    </>
  );
}

/** After the last image, where the arrows lead to it. Not rendered if one button on the image does the same. */
function RemoveAllButton({ items }: { items: readonly ImageItem[] }) {
  const { messages, disabled } = useRowContext();
  const actions = useRowActions();
  if (items.length < 2) return null;
  return (
    <button
      {...dataAttributes("list-action", { action: "remove-all" })}
      type="button"
      tabIndex={-1}
      aria-label={messages.removeAll}
      title={messages.removeAll}
      disabled={disabled}
      onClick={() => actions.removeEach(items)}
    >
      <RemoveAllIcon />
    </button>
  );
}

interface RowsProps {
  items: readonly ImageItem[];
  render: RenderItem | undefined;
}

/** Memoized: a keystroke in the app's text box renders only the list around it. */
const Rows = /* @__PURE__ */ memo(function Rows({ items, render }: RowsProps) {
  const count = useRowsSoFar(items.length);
  const sent = sentOf(items);
  return items.slice(0, count).map((item, index) => {
    const place = placeOf(item, sent);
    return render ? (
      <CustomRow key={item.id} item={item} place={place} index={index} render={render} />
    ) : (
      <Row key={item.id} item={item} place={place} />
    );
  });
});

interface RowProps {
  item: ImageItem;
  place: RowPlace;
}

const Row = /* @__PURE__ */ memo(function Row({ item, place }: RowProps) {
  return (
    <RowPlaceContext.Provider value={place}>
      <DropzoneItem item={item} />
    </RowPlaceContext.Provider>
  );
});

interface CustomRowProps extends RowProps {
  index: number;
  render: RenderItem;
}

const CustomRow = /* @__PURE__ */ memo(function CustomRow({ item, place, index, render }: CustomRowProps) {
  return <RowPlaceContext.Provider value={place}>{render(item, index)}</RowPlaceContext.Provider>;
});
