/** Which element an event is aimed at, as far as drops, pastes and clicks care. */

const EDITABLE = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";
const INTERACTIVE = `a[href], button, label, summary, audio, video, ${EDITABLE}, [tabindex], [role='button']`;

/** True for text boxes and their like, where dropped text belongs to the browser. */
export function isEditable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(EDITABLE) !== null;
}

/** True when a click inside `root` was meant for some control in it, and not for `root` itself. */
export function isControlInside(target: EventTarget | null, root: Element): boolean {
  const control = target instanceof Element ? target.closest(INTERACTIVE) : null;
  return control !== null && control !== root && root.contains(control);
}

/** True for a drag that brings a web address and no files: a picture or a link of another page. */
export function carriesUrl(data: DataTransfer | null): boolean {
  return data !== null && Array.from(data.types).includes("text/uri-list") && !carriesFiles(data);
}

/** True for a drag that brings files; some Chromium drags list them in `items` only (react-dropzone issue 1409). */
export function carriesFiles(data: DataTransfer | null): boolean {
  if (!data) return false;
  return Array.from(data.types).includes("Files") || Array.from(data.items ?? []).some(({ kind }) => kind === "file");
}
