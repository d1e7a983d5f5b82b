/** Global setup of the `e2e` project: the demo, started once for all its files. They find it by `inject("demoUrl")`. */
import type { TestProject } from "vitest/node";
import { startDemo } from "../e2e/start-demo.js";

declare module "vitest" {
  interface ProvidedContext {
    demoUrl: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const demo = await startDemo();
  project.provide("demoUrl", demo.url);
  return demo.stop;
}
