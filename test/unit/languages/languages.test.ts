/** Every language says everything, in its own words, with the figures it was given as that language writes them. */
import { describe, expect, test } from "vitest";
import { createLocale } from "../../../src/languages/locale.js";
import { withFormWords } from "../../../src/react/forms/form-messages.js";
import { documentWords } from "../../../src/react/documents/document-messages.js";
import { menuWords } from "../../../src/react/menu/menu-messages.js";
import { withPageWords } from "../../../src/react/pages/page-messages.js";
import { withPreviewWords } from "../../../src/react/preview/preview-messages.js";
import { defaultMessages } from "../../../src/react/text/default-messages.js";
import type { DropzoneMessages } from "../../../src/react/text/messages.js";
import { ImageError, type ImageErrorCode } from "../../../src/shared/errors.js";
import type { Advice, AdviceCode, Change, ChangeCode } from "../../../src/shared/types.js";
import type { UrlUnknownReason } from "../../../src/url/types.js";
import { LANGUAGES } from "./all-languages.js";

type Words = Required<DropzoneMessages>;
type FunctionKey = { [Key in keyof Words]: Words[Key] extends string ? never : Key }[keyof Words];

const english: Words = {
  ...defaultMessages,
  ...withPreviewWords(defaultMessages),
  ...menuWords(defaultMessages),
  ...documentWords(defaultMessages),
  ...withPageWords(defaultMessages),
  ...withFormWords(defaultMessages),
};

/** A call, and what its text has to hold: figures as the language writes them, and names. */
type Sample<Args extends unknown[]> = readonly [
  args: Readonly<Args>,
  figures?: readonly number[],
  names?: readonly string[],
];

const [NAME, OTHER] = ["sun.jpg", "moon.png"];
const SOURCE = { width: 40_320, height: 3024, bytes: 4_100_000 };
const SENT = { width: 1280, height: 960, bytes: 212_345 };
const MANY = 1234;
const BIG = { actual: 12_345_678, limit: 4_100_000 };
const NAMES = Array.from({ length: MANY }, (_, index) => `${index}.jpg`);
const OVER = { unit: "bytes", actual: 9_100_000, limit: 5_000_000 } as const;
const link = { url: "https://a.example/b", finalUrl: "https://a.example/b" };
const sizes = ["default", "auto", "photo", "text", "original", "thumbnail"] as const;

const REASONS = {
  "cross-origin": 0,
  unreachable: 0,
  timeout: 0,
  method: 0,
  status: 0,
  length: 0,
  "media-type": 0,
} satisfies Record<UrlUnknownReason, 0>;

/** How `BIG` may appear: as a size, as millions, unchanged. */
const FIGURES = { bytes: [12, 4.1], millions: [12.3, 4.1], plain: [12_345_678, 4_100_000], seconds: [4100], none: [] };
const ERRORS: Readonly<Record<ImageErrorCode, keyof typeof FIGURES>> = {
  "file-empty": "none",
  "file-unreadable": "none",
  "file-too-large": "bytes",
  "file-invalid-type": "none",
  "too-many-files": "none",
  "not-an-image": "none",
  "image-truncated": "none",
  "image-animated": "none",
  "image-too-many-pixels": "millions",
  "image-edge-too-short": "plain",
  "image-edge-too-long": "plain",
  "image-too-large": "bytes",
  "image-format-unsupported": "none",
  "image-undecodable": "none",
  "password-needed": "none",
  "password-wrong": "none",
  "image-unencodable": "none",
  "decode-timeout": "seconds",
  "compress-failed": "none",
  "upload-failed": "none",
  "document-unsupported": "none",
  "document-protected": "none",
  "document-too-large": "bytes",
  "document-too-long": "plain",
  "document-too-many": "none",
  "request-too-large": "bytes",
  "request-too-many-tokens": "plain",
  "url-invalid": "none",
  "url-scheme": "none",
  "url-credentials": "none",
  "url-private-host": "none",
  "url-not-found": "none",
  "url-media-type": "none",
  "url-too-large": "bytes",
  "url-unsupported": "none",
  "url-unreadable": "none",
};

const user = { message: "Do it.", audience: "user" } as const;
const ADVICE: { readonly [Code in AdviceCode]: readonly Sample<[Advice & { code: Code }]>[] } = {
  "fewer-images": [[[{ ...user, code: "fewer-images", images: 1234, maxImages: 5678 }], [1234, 5678]]],
  remove: [
    [[{ ...user, code: "remove", unit: "bytes", excess: 9, images: 1234, isEnough: true }], [1234]],
    [[{ ...user, code: "remove", unit: "bytes", excess: 9, images: 1234, isEnough: false }], [1234]],
    [[{ ...user, code: "remove", unit: "tokens", excess: 9, images: 0, isEnough: false }]],
    [
      [{ ...user, code: "remove", unit: "bytes", excess: 9, images: 1234, isEnough: true, counted: "documents" }],
      [1234],
    ],
    [[{ ...user, code: "remove", unit: "bytes", excess: 9, images: 1234, isEnough: true, counted: "files" }], [1234]],
  ],
  shrink: [[[{ ...user, code: "shrink", unit: "bytes" }]], [[{ ...user, code: "shrink", unit: "tokens" }]]],
  "files-api": [
    [[{ ...user, code: "files-api", uploading: 1234, limitedBy: "app" }], [1234]],
    [[{ ...user, code: "files-api", uploading: 0, limitedBy: "app" }]],
  ],
  "retry-upload": [[[{ ...user, code: "retry-upload", images: 1234 }], [1234]]],
  "batch-api": [
    [
      [{ ...user, code: "batch-api", label: "Batches", maxRequestBytes: 268_435_456, priceRatio: 0.5 }],
      [268.43, 50],
      ["Batches"],
    ],
  ],
  resampled: [
    [
      [{ ...user, code: "resampled", from: SOURCE, to: SENT, box: { width: 1092, height: 1092 }, model: "Opus" }],
      [40_320],
      ["Opus", "1280", "1092"],
    ],
  ],
};

const reason = "It was done.";
const CHANGES: { readonly [Code in ChangeCode]: readonly Sample<[Change & { code: Code }]>[] } = {
  resized: [
    [[{ reason, code: "resized", from: SOURCE, to: SENT, because: "box", box: SENT }], [40_320], ["1280", "960"]],
    [[{ reason, code: "resized", from: SOURCE, to: SENT, because: "bytes" }], [40_320], ["1280", "960"]],
  ],
  reencoded: [
    [[{ reason, code: "reencoded", from: "image/png", to: "image/jpeg", quality: 0.85 }], [85], ["PNG", "JPEG"]],
    [
      [
        {
          reason,
          code: "reencoded",
          from: "image/png",
          to: "image/png",
          insteadOf: { mediaType: "image/jpeg", bytes: 4_100_000 },
        },
      ],
      [4.1],
      ["PNG", "JPEG"],
    ],
  ],
  rotated: [[[{ reason, code: "rotated", orientation: 6 }], [6]]],
  flattened: [
    [[{ reason, code: "flattened", background: "#123456" }], [], ["#123456"]],
    [[{ reason, code: "flattened", background: "#ffffff" }]],
  ],
  padded: [
    [
      [{ reason, code: "padded", from: SOURCE, to: SENT, background: "#ffffff", minEdgePx: 32 }],
      [40_320, 32],
      ["1280", "960"],
    ],
  ],
  "first-frame": [[[{ reason, code: "first-frame", frame: 7 }], [7]], [[{ reason, code: "first-frame", frame: 1 }]]],
  "kept-animation": [
    [
      [{ reason, code: "kept-animation", mediaType: "image/gif", width: 640, height: 480, bytes: 4_100_000 }],
      [4.1],
      ["GIF", "640", "480"],
    ],
  ],
  "contact-sheet": [[[{ reason, code: "contact-sheet", timesMs: [0, 400, 800], frameCount: 40 }], [3, 40]]],
  "animation-unavailable": [[[{ reason, code: "animation-unavailable", asked: "keep", detail: "It has 9 MB." }]]],
  "one-colour": [[[{ reason, code: "one-colour" }]]],
  truncated: [[[{ reason, code: "truncated", mediaType: "image/gif", detail: "it ends" }], [], ["GIF"]]],
  "metadata-stripped": [
    [[{ reason, code: "metadata-stripped", removed: ["EXIF", "XMP"] }], [], ["EXIF", "XMP"]],
    [
      [{ reason, code: "metadata-stripped", removed: ["EXIF (with GPS position)", "stray bytes", "comment"] }],
      [],
      ["EXIF", "GPS"],
    ],
  ],
  "kept-original": [
    [[{ reason, code: "kept-original", because: "fits", width: 1280, height: 960 }], [], ["1280", "960"]],
    [
      [
        {
          reason,
          code: "kept-original",
          because: "smaller",
          mediaType: "image/gif",
          bytes: 4_100_000,
          encodedBytes: 5_200_000,
        },
      ],
      [4.1, 5.2],
    ],
    [
      [
        {
          reason,
          code: "kept-original",
          because: "unwritable",
          mediaType: "image/gif",
          bytes: 4_100_000,
          width: 1280,
          height: 960,
          detail: "No.",
        },
      ],
      [4.1],
      ["1280", "GIF"],
    ],
  ],
  "quality-lowered": [[[{ reason, code: "quality-lowered", from: 0.85, to: 0.62 }], [85, 62]]],
  "decoded-by-plugin": [[[{ reason, code: "decoded-by-plugin", mediaType: "image/heic" }], [], ["HEIC"]]],
  page: [[[{ reason, code: "page", page: 1234 }], [1234]]],
  piece: [[[{ reason, code: "piece", piece: 2, of: 7, rows: { from: 1500, to: 3000 } }], [2, 7, 1500, 3000]]],
  "compressed-by-app": [
    [[{ reason, code: "compressed-by-app", to: "image/webp", isRotatedHere: true }], [], ["WebP"]],
    [[{ reason, code: "compressed-by-app", to: "image/webp", isRotatedHere: false }], [], ["WebP"]],
  ],
  "from-prepared": [[[{ reason, code: "from-prepared", detail: "gone" }]]],
};

const one = [
  [[[NAME]], [], [NAME]],
  [[NAMES], [MANY]],
] as const satisfies readonly Sample<[readonly string[]]>[];
const named = [[[NAME], [], [NAME]]] as const satisfies readonly Sample<[string]>[];
const sized = [[[4_100_000], [4.1]]] as const satisfies readonly Sample<[number]>[];
const counted = [[[MANY], [MANY]], [[1]], [[2]], [[11]]] as const satisfies readonly Sample<[number]>[];

const SAMPLES: { readonly [Key in FunctionKey]: readonly Sample<Parameters<Words[Key]>>[] } = {
  loadingDecoder: [
    [["image/heic", 4_100_000], [4.1], ["HEIC"]],
    [["image/heic", undefined], [], ["HEIC"]],
  ],
  progressLabel: (["prepare", "check", "fetch"] as const).map((step) => [[NAME, step], [], [NAME]] as const),
  picture: [
    [[SOURCE], [40_320, 4.1], ["3,024", "3024"].slice(1)],
    [[{ width: 0, height: 0, bytes: 4_100_000 }], [4.1]],
  ],
  prepared: [[[SOURCE, SENT], [4.1, 212], ["1280"]]],
  linked: [
    [[{ ...link, status: "ok", bytes: 4_100_000, mediaType: "image/png" }], [4.1], ["PNG"]],
    ...(Object.keys(REASONS) as UrlUnknownReason[]).map(
      (why) => [[{ ...link, status: "unknown", reason: why, message: "Unknown." }]] as const,
    ),
  ],
  uploading: [[[42], [42]], [[undefined]]],
  uploadLabel: named,
  uploadFailed: [[[new ImageError("upload-failed", "It broke.")]]],
  remove: named,
  retry: named,
  retryUpload: named,
  rejected: [[[MANY, 9999], [MANY]], [[1, 1]]],
  moveEarlier: named,
  moveLater: named,
  error: [
    ...(Object.keys(ERRORS) as ImageErrorCode[]).flatMap((code) => [
      [[new ImageError(code, "It is bad.", BIG)], FIGURES[ERRORS[code]]] as const,
      [[new ImageError(code, "It is bad.")]] as const,
    ]),
    [
      [new ImageError("file-invalid-type", "It is bad.", { actual: "image/gif", limit: "image/png,image/jpeg" })],
      [],
      ["GIF", "PNG", "JPEG"],
    ],
    [[new ImageError("image-format-unsupported", "It is bad.", { actual: "image/heic" })], [], ["HEIC"]],
    [[new ImageError("url-not-found", "It is bad.", { actual: 410 })], [410]],
    [[new ImageError("too-many-files", "It is bad.", { actual: 6, limit: 5 })], [5]],
  ],
  meterSize: [
    [
      [2_100_000, 32_000_000],
      [2.1, 32],
    ],
    [[4_100_000, Infinity], [4.1]],
  ],
  meterEstimate: [[["4 ##"], [], ["4 ##"]]],
  meterRoom: [[[1, 1]], [[5, 1], [5]], [[0, 1]], [[0, 0]]],
  meterOver: [
    [
      [OVER, 3],
      [4.1, 5],
    ],
    [
      [{ unit: "images", actual: 5678, limit: 1234 }, 3],
      [4444, 1234],
    ],
    [
      [{ unit: "tokens", actual: 5678, limit: 1234 }, 0],
      [4444, 1234],
    ],
  ],
  meterTokensOf: [
    [
      [5678, 1234],
      [5678, 1234],
    ],
  ],
  meterTokens: [
    [[4690, "Claude", false, 0], [4700]],
    [
      [4690, "Claude", true, 7],
      [4700, 7],
    ],
    [[1, "Claude", true, 1]],
  ],
  meterBytes: [
    [
      [12_345, 23_456, "app", "images"],
      [12_345, 23_456],
    ],
    [[12_345, Infinity, "none", "request"], [12_345]],
  ],
  shrinkToFitBy: [
    [
      [MANY, 4_100_000],
      [MANY, 4.1],
    ],
  ],
  shrunk: counted,
  cannotShrink: [
    [[4_100_000, 0], [4.1]],
    [[0, MANY], [MANY]],
    [[4_100_000, 1], [4.1]],
  ],
  removeLast: counted,
  partConversation: sized,
  partImages: sized,
  partDocuments: sized,
  sentAsPdf: [
    [[MANY, 4_100_000], [MANY, 4.1], ["PDF"]],
    [[undefined, 4_100_000], [4.1], ["PDF"]],
    [[1, 4_100_000], [4.1]],
  ],
  meterDocumentsUncounted: counted,
  partPending: sized,
  advice: Object.values(ADVICE).flat(),
  announceAdded: one,
  announceRemoved: one,
  announceSent: one,
  announceProgress: [
    [
      [1234, 5678],
      [1234, 5678],
    ],
  ],
  announceReady: one,
  announceRejected: [
    [[[{ name: NAME, reason: "X!" }]], [], [NAME, "X!"]],
    [[NAMES.map((name) => ({ name, reason: "X!" }))], [MANY], ["0.jpg", "X!"]],
  ],
  announceUploaded: one,
  announceUploadFailed: one,
  announceOver: [
    [
      [OVER, MANY],
      [4.1, MANY],
    ],
    [[OVER, 0], [4.1]],
  ],
  pasteRejected: [[["address"]], [["several"]], [["unreadable"]]],
  openPreview: named,
  dropCount: counted,
  dismiss: named,
  smallText: [
    [
      [
        { width: 100, height: 1 },
        { width: 42, height: 1 },
      ],
      [42],
    ],
  ],
  keepLarger: named,
  split: named,
  removedNotice: one,
  announceRemovedWithUndo: one,
  announceRestored: one,
  announceDismissed: one,
  announceMoved: [
    [
      [1234, 5678, NAME],
      [1234, 5678],
    ],
  ],
  previewPosition: [
    [
      [1234, 5678],
      [1234, 5678],
    ],
  ],
  change: Object.values(CHANGES).flat(),
  compareOriginalAlt: named,
  compareSentAlt: named,
  compareShare: [[[42], [42]]],
  compareSaved: [[[1000, 580], [42]], [[1000, 1420], [42]], [[1000, 1000]]],
  originalUnshown: [[["HEIC"], [], ["HEIC"]]],
  partName: [
    [[NAME, { first: 2, last: 2, of: 1234, arePieces: false }], [2, 1234], [NAME]],
    [[NAME, { first: 3, last: 7, of: 9, arePieces: false }], [3, 7, 9], [NAME]],
    [[NAME, { first: 2, last: 2, of: 3, arePieces: true }], [2, 3], [NAME]],
    [[NAME, { first: 2, last: 4, of: 5, arePieces: true }], [2, 4, 5], [NAME]],
  ],
  itemLabel: [[[NAME, "4 ##"], [], [NAME, "4 ##"]]],
  itemMenu: named,
  menuSize: sizes.map((size) => [[size]] as const),
  menuSizeHint: sizes.map((size) => [[size]] as const),
  announcePinned: named,
  announceUnpinned: named,
  tileKeys: [[["Alt"]], [["Option"]], [[undefined]]],
  passwordLabel: named,
  pagesTitle: [[[OTHER], [], [OTHER]]],
  pagesHint: [[[5]], [[9]]],
  pagesUnknown: [[[MANY], [MANY]]],
  pagesLimit: [
    [["Claude", 1234, 5678], [1234, 5678], ["Claude"]],
    [
      [undefined, 1234, 5678],
      [1234, 5678],
    ],
  ],
  page: [[[1234], [1234]]],
  pagesChosen: [
    [
      [1234, 5678],
      [1234, 5678],
    ],
  ],
  pagesTooMany: [[[1234], [1234]]],
  pagesFirst: [[[1234], [1234]]],
  pagesUse: counted,
};

const keys = Object.keys(english) as (keyof Words)[];
const isFunctionKey = (key: keyof Words): key is FunctionKey => typeof english[key] === "function";

/** The text of each sample; `call` is the one place where a key and its arguments are known to belong together by the table alone. */
function textsOf(
  words: Words,
  key: keyof Words,
): { text: string; figures: readonly number[]; names: readonly string[] }[] {
  if (!isFunctionKey(key)) return [{ text: words[key], figures: [], names: [] }];
  const call = words[key] as (...args: unknown[]) => string;
  return SAMPLES[key].map(([args, figures = [], names = []]) => ({ text: call(...args), figures, names }));
}

/** Left over from English. "Original" and such are words of other languages, too. */
const ENGLISH =
  /\b(the|of|and|is|are|this|these|files?|add(ed)?|removed?|sent|send|over|size|larger|smaller|too|with|not|was|were|be|it|bad|done|drop|show|loading|link|prepar(e|ing)|pictures?|open|shrink|message|your|failed|stray|comment)\b/i;

describe.each(LANGUAGES)("language: $tag", ({ tag, words, sameAsEnglish, mayHold, misprint }) => {
  const format = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, "");

  test("says everything that English says", () => {
    expect(Object.keys(words).toSorted()).toEqual(keys.toSorted());
    const empty = keys.filter((key) => textsOf(words, key).some(({ text }) => text.trim() === ""));
    expect(empty).toEqual([]);
    expect(words.meterRoom(20, 1)).toBe("");
  });

  test("leaves nothing in English", () => {
    const letters = (text: string) => text.replaceAll(/\d[\d.,]*|\b(B|kB|MB|GB|PNG|JPEG|HEIC|\w+\.(jpg|png))\b/g, "");
    const same = keys.filter((key) => {
      const theirs = textsOf(english, key);
      return textsOf(words, key).some(({ text }, at) => text === theirs[at]!.text && /[a-z]/i.test(letters(text)));
    });
    expect(same.toSorted()).toEqual([...sameAsEnglish].toSorted());
    const left = keys.flatMap((key) =>
      textsOf(words, key)
        .map(({ text }) => text.replaceAll(/Files API|box: "endpoint"|https?:\S*/g, "").replaceAll(mayHold, ""))
        .filter((text) => ENGLISH.test(text)),
    );
    expect(left).toEqual([]);
  });

  test("punctuates as its readers do", () => {
    const found = keys.flatMap((key) =>
      textsOf(words, key).flatMap(({ text, names }) => {
        const own = [...names, 'box: "endpoint"'].reduce((left, name) => left.replaceAll(name, ""), text);
        return misprint.test(own.replaceAll(/https?:\S*/g, "")) ? [`${key}: ${text}`] : [];
      }),
    );
    expect(found).toEqual([]);
  });

  test("holds the figures and the names that it is given, in its own digits", () => {
    const missing = keys.flatMap((key) =>
      textsOf(words, key).flatMap(({ text, figures, names }) =>
        [...figures.map((figure) => [format.format(figure), String(figure)]), ...names.map((name) => [name])]
          // Sides of pictures and numbers of pages may stand without a separator.
          .filter((ways) => !ways.some((way) => plain(text).includes(way)))
          .map(([wanted]) => `${key}: ${wanted} in ${text}`),
      ),
    );
    expect(missing).toEqual([]);
    expect(words.meterTokensOf(12_345, 67_890)).toContain(format.format(12_345));
  });
});

describe("a locale", () => {
  test("picks the plural form, and leaves the rest to the last", () => {
    const arabic = createLocale("ar");
    const forms = { zero: "z", one: "1", two: "2", few: "f #", many: "m #", other: "o #" };
    const shown = [0, 1, 2, 3, 11, 100].map((count) => arabic.count(count, forms));
    expect(shown.map((text) => text[0])).toEqual(["z", "1", "2", "f", "m", "o"]);
    expect(createLocale("ar").count(3, { other: "x" })).toBe("x");
  });

  test("puts a name into its text as it is", () => {
    expect(createLocale("de").names(["$&#.jpg"], "<#>", { other: "" })).toBe("<$&#.jpg>");
  });

  test.each(["xx", "tlh", "not a locale", ""])("%j, which Intl does not know, has English figures", (tag) => {
    const unknown = createLocale(tag);
    expect(unknown.bytes(4_100_000)).toBe("4.1 MB");
    expect(unknown.count(1234, { one: "one", other: "# images" })).toBe("1,234 images");
    expect(unknown.formats("image/png,image/gif,image/webp")).toBe("PNG, GIF, and WebP");
  });

  test("shows what is no figure as a question mark, as in English", () => {
    const { bytes, number } = createLocale("de");
    expect([bytes(undefined), bytes(Number.NaN), bytes(-1), number("many")]).toEqual(["?", "?", "?", "?"]);
  });
});
