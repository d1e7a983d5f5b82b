/** Vitest's browser mode in WebKitGTK. */
import { defineBrowserProvider } from "@vitest/browser";
import type { BrowserCommands } from "vitest/browser";
import type { BrowserProvider, BrowserProviderOption, TestProject } from "vitest/node";
import type { WebKitPrograms } from "./find-browsers.js";
import { openWebKitSession, type WebKitSession } from "./webkit-session.js";

const PAGE_COMMANDS = ["__vitest_viewport", "__vitest_cleanup"];

/** Holds the one session, hence a class. */
class WebKitProvider implements BrowserProvider {
  readonly name = "webkitgtk";
  readonly supportsParallelism = false;
  #session: WebKitSession | undefined;
  readonly #programs: WebKitPrograms;

  constructor(project: TestProject, programs: WebKitPrograms) {
    this.#programs = programs;
    // Vitest's page calls these two; MiniBrowser's window is big enough, and nothing is left to clean up.
    for (const command of PAGE_COMMANDS)
      project.browser?.registerCommand(command as keyof BrowserCommands, async () => {});
  }

  getCommandsContext(): Record<string, unknown> {
    return {};
  }

  async openPage(_sessionId: string, url: string): Promise<void> {
    this.#session ??= await openWebKitSession(this.#programs);
    await this.#session.navigate(url);
  }

  async close(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.close();
  }
}

/** The provider for a project's `browser.provider`, with `instances: [{ browser: "webkit" }]`. */
export function webkitgtk(programs: WebKitPrograms): BrowserProviderOption {
  return defineBrowserProvider({
    name: "webkitgtk",
    supportedBrowser: ["webkit"],
    providerFactory: (project) => new WebKitProvider(project, programs),
  });
}
