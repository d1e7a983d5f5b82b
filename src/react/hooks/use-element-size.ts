import type { RefObject } from "react";
import { useState } from "react";
import type { Size } from "../../shared/types.js";
import { observeSize } from "./observe-size.js";
import { useIsomorphicLayoutEffect } from "./use-isomorphic-layout-effect.js";

/** Width and height of the element's content box in CSS pixels, kept up to date; 0 x 0 before layout. */
export function useElementSize(elementRef: RefObject<Element | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useIsomorphicLayoutEffect(() => {
    const element = elementRef.current;
    if (!element) return undefined;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    return observeSize(element, measure);
  }, [elementRef]);
  return size;
}
