/**
 * Whether the focus is on an element or inside it. Asked of its own tree: to the document, all of a shadow root is its host.
 * Of a tree that is no part of any page, nothing has the focus.
 */
export function hasFocus(element: Element): boolean {
  const tree = element.getRootNode();
  return "activeElement" in tree && element.contains((tree as Document | ShadowRoot).activeElement);
}
