import { VERSION } from "./version.js";

/**
 * The first message of each of our workers. `version`: of the package it was built from. `able`: whether it can do its work;
 * `undefined` means yes.
 */
export interface Hello {
  type: "hello";
  version: string;
  able?: boolean;
}

/**
 * `outdated`: of another version than the page. `failed`: it may not run, cannot be loaded, or threw before its first message.
 */
export type Greeting = "able" | "unable" | "outdated" | "failed";

/**
 * Waits for the first message of a new worker. Never rejects, and stays pending while the worker is silent: the caller sets a
 * time limit.
 */
export function greeting(worker: Worker): Promise<Greeting> {
  return new Promise((resolve) => {
    const finish = (result: Greeting) => {
      worker.removeEventListener("message", onMessage);
      worker.removeEventListener("error", onError);
      worker.removeEventListener("messageerror", onError);
      resolve(result);
    };
    const onError = (event: Event) => {
      // The error is handled. Without this the console and error trackers would report it as uncaught.
      event.preventDefault();
      finish("failed");
    };
    const onMessage = ({ data }: MessageEvent) => {
      const hello = data as Partial<Hello> | null | undefined;
      if (hello?.type !== "hello") return;
      if (hello.able === false) finish("unable");
      else finish(hello.version === VERSION ? "able" : "outdated");
      if (hello.able !== false && hello.version !== VERSION)
        // eslint-disable-next-line no-console -- the only way to tell an app that its copy of a worker is outdated
        console.warn(
          `vision-dropzone ${VERSION}: the worker is of version ${hello.version}. Copy it anew. Until then, its work is done on the main thread.`,
        );
    };
    worker.addEventListener("message", onMessage);
    worker.addEventListener("error", onError);
    worker.addEventListener("messageerror", onError);
  });
}
