/** The built package in an app under strict policies, in real browsers, with headers really sent. */
import { Buffer } from "node:buffer";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { serveStrictApp, type StrictSite } from "../../fixtures/strict-app/serve.js";
import { BROWSERS, type Visitor } from "../../fixtures/strict-app/visitors.js";

/** As the README has it. */
const STRICT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' blob:";
const NO_WASM = "default-src 'self'; img-src 'self' blob:";
const TRUSTED = `${STRICT}; require-trusted-types-for 'script'; trusted-types vision-dropzone`;

interface Case {
  name: string;
  policy: string;
  worker: "" | "own" | "no-wasm" | "trusted";
  place: "worker" | "page";
  /** What the policy is known to stop, by directive; everything else must pass. */
  stops: readonly string[];
  preview: boolean;
  /** Whether it is reported that WebAssembly was refused; then once a worker, whose reports the page never sees. */
  reportsWasm?: boolean;
}

const CASES: readonly Case[] = [
  { name: "a worker of the app's own", policy: STRICT, worker: "own", place: "worker", stops: [], preview: true },
  {
    name: "no worker: the page does the work",
    policy: STRICT,
    worker: "",
    place: "page",
    stops: ["worker-src"],
    preview: true,
  },
  {
    name: "default-src 'self' alone: a sign in the place of the preview",
    policy: "default-src 'self'",
    worker: "no-wasm",
    place: "worker",
    stops: ["img-src"],
    preview: false,
  },
  {
    name: "no WebAssembly: one report a worker",
    policy: NO_WASM,
    worker: "own",
    place: "worker",
    stops: [],
    preview: true,
    reportsWasm: true,
  },
  {
    name: "no WebAssembly, and a worker that is told so: no report",
    policy: NO_WASM,
    worker: "no-wasm",
    place: "worker",
    stops: [],
    preview: true,
  },
  {
    name: "our own worker, where blob: may start one",
    policy: `${STRICT}; worker-src 'self' blob:`,
    worker: "",
    place: "worker",
    stops: [],
    preview: true,
  },
  {
    name: "no worker of any kind",
    policy: `${STRICT}; worker-src 'none'`,
    worker: "own",
    place: "page",
    stops: ["worker-src"],
    preview: true,
  },
  {
    name: "Trusted Types, with a worker of the app's own",
    policy: TRUSTED,
    worker: "trusted",
    place: "worker",
    stops: [],
    preview: true,
  },
  {
    name: "Trusted Types without one",
    policy: TRUSTED,
    worker: "",
    place: "page",
    stops: ["require-trusted-types-for", "worker-src"],
    preview: true,
  },
  {
    name: "nothing but the page's own script",
    policy: "default-src 'none'; script-src 'self'; style-src 'self'; img-src blob:; worker-src 'self'",
    worker: "no-wasm",
    place: "worker",
    stops: [],
    preview: true,
  },
];

let wide: Buffer;
beforeAll(async () => void (wide = await picture()));

/** Left and right differ, so that a blank or turned picture is seen. */
async function picture(): Promise<Buffer> {
  const half = (background: string) =>
    sharp({ create: { width: 1000, height: 1500, channels: 3, background } })
      .png()
      .toBuffer();
  const right = await half("#0000ff");
  return sharp(await half("#ff0000"))
    .extend({ right: 1000 })
    .composite([{ input: right, left: 1000, top: 0 }])
    .png()
    .toBuffer();
}

describe.each(BROWSERS.map(({ browserName, start }) => [browserName, start] as const))(
  "under a strict policy in %s",
  (browserName, start) => {
    let site: StrictSite;
    let visitor: Visitor;
    beforeAll(async () => {
      site = await serveStrictApp();
      if (start) visitor = await start();
    });
    afterAll(async () => {
      await visitor?.close();
      await site.close();
    });

    test.skipIf(!start).each(CASES.map((one) => [one.name, one] as const))(
      "%s",
      async (_name, { policy, worker, place, stops, preview, reportsWasm = false }) => {
        site.reports.length = 0;
        await visitor.visit(site.url(`${policy}; report-uri /reports`, `?worker=${worker}`));
        await visitor.pick([
          { name: "wide.png", mimeType: "image/png", buffer: wide },
          {
            name: "page.png",
            mimeType: "image/png",
            buffer: Buffer.from(
              "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>alert(1)</script></svg>",
            ),
          },
        ]);
        await visitor.sees(`[data-vd-item][data-status=ready] [data-vd-thumbnail] ${preview ? "img" : "svg"}`);
        const { ready, violations, errors, workers = 0 } = await visitor.noted();

        const [image, refused] = ready;
        expect(image).toMatchObject({ name: "wide.jpg", width: 1280, height: 960, mediaType: "image/jpeg" });
        expect(image?.engine).toMatch(new RegExp(`^${place}:`));
        const { data } = await sharp(Buffer.from(image?.base64 ?? "", "base64"))
          .raw()
          .toBuffer({ resolveWithObject: true });
        const at = (x: number, y: number) =>
          [...data.subarray((y * 1280 + x) * 3, (y * 1280 + x) * 3 + 3)].map((value) => Math.round(value / 64));
        expect([at(300, 480), at(900, 480)]).toEqual([
          [4, 0, 0],
          [0, 0, 4],
        ]);
        expect(refused).toMatchObject({ name: "page.png", code: "file-invalid-type" });

        expect(errors).toEqual([]);
        const stopped = violations.map((violation) => violation.split(" ", 1)[0]);
        expect([...new Set(stopped)].filter((directive) => !stops.includes(directive ?? ""))).toEqual([]);
        const isPreviewStopped = async () =>
          (await visitor.noted()).violations.some((violation) => violation.startsWith("img-src "));
        if (!preview) await vi.waitFor(async () => expect(await isPreviewStopped()).toBe(true));
        const refusals = () => site.reports.filter((report) => report.endsWith("wasm-eval")).length;
        // WebKit refuses as well, but reports none of a worker's.
        if (reportsWasm && browserName !== "WebKitGTK") await vi.waitFor(() => expect(refusals()).toBeGreaterThan(0));
        expect(refusals()).toBeLessThanOrEqual(reportsWasm ? workers : 0);
      },
    );
  },
);
