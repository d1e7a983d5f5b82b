/**
 * The worker is a separate module, since it imports a package that only the app's bundler finds. The build writes the address of
 * `heic-worker.js` here (`workersBeside` in vite.config.ts). If a bundler does not include it, the page does the work.
 */
export function createDefaultWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "vision-dropzone-heic" });
}
