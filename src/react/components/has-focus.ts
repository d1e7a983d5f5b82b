/**
 * Whether the focus is on an element or inside it. Read from the element's own tree, because the document's `activeElement` for
 * anything in a shadow root is its host. False for an element that is not in a page.
 */
export function hasFocus(element: Element): boolean {
  const tree = element.getRootNode();
  return "activeElement" in tree && element.contains((tree as Document | ShadowRoot).activeElement);
}
