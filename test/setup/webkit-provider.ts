/** Vitest's browser mode in WebKitGTK, over plain W3C WebDriver: no dependency, and none of Playwright's own WebKit. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { defineBrowserProvider } from "@vitest/browser";
import type { BrowserCommands } from "vitest/browser";
import type { BrowserProvider, BrowserProviderOption, TestProject } from "vitest/node";
import type { WebKitPrograms } from "./find-browsers.js";

const PAGE_COMMANDS = ["__vitest_viewport", "__vitest_cleanup"];
const DRIVER_START_TIMEOUT_MS = 20_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Xvfb picks a free display by itself and writes its number to the descriptor named. */
async function startDisplay(xvfb: string): Promise<{ process: ChildProcess; display: string }> {
  const started = spawn(xvfb, ["-displayfd", "3", "-screen", "0", "1280x1024x24"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = (await once(started.stdio[3]!, "data")) as [Buffer];
  return { process: started, display: `:${number.toString().trim()}` };
}

/** Holds the driver, the virtual display and the one session, hence a class. */
class WebKitProvider implements BrowserProvider {
  readonly name = "webkitgtk";
  readonly supportsParallelism = false;
  #children: ChildProcess[] = [];
  #driverUrl: string | undefined;
  #session: string | undefined;
  readonly #programs: WebKitPrograms;

  constructor(project: TestProject, programs: WebKitPrograms) {
    this.#programs = programs;
    // Vitest's page calls these two; MiniBrowser's window is big enough, and nothing is left to clean up.
    for (const command of PAGE_COMMANDS) project.browser?.registerCommand(command as keyof BrowserCommands, async () => {});
  }

  getCommandsContext(): Record<string, unknown> {
    return {};
  }

  async openPage(_sessionId: string, url: string): Promise<void> {
    this.#session ??= await this.#openSession();
    await this.#call("POST", `${this.#session}/url`, { url });
  }

  async close(): Promise<void> {
    if (this.#session) await this.#call("DELETE", this.#session);
    this.#session = undefined;
    for (const child of this.#children.splice(0)) child.kill();
  }

  async #openSession(): Promise<string> {
    const { driver, miniBrowser, xvfb } = this.#programs;
    const env = { ...process.env };
    if (xvfb) {
      const screen = await startDisplay(xvfb);
      this.#children.push(screen.process);
      env.DISPLAY = screen.display;
    }
    const port = await freePort();
    this.#driverUrl = `http://127.0.0.1:${port}`;
    this.#children.push(spawn(driver, [`--port=${port}`], { env, stdio: "ignore" }));
    await this.#driverAnswers();
    const browserOptions = { binary: miniBrowser, args: ["--automation"] };
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": browserOptions } };
    const { sessionId } = (await this.#call("POST", "/session", { capabilities })) as { sessionId: string };
    return `/session/${sessionId}`;
  }

  async #driverAnswers(): Promise<void> {
    const giveUpAt = Date.now() + DRIVER_START_TIMEOUT_MS;
    for (;;) {
      try {
        await this.#call("GET", "/status");
        return;
      } catch (error) {
        if (Date.now() > giveUpAt) throw new Error("WebKitWebDriver does not answer.", { cause: error });
        await delay(50);
      }
    }
  }

  async #call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.#driverUrl}${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } };
    if (!response.ok) throw new Error(`WebKitWebDriver: ${value.message ?? value.error}`);
    return value;
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
