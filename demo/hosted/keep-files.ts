/** Has the browser keep the hosted demo's files: after the first visit it opens without a network. */
export function keepFiles(): void {
  // There is none without https, and where people block what pages store: then it needs its network.
  if (!("serviceWorker" in navigator)) return;
  // Reading it throws in a sandboxed frame.
  const registered = async () => navigator.serviceWorker.register("./offline-worker.js");
  const register = () => void registered().catch(() => undefined);
  // The page's own files come first.
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}
