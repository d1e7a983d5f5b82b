/**
 * One page in a real browser. `openBrowser("firefox")` resolves to
 *   { browserName, version, goto(url), evaluate(fn, ...args), rootPids, close() }
 * `evaluate` sends the function's source and its JSON arguments, waits as long as it takes (minutes) and answers with JSON.
 */
import { childrenOf } from "../memory/process-tree.mjs";
import { finders } from "./finders.mjs";

export const BROWSERS = ["chromium", "firefox", "webkit"];

/** Resolves to undefined where the browser is not installed. */
export async function openBrowser(browserName) {
  const found = await finders();
  if (browserName === "webkit") {
    const programs = found.findWebKit();
    return programs && openWebKit(await found.openWebKitSession(programs));
  }
  if (browserName === "firefox") {
    const executablePath = found.findFirefox();
    // Without the channel Playwright expects its own patched Firefox, and hangs.
    return executablePath && openByPlaywright("firefox", { channel: "moz-firefox", executablePath });
  }
  if (browserName === "chromium") return openByPlaywright("chromium", await found.findChromium());
  throw new Error(`No browser is called "${browserName}". There are: ${BROWSERS.join(", ")}.`);
}

async function openByPlaywright(browserName, launch) {
  const { [browserName]: type } = await import("playwright");
  const before = new Set(childrenOf(process.pid));
  const browser = await type.launch(launch);
  // Playwright does not tell the process it started, and it starts no other.
  const rootPids = childrenOf(process.pid).filter((pid) => !before.has(pid));
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(`${browserName}: ${error.message}`));
  return {
    browserName,
    version: `${browserName === "chromium" ? "Chromium" : "Firefox"} ${browser.version()}`,
    rootPids,
    goto: async (url) => void (await page.goto(url)),
    evaluate: (fn, ...args) => page.evaluate(`(${fn})(...${JSON.stringify(args)})`),
    close: () => browser.close(),
  };
}

/** The driver gives the script a callback as its last argument. */
const inWebKit = (fn) => `
  const [values, answer] = arguments;
  Promise.resolve()
    .then(() => (${fn})(...values))
    .then((value) => answer({ value }), (error) => answer({ error: String(error?.stack ? error + "\\n" + error.stack : error) }));`;

function openWebKit(session) {
  return {
    browserName: "webkit",
    version: `WebKitGTK ${session.version}`,
    rootPids: childrenOf(session.driverPid),
    goto: session.navigate,
    async evaluate(fn, ...args) {
      const { value, error } = await session.executeAsync(inWebKit(fn), [args]);
      if (error !== undefined) throw new Error(error);
      return value;
    },
    close: session.close,
  };
}
