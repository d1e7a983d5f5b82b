/** WebKitGTK's MiniBrowser over plain W3C WebDriver: no dependency, and none of Playwright's own WebKit. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { WebKitPrograms } from "./find-browsers.js";

const DRIVER_START_TIMEOUT_MS = 20_000;
/** A script may take minutes; the caller ends one that hangs. */
const SCRIPT_TIMEOUT_MS = 3_600_000;

export interface WebKitSession {
  version: string;
  /** The driver's process; the browser's are below it. */
  driverPid: number;
  navigate: (url: string) => Promise<void>;
  /** Runs a function's body in the page; its last argument is the callback that takes the answer. */
  executeAsync: (body: string, args: readonly unknown[]) => Promise<unknown>;
  close: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Xvfb picks a free display by itself and writes its number to the descriptor named. */
async function startDisplay(xvfb: string): Promise<{ process: ChildProcess; display: string }> {
  const started = spawn(xvfb, ["-displayfd", "3", "-screen", "0", "1280x1024x24"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [number] = (await once(started.stdio[3]!, "data")) as [Buffer];
  return { process: started, display: `:${number.toString().trim()}` };
}

/** Not by `fetch`: it gives up on an answer that takes longer than five minutes. */
async function send(port: number, method: string, path: string, body?: unknown): Promise<unknown> {
  const asked = request({ host: "127.0.0.1", port, method, path, headers: { "content-type": "application/json" } });
  asked.end(body === undefined ? undefined : JSON.stringify(body));
  const [response] = (await once(asked, "response")) as [NodeJS.ReadableStream & { statusCode: number }];
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) text += String(chunk);
  const { value } = JSON.parse(text) as { value: { error?: string; message?: string } | null };
  if (response.statusCode >= 400) throw new Error(`WebKitWebDriver: ${value?.message ?? value?.error ?? text}`);
  return value;
}

async function driverAnswers(port: number): Promise<void> {
  const giveUpAt = Date.now() + DRIVER_START_TIMEOUT_MS;
  for (;;) {
    try {
      await send(port, "GET", "/status");
      return;
    } catch (error) {
      if (Date.now() > giveUpAt) throw new Error("WebKitWebDriver does not answer.", { cause: error });
      await delay(50);
    }
  }
}

/** One browser window of its own, with a virtual display where the machine has none. */
export async function openWebKitSession({ driver, miniBrowser, xvfb }: WebKitPrograms): Promise<WebKitSession> {
  const children: ChildProcess[] = [];
  const endChildren = (): void => {
    for (const child of children.splice(0).toReversed()) child.kill();
    process.off("exit", endChildren);
  };
  // Whoever ends in the middle leaves no browser behind.
  process.on("exit", endChildren);
  try {
    const env = { ...process.env };
    if (xvfb) {
      const screen = await startDisplay(xvfb);
      children.push(screen.process);
      env.DISPLAY = screen.display;
    }
    const port = await freePort();
    const driverProcess = spawn(driver, [`--port=${port}`], { env, stdio: "ignore" });
    children.push(driverProcess);
    await driverAnswers(port);
    const capabilities = {
      alwaysMatch: {
        "webkitgtk:browserOptions": { binary: miniBrowser, args: ["--automation"] },
        timeouts: { script: SCRIPT_TIMEOUT_MS },
      },
    };
    const opened = (await send(port, "POST", "/session", { capabilities })) as {
      sessionId: string;
      capabilities: { browserVersion: string };
    };
    const session = `/session/${opened.sessionId}`;
    return {
      version: opened.capabilities.browserVersion,
      driverPid: driverProcess.pid!,
      async navigate(url) {
        await send(port, "POST", `${session}/url`, { url });
      },
      executeAsync: (script, args) => send(port, "POST", `${session}/execute/async`, { script, args }),
      async close() {
        try {
          await send(port, "DELETE", session);
        } finally {
          endChildren();
        }
      },
    };
  } catch (error) {
    endChildren();
    throw error;
  }
}
