/**
 * Whether the focus is on an element or inside it. Read from the element's own tree, because the document's `activeElement` for
 * anything in a shadow root is its host. False in a tree that is not part of a page.
 */
export function hasFocus(element: Element): boolean {
  const tree = element.getRootNode();
  return "activeElement" in tree && element.contains((tree as Document | ShadowRoot).activeElement);
}
