/** The app's own handler runs first; ours is skipped if it stops the event's propagation, as in react-dropzone. */
import type { SyntheticEvent } from "react";

type Handler<E> = ((event: E) => void) | null | undefined;

/** Runs the handlers in order until one of them stops the event's propagation. */
export function composeHandlers<E extends SyntheticEvent>(...handlers: Handler<E>[]): (event: E) => void {
  return (event) => {
    for (const handler of handlers) {
      if (event.isPropagationStopped()) return;
      handler?.(event);
    }
  };
}
