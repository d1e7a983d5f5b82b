import type { HTMLAttributes, MouseEvent } from "react";
import { useRef } from "react";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { hasFocus } from "./has-focus.js";

/** A list of this many images is longer than its box: some of the rejected ones may be out of sight. */
const FROM_ITEMS = 5;

/** Props of `VisionDropzone.Refusals`; they go to its element, a `div`. */
export type DropzoneRefusalsProps = Omit<HTMLAttributes<HTMLDivElement>, "children">;

/** Says how many images of a long list were rejected, shows them one by one, and removes them. Nothing beside a short list. */
export function DropzoneRefusals(props: DropzoneRefusalsProps) {
  const { dropzone, messages } = useDropzoneContext();
  const { items, disabled, remove } = dropzone;
  const shown = useRef<string>(undefined);
  const rejected = items.filter(({ status }) => status === "rejected");
  if (rejected.length === 0 || items.length < FROM_ITEMS) return null;
  const text = messages.refusals(rejected.length, items.length);
  const removeAll = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    // This button is removed with them, and the focus would be lost.
    if (hasFocus(currentTarget)) rootOf(currentTarget)?.querySelector<HTMLElement>("[data-vd-area]")?.focus();
    for (const { id } of rejected) remove(id);
  };
  const show = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    shown.current = showAfter(shown.current, rootOf(currentTarget));
  };
  return (
    <div {...dataAttributes("refusals", {})} role="group" aria-label={text} {...props}>
      <span {...dataAttributes("refusals-text", {})}>
        <bdi>{text}</bdi>
      </span>
      <button {...dataAttributes("refusals-action", { action: "show" })} type="button" onClick={show}>
        {messages.showRefused}
      </button>
      <button
        {...dataAttributes("refusals-action", { action: "remove" })}
        type="button"
        disabled={disabled}
        onClick={removeAll}
      >
        {messages.removeRefused}
      </button>
    </div>
  );
}

const rootOf = (element: Element) => element.closest("[data-vd-root]");

/** Shows the next rejected row, after the last one the first. The focus goes there, where Delete removes the row. */
function showAfter(id: string | undefined, root: Element | null): string | undefined {
  const rows = [...(root?.querySelectorAll<HTMLElement>('[data-vd-item][data-status="rejected"]') ?? [])];
  const at = rows.findIndex(({ dataset }) => dataset.id === id);
  const row = rows[(at + 1) % rows.length];
  row?.scrollIntoView({ block: "nearest" });
  row?.querySelector<HTMLElement>('button[data-action="remove"]')?.focus();
  return row?.dataset.id;
}
