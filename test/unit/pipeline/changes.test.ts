import { describe, expect, it, test } from "vitest";
import {
  encodedChanges,
  type EncodedFacts,
  keptBecauseItFits,
  keptBecauseSmaller,
  keptBecauseUnwritable,
  keptChanges,
  normalizedChanges,
  pieceChanges,
  oneColourChanges,
} from "../../../src/pipeline/changes.js";
import { resolveSettings } from "../../../src/shared/settings.js";
import type { Change, ChangeCode, ImageHeader } from "../../../src/shared/types.js";
import { expectFigures } from "../../fixtures/expect-figures.js";

const header: ImageHeader = {
  mediaType: "image/png",
  width: 4032,
  height: 3024,
  orientation: 1,
  frames: "one",
  alpha: true,
  bytes: 4_170_331,
};
const from = { width: 4032, height: 3024 };
const portrait = { width: 720, height: 1280 };
const small = { width: 640, height: 480 };

function encoded(more: Partial<EncodedFacts> = {}): Change[] {
  const settings = resolveSettings({ background: "#102030" });
  const sent = { width: 1280, height: 960, mediaType: "image/jpeg", alpha: false } as const;
  const facts: EncodedFacts = {
    header,
    settings,
    sent,
    picture: { width: 1280, height: 960 },
    quality: settings.quality,
    reducedForBytes: false,
    byApp: false,
    isOneColour: false,
    ...more,
  };
  return encodedChanges(facts);
}

const noApp = { decodes: [], sniffs: false, compresses: false };

/** Every code, so that one that is new and missing here does not compile. */
const TABLE: Record<ChangeCode, [changes: Change[], figures: Record<string, unknown>][]> = {
  resized: [
    [encoded(), { from, to: { width: 1280, height: 960 }, because: "box", box: { width: 1280, height: 960 } }],
    [
      // The box is named as it was used: rotated for a portrait.
      encoded({
        settings: resolveSettings({ box: { width: 1280, height: 960, turn: true } }),
        picture: portrait,
        sent: { ...portrait, mediaType: "image/jpeg", alpha: false },
      }),
      { from, to: portrait, because: "box", box: { width: 960, height: 1280 } },
    ],
    [
      encoded({ picture: small, sent: { ...small, mediaType: "image/jpeg", alpha: false }, reducedForBytes: true }),
      { from, to: small, because: "bytes" },
    ],
  ],
  reencoded: [
    [encoded(), { from: "image/png", to: "image/jpeg", quality: 0.85 }],
    [encoded({ sent: { ...small, mediaType: "image/png", alpha: true } }), { from: "image/png", to: "image/png" }],
  ],
  rotated: [[encoded({ header: { ...header, orientation: 6 } }), { orientation: 6 }]],
  flattened: [[encoded({ sent: { ...small, mediaType: "image/jpeg", alpha: true } }), { background: "#102030" }]],
  padded: [
    [
      encoded({
        picture: { width: 1280, height: 4 },
        settings: resolveSettings({ background: "#102030" }),
        sent: { width: 1280, height: 8, mediaType: "image/jpeg", alpha: false },
      }),
      { from: { width: 1280, height: 4 }, to: { width: 1280, height: 8 }, background: "#102030", minEdgePx: 1 },
    ],
  ],
  "first-frame": [
    [encoded({ header: { ...header, frames: "many" } }), { frame: 1 }],
    [encoded({ header: { ...header, frames: "many" }, frameIndex: 2 }), { frame: 3 }],
  ],
  // Made of real files: test/browser/field/animation.test.ts.
  "kept-animation": [],
  "contact-sheet": [],
  "animation-unavailable": [],
  "one-colour": [[oneColourChanges({ isOneColour: true }), {}]],
  truncated: [
    [
      normalizedChanges({
        by: undefined,
        truncated: { kind: "truncated", why: "it holds 12 of its 300 rows" },
        originalHeader: header,
        app: noApp,
      }),
      { mediaType: "image/png", detail: "it holds 12 of its 300 rows" },
    ],
  ],
  "metadata-stripped": [[keptChanges(["EXIF", "XMP"], keptBecauseItFits(header)), { removed: ["EXIF", "XMP"] }]],
  "kept-original": [
    [keptChanges([], keptBecauseItFits(header)), { because: "fits", ...from }],
    [
      keptChanges([], keptBecauseSmaller(header, 5_000_001)),
      { because: "smaller", mediaType: "image/png", bytes: 4_170_331, encodedBytes: 5_000_001 },
    ],
    [
      keptChanges([], keptBecauseUnwritable(header, "This browser writes noise.")),
      {
        because: "unwritable",
        mediaType: "image/png",
        ...from,
        bytes: 4_170_331,
        detail: "This browser writes noise.",
      },
    ],
  ],
  "quality-lowered": [[encoded({ quality: 0.6, reducedForBytes: true }), { from: 0.85, to: 0.6 }]],
  "decoded-by-plugin": [
    [
      normalizedChanges({ by: "app", truncated: undefined, originalHeader: header, app: noApp }),
      { mediaType: "image/png" },
    ],
  ],
  page: [
    [
      normalizedChanges({ by: "app", truncated: undefined, originalHeader: header, app: { ...noApp, page: 3 } }).slice(
        1,
      ),
      { page: 3 },
    ],
    [
      normalizedChanges({
        by: "app",
        truncated: undefined,
        originalHeader: { ...header, frames: "many" },
        app: noApp,
      }).slice(1),
      { page: 1 },
    ],
  ],
  piece: [
    [
      pieceChanges({
        piece: { piece: 2, of: 3, rows: { from: 2610, to: 5220 }, width: 1170 },
        header: { ...header, width: 430, height: 960 },
        originalHeader: { ...header, width: 1170, height: 7800 },
        settings: resolveSettings({}),
      }),
      { piece: 2, of: 3, rows: { from: 2610, to: 5220 } },
    ],
  ],
  "compressed-by-app": [
    [encoded({ byApp: true }), { to: "image/jpeg", isRotatedHere: false }],
    [encoded({ byApp: true, isRotatedHere: true }), { to: "image/jpeg", isRotatedHere: true }],
  ],
  // Made by the queue: test/unit/queue/vanished.test.ts.
  "from-prepared": [],
};

describe("changes: their figures", () => {
  test.each(
    Object.entries(TABLE).flatMap(([code, rows]) =>
      rows.map(([changes, figures]) => [code, changes, figures] as const),
    ),
  )("%s", (code, changes, figures) => {
    const change = changes.find((one) => one.code === code)!;
    const { reason, ...rest } = change;
    expect(rest).toEqual({ code, ...figures });
    expectFigures(reason, figures);
    expect(structuredClone(change)).toEqual(change);
  });

  it("an image that needed nothing has no change but that its original is kept", () => {
    expect(keptChanges([], keptBecauseItFits(header)).map(({ code }) => code)).toEqual(["kept-original"]);
  });
});
