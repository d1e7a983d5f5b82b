import type { HTMLAttributes, MouseEvent } from "react";
import { useRef } from "react";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { hasFocus } from "./has-focus.js";

/** A list of this many images is longer than the box it stands in: what was refused may be out of sight. */
const FROM_ITEMS = 5;

/** Props of `VisionDropzone.Refusals`; they go to its element, a `div`. */
export type DropzoneRefusalsProps = Omit<HTMLAttributes<HTMLDivElement>, "children">;

/** How many of a long list were refused, the way to each of them, and to be rid of them; nothing while a list can be overlooked. */
export function DropzoneRefusals(props: DropzoneRefusalsProps) {
  const { dropzone, messages } = useDropzoneContext();
  const { items, disabled, remove } = dropzone;
  const shown = useRef<string>(undefined);
  const refused = items.filter(({ status }) => status === "rejected");
  if (refused.length === 0 || items.length < FROM_ITEMS) return null;
  const text = messages.refusals(refused.length, items.length);
  const removeAll = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    // This button goes with them, and the focus would with it.
    if (hasFocus(currentTarget)) rootOf(currentTarget)?.querySelector<HTMLElement>("[data-vd-area]")?.focus();
    for (const { id } of refused) remove(id);
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
      <button {...dataAttributes("refusals-action", { action: "remove" })} type="button" disabled={disabled} onClick={removeAll}>
        {messages.removeRefused}
      </button>
    </div>
  );
}

const rootOf = (element: Element) => element.closest("[data-vd-root]");

/** Shows the refused row behind that one, after the last the first again. The focus goes there, where Delete removes it. */
function showAfter(id: string | undefined, root: Element | null): string | undefined {
  const rows = [...(root?.querySelectorAll<HTMLElement>('[data-vd-item][data-status="rejected"]') ?? [])];
  const at = rows.findIndex(({ dataset }) => dataset.id === id);
  const row = rows[(at + 1) % rows.length];
  row?.scrollIntoView({ block: "nearest" });
  row?.querySelector<HTMLElement>('button[data-action="remove"]')?.focus();
  return row?.dataset.id;
}
