/** The test projects: one per place where tests run. `npx vitest run --project <name> [path]` runs one of them. */
import { availableParallelism } from "node:os";
import { playwright } from "@vitest/browser-playwright";
import type { LaunchOptions } from "playwright";
import type { ViteUserConfig } from "vitest/config";
import { findFirefox, findWebKit } from "./find-browsers.js";
import { oncePerProcess } from "./memo.js";
import { pictureCommands } from "./picture-commands.js";
import { SLOW_TESTS } from "./slow-tests.js";
import { webkitgtk } from "./webkit-provider.js";

type TestOptions = NonNullable<ViteUserConfig["test"]>;
type Project = NonNullable<TestOptions["projects"]>[number];

/** Filled by `obtain-chromium.ts` when a run really needs it; Playwright's provider reads it at launch. */
export const chromiumLaunchOptions = oncePerProcess("chromium-launch-options", (): LaunchOptions => ({}));

/** Vite would find these in the middle of the first run, bundle them and reload the page under the tests. */
const BROWSER_DEPENDENCIES = [
  "react",
  "react-dom",
  "react-dom/client",
  "react-dom/server",
  "react/jsx-runtime",
  "react/jsx-dev-runtime",
  "react-dropzone",
  "browser-image-compression",
  "libheif-js/libheif-wasm/libheif-bundle.mjs",
  "@hyzyla/pdfium",
  "@testing-library/dom",
  "@testing-library/react",
  "@testing-library/user-event",
  "@anthropic-ai/sdk",
  "openai",
  "axe-core",
  "idb-keyval",
  "fast-check",
];

declare module "vitest" {
  interface ProvidedContext {
    /** How long a test waits for what it asserts; shorter than its own limit. */
    patienceMs: number;
  }
}

/** A time limit ends a hang; it is no measurement. Two busy cores take ten times as long as a free machine. */
function patient(milliseconds: number, setupFiles: readonly string[] = []) {
  const patienceMs = milliseconds / 2;
  return {
    testTimeout: milliseconds,
    hookTimeout: milliseconds,
    provide: { patienceMs },
    expect: { poll: { timeout: patienceMs, interval: 20 } },
    setupFiles: ["test/setup/patience.ts", ...setupFiles],
  } satisfies TestOptions;
}

/** Vitest leaves one core to itself, of two that is half; files without a browser share both. */
const bothCores = { maxWorkers: Math.max(2, availableParallelism() - 1) };

/** The fast loop leaves out what takes longest; `npm test` leaves out nothing. */
const fastLoop = { exclude: process.env.npm_lifecycle_event === "test:unit" ? [...SLOW_TESTS] : [] };

const REACT_CLEANUP = "test/setup/react-cleanup.ts";

/** Shared by every project whose files run one after another: those in a page, and those that start browsers themselves. */
const oneByOne = { fileParallelism: false };

/** A server on another origin, for what a page may read of other sites. */
const OTHER_SITE = "test/setup/other-site.ts";

const page = { enabled: true, headless: true, ui: false, screenshotFailures: false, commands: pictureCommands };
const chromium = () => ({
  ...page,
  provider: playwright({ launchOptions: chromiumLaunchOptions }),
  instances: [{ browser: "chromium" as const }],
});

/** `.chromium.test.ts` in the name, or a folder `chromium/`, limits a browser test to Chromium. */
const ONLY_CHROMIUM = ["test/browser/**/*.chromium.test.{ts,tsx}", "test/browser/**/chromium/**"];

/**
 * Those of one group run side by side, groups one after another. A browser keeps one core busy and a bit, so two at once use both;
 * WebKitGTK waits for Playwright's browsers of its own group. Only files without a browser share both cores.
 */
const GROUPS = { withoutBrowser: 0, chromiumAndFirefox: 1, webkitAndApps: 2 };
const inGroup = (group: keyof typeof GROUPS) => ({ sequence: { groupOrder: GROUPS[group] } });

function browserProject(
  name: string,
  group: keyof typeof GROUPS,
  browser: TestOptions["browser"],
  more: TestOptions = {},
): Project {
  return {
    extends: true,
    // It finds its WASM by its own address.
    optimizeDeps: { include: BROWSER_DEPENDENCIES, exclude: ["jxl-oxide-wasm"] },
    test: {
      name,
      include: ["test/browser/**/*.test.{ts,tsx}"],
      globalSetup: [OTHER_SITE],
      browser,
      ...patient(120_000, [REACT_CLEANUP]),
      ...oneByOne,
      ...inGroup(group),
      ...more,
    },
  };
}

/** The projects of this machine: Firefox and WebKitGTK take part when they are found. */
export function testProjects(): Project[] {
  const firefox = findFirefox();
  const webkit = findWebKit();
  const obtainChromium = { globalSetup: ["test/setup/obtain-chromium.ts"] };
  const projects: Project[] = [
    {
      extends: true,
      test: {
        name: "unit",
        environment: "node",
        include: ["test/unit/**/*.test.ts"],
        // Loading the modules anew for each file would take as long as the tests.
        isolate: false,
        ...fastLoop,
        ...patient(60_000),
        ...bothCores,
      },
    },
    {
      extends: true,
      test: {
        name: "react",
        environment: "happy-dom",
        include: ["test/react/**/*.test.tsx"],
        ...fastLoop,
        ...patient(60_000, ["test/setup/react-act.ts", REACT_CLEANUP]),
        ...bothCores,
      },
    },
    browserProject("chromium", "chromiumAndFirefox", chromium(), {
      globalSetup: [OTHER_SITE, ...obtainChromium.globalSetup],
    }),
  ];
  if (firefox) {
    // Without the channel Playwright expects its own patched Firefox, and hangs.
    const launchOptions = { channel: "moz-firefox", executablePath: firefox };
    const browser = { ...page, provider: playwright({ launchOptions }), instances: [{ browser: "firefox" as const }] };
    projects.push(browserProject("firefox", "chromiumAndFirefox", browser, { exclude: ONLY_CHROMIUM }));
  }
  if (webkit) {
    const browser = {
      ...page,
      headless: false,
      provider: webkitgtk(webkit),
      instances: [{ browser: "webkit" as const }],
    };
    projects.push(browserProject("webkit", "webkitAndApps", browser, { exclude: ONLY_CHROMIUM }));
  }
  projects.push(
    {
      // Not `extends`: the package's own name must lead to dist/ through `exports`, not to src/ through the alias.
      optimizeDeps: { include: BROWSER_DEPENDENCIES },
      test: {
        name: "dist",
        include: ["test/dist/*.test.{ts,tsx}"],
        globalSetup: ["test/setup/require-dist.ts", ...obtainChromium.globalSetup],
        browser: chromium(),
        ...patient(120_000),
        ...oneByOne,
        ...inGroup("chromiumAndFirefox"),
      },
    },
    {
      test: {
        name: "dist-node",
        environment: "node",
        // The apps on the built package are built once for all files.
        isolate: false,
        include: ["test/dist/node/*.test.ts"],
        ...patient(120_000),
        ...oneByOne,
        globalSetup: ["test/setup/require-dist.ts"],
        ...inGroup("webkitAndApps"),
      },
    },
    {
      extends: true,
      test: {
        name: "e2e",
        environment: "node",
        include: ["test/e2e/**/*.test.ts"],
        globalSetup: [...obtainChromium.globalSetup, "test/setup/demo-server.ts"],
        ...patient(180_000),
        ...oneByOne,
        ...inGroup("webkitAndApps"),
      },
    },
  );
  return projects;
}
