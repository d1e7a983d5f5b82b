import { describe, expect, it } from "vitest";
import { type FitImage, type FitInput, type FitPlan, type Made, planFit } from "../../../src/fitting/plan-fit.js";

const PHOTO: Made = { width: 1280, height: 960, quality: 0.85, bytes: 200_000 };

function image(
  id: string,
  {
    full = {},
    now = {},
    ...rest
  }: { full?: Partial<Made>; now?: Partial<Made> } & Partial<Omit<FitImage, "full" | "now">> = {},
): FitImage {
  const made = { ...PHOTO, ...full };
  return { id, full: made, now: { ...made, ...now }, floorBytes: undefined, isPinned: false, ...rest };
}
const goals = (input: FitInput) => {
  const plan = planFit(input);
  if (plan.status === "impossible") throw new Error(`impossible, ${plan.missingBytes}`);
  return plan.changes;
};
const bytes = (plan: FitPlan, id: string) => (plan.status === "possible" ? plan.changes.get(id)?.maxBytes : undefined);

describe("planFit", () => {
  it("changes nothing where all fits", () => {
    expect(goals({ roomBytes: 400_000, images: [image("a"), image("b")] }).size).toBe(0);
  });

  it("lowers all alike, and shares out all of the room", () => {
    const plan = goals({
      roomBytes: 300_000,
      images: [image("a"), image("b", { full: { bytes: 100_000 } }), image("c", { full: { bytes: 140_000 } })],
    });
    const shares = [
      plan.get("a")!.maxBytes / 200_000,
      plan.get("b")!.maxBytes / 100_000,
      plan.get("c")!.maxBytes / 140_000,
    ];
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(0.12);
    const sum = [...plan.values()].reduce((all, { maxBytes }) => all + maxBytes, 0);
    expect(sum).toBeLessThanOrEqual(300_000);
    expect(sum).toBeGreaterThan(299_990);
  });

  it("leaves alone what is at a lower quality already, until the others are there too", () => {
    const low = image("low", { full: { quality: 0.6, bytes: 110_000 } });
    expect(goals({ roomBytes: 290_000, images: [image("a"), low] }).has("low")).toBe(false);
    expect(goals({ roomBytes: 190_000, images: [image("a"), low] }).has("low")).toBe(true);
  });

  it("takes the longest sides first once the quality is at its lowest", () => {
    const large = image("large", { full: { width: 2400, height: 1800, bytes: 700_000 } });
    // At the lowest quality they have about 329,000 and 94,000.
    const plan = planFit({ roomBytes: 300_000, images: [large, image("small")] });
    expect(bytes(plan, "large")! / 700_000).toBeLessThan(0.33);
    expect(bytes(plan, "small")! / 200_000).toBeGreaterThan(0.44);
  });

  it("touches pinned images only when the others are at their least", () => {
    const images = [image("pinned", { isPinned: true }), image("a")];
    expect(goals({ roomBytes: 300_000, images }).has("pinned")).toBe(false);
    const plan = planFit({ roomBytes: 150_000, images });
    expect(bytes(plan, "pinned")).toBeLessThan(150_000);
    expect(bytes(plan, "a")! / 200_000).toBeLessThan(0.1);
  });

  it("uses what was found out: an image that was made, and the least bytes of one", () => {
    const known = image("a", { full: {}, now: { quality: 0.6, bytes: 150_000 } });
    // A screenshot: at 0.6 it has 75 % of its bytes where photos have 54 %.
    const plan = planFit({ roomBytes: 280_000, images: [known, image("b")] });
    expect(bytes(plan, "b")).toBeGreaterThan(110_000);
    const incompressible = image("c", { floorBytes: 180_000 });
    expect(planFit({ roomBytes: 170_000, images: [incompressible] })).toEqual({
      status: "impossible",
      missingBytes: 10_000,
    });
  });

  it("restores quality when there is room: fully if possible", () => {
    const shrunk = (id: string) => image(id, { now: { quality: 0.6, bytes: 108_000 } });
    expect([...goals({ roomBytes: 450_000, images: [shrunk("a"), shrunk("b")] }).values()]).toEqual([
      { width: 1280, height: 960, maxBytes: 200_000 },
      { width: 1280, height: 960, maxBytes: 200_000 },
    ]);
    const some = goals({ roomBytes: 300_000, images: [shrunk("a"), shrunk("b")] });
    for (const { maxBytes } of some.values()) expect(maxBytes).toBeGreaterThan(120_000);
  });

  it("makes only a few again when one is added", () => {
    const shrunk = Array.from({ length: 30 }, (_, at) => image(String(at), { now: { quality: 0.7, bytes: 130_000 } }));
    const plan = goals({ roomBytes: 30 * 130_000 + 500, images: [...shrunk, image("added")] });
    expect(plan.size).toBeGreaterThan(1);
    expect(plan.size).toBeLessThan(20);
  });

  it.each([
    ["no room", 0],
    ["less than none", -50_000],
    ["far too little", 2_000],
  ])("is impossible with %s, and says what is missing", (_name, roomBytes) => {
    const plan = planFit({ roomBytes, images: [image("a"), image("b")] });
    expect(plan.status).toBe("impossible");
    expect(plan.status === "impossible" && plan.missingBytes).toBeGreaterThan(10_000 - roomBytes);
  });

  it("has nothing to do for no images, and misses what the conversation has too much", () => {
    expect(planFit({ roomBytes: 10, images: [] })).toEqual({ status: "possible", changes: new Map() });
    expect(planFit({ roomBytes: -10, images: [] })).toEqual({ status: "impossible", missingBytes: 10 });
  });

  it("tries a plan that is estimated to be slightly too large", () => {
    const plan = goals({ roomBytes: 10_000, images: [image("a")] });
    expect(plan.get("a")!.maxBytes).toBeLessThanOrEqual(10_000);
  });

  describe("planFit: with a limit on tokens", () => {
    const of = ({ width, height }: { width: number; height: number }) => (width * height) / 750;
    const roomBytes = Number.POSITIVE_INFINITY;

    it("makes the largest smaller, at their quality", () => {
      const large = image("large", { full: { width: 2000, height: 1500, bytes: 600_000 } });
      const small = image("small", { full: { width: 800, height: 600, bytes: 80_000 } });
      const plan = goals({ roomBytes, images: [large, small], tokens: { room: 2_500, of } });
      expect([...plan.keys()]).toEqual(["large"]);
      const { width, height } = plan.get("large")!;
      expect(of({ width, height }) + of({ width: 800, height: 600 })).toBeLessThanOrEqual(2_500);
      expect(of({ width, height })).toBeGreaterThan(1_800);
    });

    it("is impossible where the smallest cost too much: no bytes are missing", () => {
      const plan = planFit({ roomBytes, images: [image("a")], tokens: { room: 50, of } });
      expect(plan).toEqual({ status: "impossible", missingBytes: 0 });
    });
  });
});
