/** What every part does with its props: an app's are laid over ours, and `render` puts another element in its place. */
import type { CSSProperties, ReactElement, Ref, SyntheticEvent } from "react";
import { cloneElement, isValidElement, version } from "react";
import type { ImageItem } from "../../queue/types.js";
import { composeHandlers } from "../components/compose-handlers.js";

type Props = Record<string, unknown>;

/**
 * Another element in the place of a part's own: `render={<Card />}` gets its props, ref and children, or a function makes it of them. The
 * element has to pass them on to one DOM element, a `button` where the part is one: by its `data-vd-*` attributes, keys and focus find it.
 * The function also gets `state`: the image, in a part of an item; in the others what `useVisionDropzone` returned.
 */
export type Render<State = ImageItem> =
  ReactElement | ((props: Props & { ref?: Ref<never> }, state: State) => ReactElement);

interface Given<State> {
  render: Render<State> | undefined;
  ref: Ref<never>;
  state: State;
}

export function rendered<State>(
  own: ReactElement<Props>,
  props: Props,
  { render, ref: wanted, state }: Given<State>,
): ReactElement {
  const element = isValidElement<Props>(render) ? render : undefined;
  const ref = withRefs(refOf(own), [wanted, element && refOf(element)]);
  const merged = { ...mergeProps(own.props, props), ...(ref && { ref }) };
  if (element) return cloneElement(element, mergeProps(merged, { ...element.props, ref }));
  return typeof render === "function" ? render(merged, state) : cloneElement(own, merged);
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

/**
 * Kept by the part's own ref object. React calls a ref again when it is another function, so a new one at each render would call the app's ref
 * each time. A function, or a ref of the app's, cannot be the key: several elements may share it.
 */
const joined = /* @__PURE__ */ new WeakMap<object, { refs: readonly unknown[]; all: Ref<never> }>();

function withRefs(own: Ref<never> | undefined, others: readonly (Ref<never> | undefined)[]): Ref<never> | undefined {
  const refs = [own, ...others].filter((ref) => ref !== undefined && ref !== null);
  if (refs.length < 2) return refs[0];
  const key = typeof own === "object" && own !== null ? own : undefined;
  const before = key && joined.get(key);
  if (before?.refs.length === refs.length && before.refs.every((ref, index) => ref === refs[index])) return before.all;
  let detach: (() => void)[] = [];
  const all = (element: never) => {
    for (const end of detach) end();
    detach = element ? refs.map((ref) => attach(ref, element)) : [];
  };
  if (key) joined.set(key, { refs, all });
  return all;
}

/** Returns what undoes it. React 18 takes no such function from a ref, and calls it with `null`. */
function attach(ref: Exclude<Ref<never>, null>, element: never): () => void {
  if (typeof ref !== "function") {
    const holder = ref as { current: unknown };
    holder.current = element;
    return () => {
      holder.current = null;
    };
  }
  const end = ref(element);
  return typeof end === "function" ? end : () => ref(null);
}
