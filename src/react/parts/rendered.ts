/** What every part of an item does with its props: an app's are laid over ours, and `render` puts another element in its place. */
import type { CSSProperties, ReactElement, Ref, SyntheticEvent } from "react";
import { cloneElement, isValidElement, version } from "react";
import type { ImageItem } from "../../queue/types.js";
import { composeHandlers } from "../components/compose-handlers.js";

type Props = Record<string, unknown>;

/**
 * Another element in the place of a part's own: `render={<Card />}` gets its props, ref and children, or a function makes it of them. The
 * element has to pass them on to one DOM element, a `button` where the part is one: by its `data-vd-*` attributes, keys and focus find it.
 */
export type Render = ReactElement | ((props: Props & { ref?: Ref<never> }, item: ImageItem) => ReactElement);

interface Given {
  render: Render | undefined;
  ref: Ref<never>;
  item: ImageItem;
}

export function rendered(own: ReactElement<Props>, props: Props, { render, ref, item }: Given): ReactElement {
  const merged = { ...mergeProps(own.props, props), ...(ref && { ref }) };
  if (render === undefined) return cloneElement(own, merged);
  if (!isValidElement(render)) return render(merged, item);
  const both = mergeProps(merged, render.props as Props);
  return cloneElement(render, { ...both, ...withRefs(ref, refOf(render)) });
}

/** `over` wins, but for what both have a say in: handlers, of which that of `over` runs first, classes and styles. */
function mergeProps(base: Props, over: Props): Props {
  const merged: Props = { ...base };
  for (const [name, value] of Object.entries(over)) {
    const before = base[name];
    if (value === undefined) continue;
    if (/^on[A-Z]/.test(name) && before) merged[name] = composeHandlers(value as Handler, before as Handler);
    else if (name === "className" && before) merged[name] = `${before as string} ${value as string}`;
    else if (name === "style" && before) merged[name] = { ...(before as CSSProperties), ...(value as CSSProperties) };
    else merged[name] = value;
  }
  return merged;
}

type Handler = (event: SyntheticEvent) => void;

/** React 19 keeps it among the props, and warns of the other. */
function refOf(element: ReactElement): Ref<never> | undefined {
  const holder = Number.parseInt(version, 10) >= 19 ? element.props : element;
  return (holder as { ref?: Ref<never> }).ref;
}

function withRefs(one: Ref<never>, other: Ref<never> | undefined): { ref?: Ref<never> } {
  if (!one || !other) return (one ?? other) ? { ref: one ?? other! } : {};
  return {
    ref(element: never) {
      assign(one, element);
      assign(other, element);
    },
  };
}

function assign(ref: Ref<never>, element: never): void {
  if (typeof ref === "function") ref(element);
  else if (ref) (ref as { current: unknown }).current = element;
}
