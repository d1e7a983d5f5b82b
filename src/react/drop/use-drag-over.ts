import type { DragEvent } from "react";
import { useEffect, useRef, useState } from "react";
import { isNode } from "../../shared/platform-types.js";

export type DragEventName = "onDragEnter" | "onDragOver" | "onDragLeave" | "onDrop";

/** Drops that were handled by a dropzone of this package. */
const taken = new WeakSet<Event>();

/**
 * Whether a drag is over an element or its descendants, and whether another drop target has claimed it. `home` is the document in
 * which drags end, including those whose last event is stopped on its way.
 */
export function useDragOver(home: Document | undefined) {
  const [isOver, setOver] = useState(false);
  const entered = useRef<readonly EventTarget[]>([]);
  const wasClaimed = useRef<boolean>(undefined);

  useEffect(() => {
    const page = home?.defaultView;
    const reset = () => {
      if (entered.current.length === 0) return;
      entered.current = [];
      setOver(false);
    };
    const types = ["drop", "dragend"] as const;
    for (const type of types) page?.addEventListener(type, reset, true);
    return () => {
      for (const type of types) page?.removeEventListener(type, reset, true);
    };
  }, [home]);

  /**
   * Whether a drop target inside this one takes the drag, which drop targets show by preventing the default. Some editors prevent
   * the default of each drop without taking it (Lexical), so for a drop the last drag over the element must have been claimed,
   * too.
   */
  function isClaimed(name: DragEventName, event: DragEvent<HTMLElement>): boolean {
    const isPrevented = event.isDefaultPrevented() || event.nativeEvent.defaultPrevented;
    if (name === "onDrop") return taken.has(event.nativeEvent) || (isPrevented && wasClaimed.current !== false);
    if (name !== "onDragLeave") wasClaimed.current = isPrevented;
    return isPrevented;
  }

  /** `isOurs`: no other target has claimed the drag, and its contents are taken here. */
  function follow(name: DragEventName, event: DragEvent<HTMLElement>, isOurs: boolean): void {
    const [target = event.target] = event.nativeEvent.composedPath();
    // `dragenter` of the next element comes before `dragleave` of the last, in Firefox sometimes twice; a removed element gets no
    // `dragleave`.
    const others = entered.current.filter((other) => other !== target && isNode(other) && other.isConnected);
    if (name === "onDragEnter") entered.current = isOurs ? [...others, target] : [];
    else if (name === "onDragLeave") entered.current = others;
    else if (name === "onDrop") entered.current = [];
    else return;
    if (name === "onDrop") wasClaimed.current = undefined;
    if (name === "onDrop" && isOurs) taken.add(event.nativeEvent);
    setOver(entered.current.length > 0);
  }

  return { isOver, isClaimed, follow };
}
