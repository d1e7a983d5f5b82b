/** The last lines of a run: which browsers took part, and the counts on a line of their own, for people and scripts alike. */
import type { Reporter, TestModule, Vitest } from "vitest/node";
import { findFirefox, findWebKit } from "./find-browsers.js";
import { journal } from "./picture-commands.js";

const HOW_TO_GET = {
  firefox: "153 or newer not found (apt-get install firefox-esr, or set FIREFOX_PATH)",
  webkit: "not found (apt-get install webkit2gtk-driver libwebkit2gtk-4.1-0 xvfb)",
};

function browsersLine(ran: ReadonlySet<string>): string {
  const found = { chromium: true, firefox: findFirefox() !== undefined, webkit: findWebKit() !== undefined };
  const parts = Object.entries(found).map(([name, isFound]) => {
    if (ran.has(name)) return `${name} ran`;
    return `${name} ${isFound || name === "chromium" ? "not asked for" : HOW_TO_GET[name as keyof typeof HOW_TO_GET]}`;
  });
  return `Browsers: ${parts.join("; ")}.`;
}

/** Vitest reporter; goes after "default". */
export function closingLine(): Reporter {
  let vitest: Vitest | undefined;
  return {
    onInit(started) {
      vitest = started;
    },
    onTestRunEnd(modules: readonly TestModule[], unhandledErrors) {
      const count = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
      for (const module of modules) {
        // A file that does not load, or a failing suite hook, holds no failed test, yet must not count as nothing.
        count.failed += module.errors().length;
        for (const suite of module.children.allSuites()) count.failed += suite.errors().length;
        for (const test of module.children.allTests()) {
          const { state } = test.result();
          count[state === "pending" ? "failed" : state] += 1;
        }
      }
      const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
      const browsers = modules.map(({ project }) => project.config.browser).filter((browser) => browser.enabled);
      const ran = new Set(browsers.map((browser) => browser.name));
      for (const [browser, file] of journal.open)
        vitest?.logger.log(`The page of ${browser} was lost while it prepared: ${file}`);
      vitest?.logger.log(browsersLine(ran));
      vitest?.logger.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
    },
  };
}
