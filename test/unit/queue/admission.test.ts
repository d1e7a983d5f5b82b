import { describe, expect, it } from "vitest";
import { admit, rulesFor } from "../../../src/queue/admission.js";
import type { ImageItem } from "../../../src/queue/types.js";
import { anthropicMessages } from "../../../src/endpoints.js";

/** w waiting, k working, r ready, x rejected: "rkw" is a list of three files. In capitals: addresses. */
function list(states: string): ImageItem[] {
  const statuses = { w: "waiting", k: "working", r: "ready", x: "rejected" } as const;
  return [...states].map(
    (state, index) =>
      ({
        id: String(index),
        status: statuses[state.toLowerCase() as keyof typeof statuses],
        file: state === state.toUpperCase() ? undefined : new Blob(),
      }) as ImageItem,
  );
}
const rules = (maxImages: number, concurrency = 3) => ({ maxImages, maxImagesOwner: undefined, concurrency });
const ids = (reject: readonly { id: string }[]) => reject.map(({ id }) => id);

describe("admit", () => {
  it("starts in order, up to what the pool can use", () => {
    expect(admit(list("wwwww"), rules(Number.POSITIVE_INFINITY)).start).toEqual(["0", "1", "2"]);
    expect(admit(list("kkww"), rules(Number.POSITIVE_INFINITY)).start).toEqual(["2"]);
  });

  it("checks a few addresses beside the files, so that neither delays the other", () => {
    expect(admit(list("WWWWWWww"), rules(Number.POSITIVE_INFINITY)).start).toEqual(["0", "1", "2", "3", "6", "7"]);
    expect(admit(list("KKKKWkkkw"), rules(Number.POSITIVE_INFINITY)).start).toEqual([]);
    expect(admit(list("KkWw"), rules(Number.POSITIVE_INFINITY)).start).toEqual(["2", "3"]);
  });

  it("assigns places in the order of the list, whatever is in them", () => {
    expect(admit(list("WwW"), rules(2)).start).toEqual(["0", "1"]);
    expect(ids(admit(list("RwRW"), rules(2)).reject)).toEqual(["1", "3"]);
  });

  it("keeps the first N and rejects the surplus only when their places are taken for good (T36)", () => {
    expect(admit(list("www"), rules(2))).toEqual({ start: ["0", "1"], reject: [] });
    expect(admit(list("kkw"), rules(2))).toEqual({ start: [], reject: [] });
    expect(ids(admit(list("rrw"), rules(2)).reject)).toEqual(["2"]);
  });

  it("gives the place of a rejected file to the next (T36)", () => {
    expect(admit(list("xrw"), rules(2)).start).toEqual(["2"]);
  });

  it("says how many, and whose limit it is", () => {
    const { error } = admit(list("rw"), rules(1)).reject[0]!;
    expect(error).toMatchObject({
      code: "too-many-files",
      limit: 1,
      actual: 2,
      message: "This message takes at most 1 image; this is one more.",
    });
  });
});

describe("rulesFor", () => {
  it("takes the smaller of the app's and the endpoint's count and names its owner", () => {
    const endpoint = anthropicMessages;
    expect(rulesFor({ endpoint }, 2, [])).toMatchObject({ maxImages: 600, maxImagesOwner: "Anthropic Messages" });
    expect(rulesFor({ endpoint, maxFiles: 5 }, 2, [])).toMatchObject({ maxImages: 5, maxImagesOwner: undefined });
  });
});
