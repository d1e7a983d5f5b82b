import type { ComponentType } from "react";
import { createElement } from "react";
import { useLazyPart } from "../hooks/use-lazy-part.js";
import { useRowContext } from "./row-context.js";

/** A part of an item that is loaded when first rendered. If it cannot be loaded, the item says so. */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return function OnDemand(props: Props) {
    const { messages } = useRowContext();
    const part = useLazyPart(load, true);
    if (!part) return null;
    return part === "missing" ? <span role="alert">{messages.listMissing}</span> : createElement(part, props);
  };
}
