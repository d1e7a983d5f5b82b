/** Calls `onResize` when the element's size changes, until the returned function is called. Test runners' documents have no observer. */
export function observeSize(element: Element, onResize: () => void): () => void {
  if (typeof ResizeObserver === "undefined") return () => {};
  const observer = new ResizeObserver(onResize);
  observer.observe(element);
  return () => observer.disconnect();
}
