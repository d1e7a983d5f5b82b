import type { RefObject } from "react";
import { useState } from "react";
import { useIsomorphicLayoutEffect } from "./use-isomorphic-layout-effect.js";

/** The fieldsets around an element in its own tree: in HTML, one outside a shadow root disables nothing inside it. */
function fieldsetsAround(element: Element | null): Element[] {
  const fieldset = element?.closest("fieldset");
  return fieldset ? [fieldset, ...fieldsetsAround(fieldset.parentElement)] : [];
}

/** Like HTML's rule for controls: a disabled fieldset around them disables them, unless they are in its first legend. */
export function isFieldsetDisabled(element: Element | null): boolean {
  return fieldsetsAround(element).some((fieldset) => {
    const legend = Array.from(fieldset.children).find(({ localName }) => localName === "legend");
    return fieldset.hasAttribute("disabled") && !legend?.contains(element);
  });
}

/** Whether the root or its file input is disabled by a fieldset. There is no event for that, so the attributes are observed. */
export function useFieldsetDisabled(rootRef: RefObject<Element | null>, inputRef: RefObject<Element | null>): boolean {
  const [isDisabled, setDisabled] = useState(false);
  useIsomorphicLayoutEffect(() => {
    const elements = [rootRef.current, inputRef.current];
    const update = () => {
      const now = elements.some(isFieldsetDisabled);
      // Setting the same value again may render the component once more.
      if (now !== isDisabled) setDisabled(now);
    };
    update();
    const fieldsets = new Set(elements.flatMap(fieldsetsAround));
    if (fieldsets.size === 0) return undefined;
    const observer = new MutationObserver(update);
    for (const fieldset of fieldsets) observer.observe(fieldset, { attributeFilter: ["disabled"] });
    return () => observer.disconnect();
  });
  return isDisabled;
}
