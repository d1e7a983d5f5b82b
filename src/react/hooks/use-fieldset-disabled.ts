import type { RefObject } from "react";
import { useState } from "react";
import { useIsomorphicLayoutEffect } from "./use-isomorphic-layout-effect.js";

/** The fieldsets around an element, its own tree only: what is in a shadow root is not disabled by one outside, says HTML. */
function fieldsetsAround(element: Element | null): Element[] {
  const fieldset = element?.closest("fieldset");
  return fieldset ? [fieldset, ...fieldsetsAround(fieldset.parentElement)] : [];
}

/** As HTML disables a control: by a disabled fieldset around it, unless it stands in that fieldset's first legend. */
export function isFieldsetDisabled(element: Element | null): boolean {
  return fieldsetsAround(element).some((fieldset) => {
    const legend = Array.from(fieldset.children).find(({ localName }) => localName === "legend");
    return fieldset.hasAttribute("disabled") && !legend?.contains(element);
  });
}

/** Whether the root or its file input is disabled by a fieldset. No event tells of it, so the attributes are watched. */
export function useFieldsetDisabled(rootRef: RefObject<Element | null>, inputRef: RefObject<Element | null>): boolean {
  const [isDisabled, setDisabled] = useState(false);
  useIsomorphicLayoutEffect(() => {
    const elements = [rootRef.current, inputRef.current];
    const look = () => {
      const now = elements.some(isFieldsetDisabled);
      // Setting what is set already may draw the component once more.
      if (now !== isDisabled) setDisabled(now);
    };
    look();
    const fieldsets = new Set(elements.flatMap(fieldsetsAround));
    if (fieldsets.size === 0) return undefined;
    const observer = new MutationObserver(look);
    for (const fieldset of fieldsets) observer.observe(fieldset, { attributeFilter: ["disabled"] });
    return () => observer.disconnect();
  });
  return isDisabled;
}
