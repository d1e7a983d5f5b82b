import { useEffect, useRef, useState } from "react";
import { isNode } from "../../shared/platform-types.js";
import { carriesFiles } from "./drag-data.js";

/** Files that are being dragged over the page. */
export interface PageDrag {
  /** Number of images, and of files whose type the browser hides before the drop. 0: it does not even tell how many there are. */
  imageCount: number;
  otherCount: number;
}

/** The type that Firefox gives to every file until it is dropped. */
const UNTOLD = ["", "application/x-moz-file"];

/** `accept`: the types taken besides `image/...`, as in an input's attribute. Pure. */
export function countDragged(types: readonly string[], accept: string): PageDrag {
  const taken = new Set(accept.split(","));
  const isImage = (type: string) => UNTOLD.includes(type) || type.startsWith("image/") || taken.has(type);
  const imageCount = types.filter(isImage).length;
  return { imageCount, otherCount: types.length - imageCount };
}

/** `undefined` while no file is dragged over the page, which includes drags of text or of a link. */
export function usePageDrag(home: Document | undefined, accept: string): PageDrag | undefined {
  const [drag, setDrag] = useState<PageDrag>();
  const entered = useRef<readonly EventTarget[]>([]);

  useEffect(() => {
    const page = home?.defaultView;
    if (!page) return undefined;
    const show = (targets: readonly EventTarget[], next: PageDrag | undefined) => {
      entered.current = targets;
      const isSame = (was: PageDrag | undefined) =>
        was?.imageCount === next?.imageCount &&
        was?.otherCount === next?.otherCount &&
        (was === undefined) === (next === undefined);
      setDrag((was) => (isSame(was) ? was : next));
    };
    const end = () => show([], undefined);
    // The next element is entered before the last is left; a removed element is never left.
    const others = ({ target }: Event) =>
      entered.current.filter((other) => other !== target && isNode(other) && other.isConnected);
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer) || !event.target) return;
      const files = Array.from(event.dataTransfer?.items ?? []).filter(({ kind }) => kind === "file");
      const types = files.map(({ type }) => type);
      show([...others(event), event.target], countDragged(types, accept));
    };
    const leave = (event: DragEvent) => {
      const rest = others(event);
      if (rest.length === 0) end();
      else entered.current = rest;
    };
    const listeners = { dragenter: enter, dragleave: leave, drop: end, dragend: end };
    const all = Object.entries(listeners) as [keyof typeof listeners, (event: DragEvent) => void][];
    for (const [type, listener] of all) page.addEventListener(type, listener, true);
    return () => {
      for (const [type, listener] of all) page.removeEventListener(type, listener, true);
    };
  }, [home, accept]);

  return drag;
}
