import { VERSION } from "./version.js";

/** First word of every worker of ours. `version`: of the package it was built from. `able`: it can do its work; `undefined`: it can. */
export interface Hello {
  type: "hello";
  version: string;
  able?: boolean;
}

/** `outdated`: of another version than the page. `failed`: it may not run, cannot be loaded, or threw before its first word. */
export type Greeting = "able" | "unable" | "outdated" | "failed";

/** What comes of a worker that was just made. Never rejects, and stays open while it says nothing: who asks has a time limit. */
export function greeting(worker: Worker): Promise<Greeting> {
  return new Promise((resolve) => {
    const settle = (word: Greeting) => {
      worker.removeEventListener("message", onMessage);
      worker.removeEventListener("error", onError);
      worker.removeEventListener("messageerror", onError);
      resolve(word);
    };
    const onError = (event: Event) => {
      // Prevented, since it is handled; otherwise the console and error trackers would report an uncaught error of the page.
      event.preventDefault();
      settle("failed");
    };
    const onMessage = ({ data }: MessageEvent) => {
      const hello = data as Partial<Hello> | null | undefined;
      if (hello?.type !== "hello") return;
      if (hello.able === false) settle("unable");
      else settle(hello.version === VERSION ? "able" : "outdated");
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
