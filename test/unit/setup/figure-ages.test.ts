/** `npm run check:limits`: what is too old to rely on must be seen, on whatever day it is asked. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it, test } from "vitest";
import * as endpoints from "../../../src/endpoints.js";
import { figureAges } from "../../setup/figure-ages.js";

const limited = (asOf: string, read?: string) => ({
  id: "mine",
  asOf,
  sources: [
    {
      figure: "8 images",
      url: "https://a.example",
      confidence: "B" as const,
      ...(read !== undefined && { asOf: read }),
    },
  ],
});
const rule = { id: "rule", label: "Mine 1", asOf: "2026-01-01", source: "https://a.example/tokens" };
const [oldest] = figureAges(Object.values(endpoints), "2026-12-31").toSorted((one, other) => other.days - one.days);

describe("the age of a figure", () => {
  test.each([
    ["the day it was read", "2026-01-01", "2026-01-01", 0, "fresh"],
    ["a day before the warning", "2026-01-01", "2026-04-30", 119, "fresh"],
    ["the day of the warning", "2026-01-01", "2026-05-01", 120, "old"],
    ["a day before it fails", "2026-01-01", "2026-08-28", 239, "old"],
    ["the day it fails", "2026-01-01", "2026-08-29", 240, "expired"],
    ["years later", "2026-01-01", "2029-01-01", 1096, "expired"],
    ["over a leap day", "2028-02-28", "2028-03-01", 2, "fresh"],
    ["on a clock that is behind", "2026-01-02", "2026-01-01", -1, "fresh"],
  ] as const)("%s", (_name, asOf, today, days, age) => {
    expect(figureAges([limited(asOf)], today)).toEqual([
      { id: "mine", figure: "8 images", url: "https://a.example", asOf, days, age },
    ]);
  });

  it("is that of the source's own date, where it has one", () => {
    expect(figureAges([limited("2026-01-01", "2026-05-01")], "2026-05-02")).toMatchObject([
      { asOf: "2026-05-01", days: 1, age: "fresh" },
    ]);
  });

  it("covers token rules too, and nothing else than figures", () => {
    expect(figureAges([rule, () => 1, "text", undefined, { id: "no date" }], "2026-01-31")).toEqual([
      {
        id: "rule",
        figure: "tokens of Mine 1",
        url: "https://a.example/tokens",
        asOf: "2026-01-01",
        days: 30,
        age: "fresh",
      },
    ]);
  });

  test.each(["2026-1-1", "soon", "2026-13-01", ""])("of no date is an error: %j", (date) => {
    expect(() => figureAges([limited(date)], "2026-01-01")).toThrow(TypeError);
    expect(() => figureAges([limited("2026-01-01")], date)).toThrow(TypeError);
  });

  it("covers every endpoint, provider and token rule of the package", () => {
    const ids = new Set(figureAges(Object.values(endpoints), "2026-12-31").map(({ id }) => id));
    const facts = Object.values(endpoints).flatMap((value) => ("id" in value ? [value.id] : []));
    expect([...ids].toSorted()).toEqual(facts.toSorted());
  });
});

describe("npm run check:limits", () => {
  const script = fileURLToPath(new URL("../../setup/check-limits.mjs", import.meta.url));
  const later = (days: number) => new Date(Date.parse(oldest!.asOf) + days * 86_400_000).toISOString().slice(0, 10);
  const run = (days: number) => spawnSync(process.execPath, [script, later(days)], { encoding: "utf8" });

  test.each([
    ["says nothing of figures that are fresh", 119, 0, /^$/],
    ["warns of old ones", 120, 0, /^\s*Warning: \d+ are 120 days old or older/],
    ["fails for what is too old", 240, 1, /\d+ are 240 days old or older\. Read their sources again, correct them/],
  ])(
    "%s",
    (_name, days, code, complaint) => {
      const { status, stdout, stderr } = run(days);
      expect({ status, stderr }).toEqual({ status: code, stderr: expect.stringMatching(complaint) });
      expect(stdout).toContain("anthropic-messages");
      expect(stdout).toMatch(/\d+ figures, the oldest read \d+ days ago\./);
    },
    60_000,
  );
});
