import { describe, expect, test } from "vitest";
import { bench } from "./bench.js";

const { judgeInput } = await bench("marks");
const { judgeBrowser } = await bench("judge-browser");

const pillow = { psnrDb: 40, bytes: 100_000 };
const photo = { kind: "photo", size: { width: 6000, height: 4000 } };

describe("marks: reached", () => {
  test.each([
    ["photo", 6000, 4000, 39.85, true],
    ["photo", 6000, 4000, 39.84, false],
    ["photo", 6000, 4001, 39.7, true],
    ["photo", 6000, 4001, 39.69, false],
    ["screenshot", 1920, 1080, 39.95, true],
    ["screenshot", 1920, 1080, 39.94, false],
  ])("luma PSNR of a %s of %i x %i at %f dB against 40: %s", (kind, width, height, psnrDb, reached) => {
    const verdicts = judgeInput({
      browser: "chromium",
      subject: { kind, size: { width, height } },
      ours: { ...pillow, psnrDb },
      pillow,
    });
    expect(verdicts.find(({ mark }) => mark === "luma PSNR")?.reached).toBe(reached);
  });

  test.each([
    [95_000, true],
    [105_000, true],
    [105_001, false],
    [94_999, false],
  ])("%i bytes against 100,000: %s", (bytes, reached) => {
    const verdicts = judgeInput({ browser: "webkit", subject: photo, ours: { ...pillow, bytes }, pillow });
    expect(verdicts.find(({ mark }) => mark.startsWith("bytes"))?.reached).toBe(reached);
  });

  test.each([
    ["chromium", 11, true],
    ["firefox", 11.01, false],
    ["webkit", 15, true],
    ["webkit", 15.01, false],
  ])("alias in %s of %f levels against 10: %s", (browser, aliasLevels, reached) => {
    const subject = { kind: "zone-plate", size: { width: 4032, height: 3024 } };
    const verdicts = judgeInput({
      browser,
      subject,
      ours: { ...pillow, aliasLevels },
      pillow: { ...pillow, aliasLevels: 10 },
    });
    expect(verdicts.map(({ mark }) => mark)).toEqual(["leftover alias"]);
    expect(verdicts[0]?.reached).toBe(reached);
  });
});

describe("marks: one browser", () => {
  const shot = (name: string, accuracy: number, ours: number) => ({
    name,
    kind: "screenshot",
    size: { width: 1920, height: 1080 },
    pillow: { ...pillow, accuracy },
    browsers: { firefox: { ours: { ...pillow, accuracy: ours } } },
  });
  const reading = (rows: ReturnType<typeof shot>[]) =>
    judgeBrowser("firefox", rows).find(({ mark }) => mark === "characters read");

  test("must read as much as Pillow's over all screenshots", () => {
    expect(reading([shot("a", 0.9, 0.92), shot("b", 0.8, 0.78)])).toMatchObject({
      input: "2 screenshots",
      reached: true,
    });
    expect(reading([shot("a", 0.9, 0.92), shot("b", 0.8, 0.77)])).toMatchObject({ reached: false });
  });

  test("without results has reached nothing, and says why", () => {
    const row = { ...photo, name: "photo.jpg", pillow, browsers: { webkit: { ours: { failure: "no answer" } } } };
    expect(judgeBrowser("webkit", [row])).toMatchObject([
      { browser: "webkit", input: "photo.jpg", unit: "no answer", reached: false },
    ]);
  });

  test("is not judged where there is no Pillow", () => {
    expect(judgeBrowser("webkit", [{ ...photo, name: "photo.jpg", browsers: { webkit: { ours: pillow } } }])).toEqual(
      [],
    );
  });
});
