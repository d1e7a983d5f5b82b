import { describe, expect, test } from "vitest";
import type { RequestEstimate } from "../../src/meter/types.js";
import { ImageError } from "../../src/shared/errors.js";
import type { ImageItem, QueueStatus } from "../../src/queue/types.js";
import { announce } from "../../src/react/text/announce.js";
import { defaultMessages } from "../../src/react/text/default-messages.js";
import { preparedImage } from "../fixtures/prepared-image.js";

const REMOVE = {
  code: "remove",
  audience: "user",
  unit: "bytes",
  excess: 58_994,
  images: 1,
  isEnough: true,
  message: "",
} as const;
const OVER: RequestEstimate = {
  bytes: 358_994,
  cap: 300_000,
  capOwner: "endpoint",
  ratio: 1.2,
  level: "over",
  limitedBy: "bytes",
  exact: true,
  covers: "request",
  parts: { conversation: 0, images: 358_994, pending: 0 },
  imagesThatStillFit: 0,
  advice: [REMOVE],
};
const file = new Blob();
const header = {
  mediaType: "image/jpeg",
  width: 4,
  height: 3,
  orientation: 1,
  frames: "one",
  alpha: false,
  bytes: 9,
} as const;
const item = (name: string, status: ImageItem["status"]): ImageItem => {
  const base = { id: name, name, label: name, file };
  if (status === "ready") return { ...base, status, image: preparedImage(), upload: { status: "none" } };
  if (status === "rejected") return { ...base, status, error: new ImageError("file-empty", `${name} is empty.`) };
  return status === "working" ? { ...base, status, step: "prepare", header } : { ...base, status };
};
/** What did not change is the same object, as in the queue. */
const known = new Map<string, ImageItem>();
function kept(spec: string, make: () => ImageItem): ImageItem {
  const one = known.get(spec) ?? make();
  known.set(spec, one);
  return one;
}
const list = (spec: string): ImageItem[] =>
  spec === ""
    ? []
    : spec.split(" ").map((one) => {
        const [name = "", status = ""] = one.split(":");
        return kept(one, () => item(name, status as ImageItem["status"]));
      });
const uploads = (spec: string): ImageItem[] =>
  list(spec.replaceAll(/:\w+/g, ":ready")).map((one, index) => {
    const status = spec.split(" ")[index]!.split(":")[1];
    const error = new ImageError("upload-failed", "503");
    const state = {
      none: { status: "none" },
      uploading: { status: "uploading", fraction: 0.4 },
      uploaded: { status: "uploaded", fileId: "f", provider: "p" },
      failed: { status: "failed", error },
    } as const;
    return kept(
      `${one.id} upload ${status}`,
      () => ({ ...one, upload: state[status as keyof typeof state] }) as ImageItem,
    );
  });
const many = (count: number, done: number) =>
  Array.from({ length: count }, (_, index) => item(`${index}`, index < done ? "ready" : "working"));
const say = (
  before: ImageItem[],
  after: ImageItem[],
  from: QueueStatus = "working",
  to: QueueStatus = "working",
  sent: readonly string[] = [],
) =>
  announce(
    { items: before, status: from, sent: new Set() },
    { items: after, status: to, sent: new Set(sent) },
    defaultMessages,
  ).text;

describe("announcements: one state to the next", () => {
  test.each([
    ["one added", "", "a:working", "a added."],
    ["several added", "", "a:working b:working c:working", "3 images added."],
    ["ready", "a:working", "a:ready", "a ready."],
    ["the last of several ready", "a:ready b:working", "a:ready b:ready", "2 images ready."],
    ["added and ready at once", "", "a:ready", "a ready."],
    ["removed", "a:ready b:ready", "b:ready", "a removed."],
    ["rejected, with its reason", "a:working", "a:rejected", "a wasn't added: a is empty."],
    [
      "four rejected",
      "",
      "a:rejected b:rejected c:rejected d:rejected",
      "4 files weren't added. The first, a: a is empty.",
    ],
    ["one between others that stay", "a:ready b:working c:ready d:ready", "a:ready c:ready d:ready", "b removed."],
    ["PDF files beside images", "", "a:working b:working c.pdf:working", "2 images added. c.pdf added."],
    ["many PDF files", "", "a.pdf:working b.pdf:working c.pdf:working d.pdf:working", "4 images added."],
    ["PDF files ready", "a.pdf:working b.PDF:ready", "a.pdf:ready b.PDF:ready", "a.pdf ready. b.PDF ready."],
    ["one more of the kind before it", "a:ready b:ready", "a:ready b:ready c:working", "c added."],
    [
      "the last of several ready, between others",
      "a:ready b:working c:ready",
      "a:ready b:ready c:ready",
      "3 images ready.",
    ],
    [
      "one rejected between others",
      "a:ready b:working c:ready",
      "a:ready b:rejected c:ready",
      "b wasn't added: b is empty.",
    ],
    ["a rejected one beside one being prepared", "", "a:rejected b:working", "b added. a wasn't added: a is empty."],
  ])("%s", (_, before, after, words) => {
    expect(say(list(before), list(after))).toBe(words);
  });

  test.each([
    ["nothing changed", "a:ready", "a:ready"],
    ["work begins", "a:waiting", "a:working"],
    ["the order changed", "a:ready b:ready", "b:ready a:ready"],
    ["one of a few is ready", "a:working b:working", "a:ready b:working"],
  ])("silence when %s", (_, before, after) => {
    expect(say(list(before), list(after))).toBeUndefined();
  });

  test.each([
    ["the last upload is done", "a:uploading b:uploaded", "a:uploaded b:uploaded", "2 images uploaded."],
    [
      "one fails on the way",
      "a:uploading b:uploading",
      "a:failed b:uploading",
      "a could not be uploaded and will be sent with the message.",
    ],
    [
      "the rest is done after a failure, which is no news",
      "a:failed b:uploading",
      "a:failed b:uploaded",
      "b uploaded.",
    ],
    [
      "the last upload is done, between others",
      "a:uploaded b:uploading c:uploaded",
      "a:uploaded b:uploaded c:uploaded",
      "3 images uploaded.",
    ],
    ["the last one being prepared is removed", "a:uploaded b:uploading", "a:uploaded", "b removed. a uploaded."],
  ])("%s", (_, before, after, words) => {
    expect(say(uploads(before), uploads(after))).toBe(words);
  });

  test.each([
    ["an upload begins", "a:none b:none", "a:uploading b:none"],
    ["one of several is stored", "a:uploading b:uploading", "a:uploaded b:uploading"],
    [
      "one is stored before another that is still being prepared",
      "a:uploaded b:uploading c:uploading",
      "a:uploaded b:uploaded c:uploading",
    ],
    [
      "one is stored behind another that is still being prepared",
      "a:uploading b:uploading c:uploaded",
      "a:uploading b:uploaded c:uploaded",
    ],
    ["stored ones change places", "a:uploaded b:uploaded", "b:uploaded a:uploaded"],
    ["a failed upload is tried again", "a:failed", "a:uploading"],
  ])("silence when %s", (_, before, after) => {
    expect(say(uploads(before), uploads(after))).toBeUndefined();
  });

  test("addresses as files, from being added to being ready or rejected", () => {
    const url = "https://cdn.example.com/a.jpg?secret=1";
    const base = { id: "1", name: "cdn.example.com/a.jpg", label: "cdn.example.com/a.jpg", file: undefined, url };
    const checking = { ...base, status: "working", step: "check", header: undefined } as const;
    const linked = {
      ...base,
      status: "ready",
      image: undefined,
      check: { status: "unknown", url, reason: "timeout", message: "Size unknown." },
    } as const;
    const rejected = { ...base, status: "rejected", error: new ImageError("url-unreadable", "No answer.") } as const;
    expect(say([], [checking])).toBe("cdn.example.com/a.jpg added.");
    expect(say([checking], [{ ...checking, step: "fetch" }])).toBeUndefined();
    expect(say([checking], [linked])).toBe("cdn.example.com/a.jpg ready.");
    expect(say([checking], [rejected])).toBe("cdn.example.com/a.jpg wasn't added: No answer.");
    expect(say([linked, ...uploads("b:uploading")], [linked, ...uploads("b:uploaded")])).toBe("b uploaded.");
  });

  test("a large batch reports each quarter, not each image", () => {
    const spoken = Array.from({ length: 20 }, (_, done) => say(many(20, done), many(20, done + 1))).filter(Boolean);
    expect(spoken).toEqual(["5 of 20 ready.", "10 of 20 ready.", "15 of 20 ready.", "20 images ready."]);
  });

  test("the rejections of a large batch are one sentence, whatever their order, and with each quarter done", () => {
    const speak = (states: ImageItem[][]) => {
      const spoken: string[] = [];
      let waiting: ReadonlySet<string> = new Set();
      for (const [index, items] of states.entries()) {
        const before = { items: states[index - 1] ?? [], status: "working", sent: new Set<string>() } as const;
        const said = announce(before, { ...before, items }, defaultMessages, waiting);
        ({ waiting } = said);
        if (said.text) spoken.push(said.text);
      }
      return spoken;
    };
    const list39 = (rejected: number) =>
      Array.from({ length: 39 }, (_, index) => item(`${index}`, index < rejected ? "rejected" : "working"));
    expect(speak(Array.from({ length: 40 }, (_, rejected) => list39(rejected)))).toEqual([
      "39 images added.",
      "39 files weren't added. The first, 0: 0 is empty.",
    ]);
    const mixed = (done: number) =>
      Array.from({ length: 10 }, (_, index) =>
        item(`${index}`, index >= done ? "working" : index < 2 ? "rejected" : "ready"),
      );
    expect(speak(Array.from({ length: 11 }, (_, done) => mixed(done)))).toEqual([
      "10 images added.",
      "0 wasn't added: 0 is empty. 1 wasn't added: 1 is empty. 2 of 8 ready.",
      "4 of 8 ready.",
      "6 of 8 ready.",
      "8 images ready.",
    ]);
    // One that is removed or tried again while it waits is no longer rejected.
    const gone = list39(5).slice(4);
    expect(speak([list39(0), list39(5), gone, gone.map(({ name }) => item(name, "rejected"))]).at(-1)).toMatch(
      /^35 files weren't added\. The first, 4:/,
    );
  });

  /** What is said of one state after the other; `late`: nothing more happens for a while after the last. */
  function speech(late: boolean, ...states: ImageItem[][]): string[] {
    let waiting: ReadonlySet<string> = new Set();
    const spoken: (string | undefined)[] = [];
    const tell = (from: ImageItem[], to: ImageItem[], isLate: boolean) => {
      const state = { status: "working", sent: new Set<string>() } as const;
      const said = announce({ ...state, items: from }, { ...state, items: to }, defaultMessages, waiting, isLate);
      ({ waiting } = said);
      spoken.push(said.text);
    };
    states.forEach((items, index) => tell(states[index - 1] ?? [], items, false));
    if (late) tell(states.at(-1)!, states.at(-1)!, true);
    return spoken.filter((text) => text !== undefined);
  }

  test("a bad file is only rejected, not added first", () => {
    expect(speech(false, list("a:waiting"), list("a:rejected"))).toEqual(["a wasn't added: a is empty."]);
    expect(
      speech(false, list("a:waiting b:waiting"), list("a:rejected b:waiting"), list("a:rejected b:working")),
    ).toEqual(["a wasn't added: a is empty.", "b added."]);
    expect(speech(false, list("a:waiting"), list("a:working"), list("a:ready"))).toEqual(["a added.", "a ready."]);
    expect(speech(false, list("a:waiting"), list("a:ready"))).toEqual(["a ready."]);
  });

  test("a file whose header does not come is announced after a while, once", () => {
    expect(speech(true, list("a:waiting b:working"))).toEqual(["2 images added."]);
    expect(speech(true, list("a:working"))).toEqual(["a added."]);
  });

  const speak = (before: Partial<Parameters<typeof announce>[0]>, after: Partial<Parameters<typeof announce>[0]>) => {
    const state = { items: [], status: "working", sent: new Set<string>() } as const;
    return announce({ ...state, ...before }, { ...state, ...after }, defaultMessages).text;
  };

  test("a removal that can be undone says so, and undoing it is not an addition", () => {
    const [both, rest] = [list("a:ready b:ready"), list("b:ready")];
    expect(speak({ items: both }, { items: rest, removed: list("a:ready") })).toBe("Removed a. Undo available.");
    expect(speak({ items: rest, removed: list("a:waiting") }, { items: list("a:waiting b:ready") })).toBe(
      "a restored.",
    );
    expect(speak({ items: list("c:rejected") }, { items: [] })).toBe("c dismissed.");
  });

  test("a move announces the new place among those that are sent; a new order by the app is not a move", () => {
    const [before, after] = [list("a:ready x:rejected b:ready c:ready"), list("b:ready a:ready x:rejected c:ready")];
    expect(speak({ items: before }, { items: after, movedId: "b" })).toBe("Moved to 1 of 3.");
    expect(speak({ items: before }, { items: after, movedId: "a" })).toBe("Moved to 2 of 3.");
    expect(speak({ items: before }, { items: after })).toBeUndefined();
    expect(speak({ items: list("a:working b:ready") }, { items: list("a:ready b:ready"), movedId: "a" })).toBe(
      "2 images ready.",
    );
  });

  test("sent images are not announced as removed, nor are rejected files removed with them", () => {
    expect(say(list("a:ready"), [], "ready", "empty", ["a"])).toBe("a sent.");
    expect(say(list("a:ready b:rejected c:ready"), list("d:working"), "ready", "working", ["a", "b", "c"])).toBe(
      "2 images sent. d added.",
    );
    expect(say(list("a:ready b:ready"), [], "ready", "empty", ["a"])).toBe("b removed. a sent.");
    expect(say(list("b:ready"), list("a:working"), "ready", "working", ["a"])).toBe("b removed. a added.");
  });

  test("passing the limit is said once, and again when a removal was not enough", () => {
    const over = { status: "over", estimate: OVER } as const;
    expect(speak({ items: list("a:working") }, { ...over, items: list("a:ready") })).toBe(
      "a ready. 59 kB over the limit: remove one image.",
    );
    const two = list("a:ready b:ready");
    expect(speak({ ...over, items: [...two, ...list("c:rejected")] }, { ...over, items: two })).toBe("c dismissed.");
    expect(speak({ ...over, items: two }, { ...over, items: list("a:ready") })).toBe(
      "b removed. 59 kB over the limit: remove one image.",
    );
  });

  test.each<[string, Partial<RequestEstimate>, string]>([
    ["bytes, of several images", { advice: [{ ...REMOVE, images: 3 }] }, "59 kB over the limit: remove 3 images."],
    [
      "bytes, of more than the images",
      { advice: [{ ...REMOVE, isEnough: false }] },
      "59 kB over the limit: shorten the message.",
    ],
    [
      "bytes, of PDF files",
      { advice: [{ ...REMOVE, counted: "documents", message: "Remove one document to send this." }] },
      "59 kB over the 300 kB limit: Remove one document to send this.",
    ],
    [
      "images",
      {
        limitedBy: "images",
        bytes: 100,
        advice: [{ code: "fewer-images", audience: "user", images: 2, maxImages: 20, message: "" }],
      },
      "2 images over the limit: remove 2 images.",
    ],
    [
      "tokens",
      {
        limitedBy: "tokens",
        bytes: 100,
        tokens: { total: 9000, conversation: 200, limit: 8000, perImage: [9000], model: "m", uncounted: 0 },
        advice: [{ ...REMOVE, unit: "tokens" }],
      },
      "1,200 tokens over the limit: remove one image.",
    ],
    [
      "tokens, with PDF files that are too many bytes",
      {
        limitedBy: "tokens",
        tokens: { total: 9000, conversation: 200, limit: 3000, perImage: [9000], model: "m", uncounted: 0 },
        advice: [
          { ...REMOVE, counted: "documents" },
          { ...REMOVE, unit: "tokens" },
        ],
      },
      "6,200 tokens over the limit: remove one image.",
    ],
  ])("the limit that is passed is named, and what would do: %s", (_, change, words) => {
    const items = list("a:ready");
    expect(speak({ items, status: "ready" }, { items, status: "over", estimate: { ...OVER, ...change } })).toBe(words);
  });

  test("fitting again is announced, and what was made smaller for it", () => {
    const items = list("a:ready b:ready");
    expect(speak({ items, status: "over" }, { items, status: "ready" })).toBe("The message fits again.");
    const shrinking = { items, status: "working", wasOver: true, fitting: { status: "shrinking" } } as const;
    const shrunk = { status: "shrunk", imageCount: 2, savedBytes: 9 } as const;
    expect(speak(shrinking, { items, status: "ready", fitting: shrunk })).toBe(
      "2 images shrunk to fit. The message fits again.",
    );
    const impossible = { status: "impossible", missingBytes: 59_000 } as const;
    const lost = { ...impossible, unreadableCount: 2 };
    expect(speak(shrinking, { items, status: "over", fitting: lost, estimate: OVER })).toMatch(
      /2 images can no longer be read: add them again to shrink them\./,
    );
    expect(speak(shrinking, { items, status: "over", fitting: impossible, estimate: OVER })).toBe(
      "Still 59 kB too large at the smallest size. 59 kB over the limit: remove one image.",
    );
  });
});
