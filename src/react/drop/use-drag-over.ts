import type { DragEvent } from "react";
import { useEffect, useRef, useState } from "react";
import { isNode } from "../../shared/platform-types.js";

export type DragEventName = "onDragEnter" | "onDragOver" | "onDragLeave" | "onDrop";

/** Drops that a dropzone of this package has taken. */
const taken = new WeakSet<Event>();

/**
 * Whether a drag is over an element or what is in it, and whether it is that element's, as told by the events that reach it. `home`
 * is the document where drags end, also those whose end something in between keeps to itself.
 */
export function useDragOver(home: Document | undefined) {
  const [isOver, setOver] = useState(false);
  const entered = useRef<readonly EventTarget[]>([]);
  const wasClaimed = useRef<boolean>(undefined);

  useEffect(() => {
    const page = home?.defaultView;
    const forget = () => {
      if (entered.current.length === 0) return;
      entered.current = [];
      setOver(false);
    };
    const types = ["drop", "dragend"] as const;
    for (const type of types) page?.addEventListener(type, forget, true);
    return () => {
      for (const type of types) page?.removeEventListener(type, forget, true);
    };
  }, [home]);

  /**
   * Whether a drop target inside this one has the drag: ours and others say so by preventing the default. Some editors prevent that
   * of each drop and take none (Lexical), so a drop is also asked whether the drag over the element was claimed before.
   */
  function isClaimed(name: DragEventName, event: DragEvent<HTMLElement>): boolean {
    const isPrevented = event.isDefaultPrevented() || event.nativeEvent.defaultPrevented;
    if (name === "onDrop") return taken.has(event.nativeEvent) || (isPrevented && wasClaimed.current !== false);
    if (name !== "onDragLeave") wasClaimed.current = isPrevented;
    return isPrevented;
  }

  /** `isOurs`: nothing else has claimed it, and it brings what is taken here. */
  function follow(name: DragEventName, event: DragEvent<HTMLElement>, isOurs: boolean): void {
    const [target = event.target] = event.nativeEvent.composedPath();
    // The next element is entered before the last one is left, in Firefox sometimes twice; one that is removed is never left.
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
