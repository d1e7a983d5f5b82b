/**
 * The target of an event, read from its path and not from `target`: outside a shadow root the target is the host, and a text box,
 * a file input or a button of a web component would not be seen. Closed roots stay closed.
 */
import { isElement } from "../../shared/platform-types.js";

type Aimed = Pick<Event, "composedPath">;

const RICH_TEXT = "[contenteditable]:not([contenteditable='false'])";
const EDITABLE = `input, textarea, select, ${RICH_TEXT}`;
/** Controls: a click on one of them is not meant for the element around it. */
export const INTERACTIVE = `a[href], button, label, summary, audio, video, ${EDITABLE}, [tabindex], [role='button']`;
const FILE_INPUT = "input[type='file']:not(:disabled)";

/** The first element on the event's path that matches. Only valid while the event is being handled. */
function findOnPath(event: Aimed, selector: string): Element | undefined {
  return event
    .composedPath()
    .filter(isElement)
    .find((element) => element.matches(selector));
}

/** True for text boxes and editors, where the browser handles dropped text. */
export function isInEditable(event: Aimed): boolean {
  return findOnPath(event, EDITABLE) !== undefined;
}

/** True for editors that accept pictures in their text. */
export function isInRichText(event: Aimed): boolean {
  return findOnPath(event, RICH_TEXT) !== undefined;
}

/** True over an enabled file input: the browser puts dropped files into it. */
export function isInFileInput(event: Aimed): boolean {
  return findOnPath(event, FILE_INPUT) !== undefined;
}

/** True if a click was meant for `root` itself: not for a control in it, nor for a portal, which is elsewhere in the page. */
export function isForItself(event: Aimed, root: Element): boolean {
  const path = event.composedPath();
  const at = path.indexOf(root);
  return at >= 0 && !path.slice(0, at).some((target) => isElement(target) && target.matches(INTERACTIVE));
}

/** True inside an element that has the attribute. */
export function isMarked(event: Aimed, attribute: string): boolean {
  return findOnPath(event, `[${attribute}]`) !== undefined;
}
