/** The app's own handler first; ours is skipped when the app stopped the event's propagation, as react-dropzone does it. */
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
