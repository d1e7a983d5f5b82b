/** The decision for one PDF file, as a table. */
import { expect, test } from "vitest";
import {
  anthropicMessages,
  bedrockConverse,
  gemini,
  mistral,
  openaiResponses,
  vertexClaude,
} from "../../../src/endpoints.js";
import { decideDocument, type DocumentFacts, type DocumentSituation } from "../../../src/queue/decide-document.js";

const FACTS: DocumentFacts = { bytes: 300_000, pageCount: 7, isEncrypted: false };
const SITUATION: DocumentSituation = {
  mode: "auto",
  endpoint: anthropicMessages,
  others: [],
  earlierDocuments: 0,
  imagePlaces: 600,
  maxRequestBytes: 33_554_432,
  roomBytes: 30_000_000,
  imagesBytes: 1_400_000,
};
const pages = (...counts: (number | undefined)[]) => counts.map((pageCount) => ({ pageCount }));

const FOUR_EARLIER = { endpoint: bedrockConverse, earlierDocuments: 4, others: pages(1) };

/** What `"native"` says, and `"auto"` with a decoder and without one. */
type Row = [
  what: string,
  facts: Partial<DocumentFacts>,
  situation: Partial<DocumentSituation>,
  native: string,
  auto: string,
];
const ROWS: Row[] = [
  ["fits", {}, {}, "native", "native"],
  ["pages unknown", { pageCount: undefined }, {}, "native", "native"],
  ["endpoint takes none", {}, { endpoint: mistral }, "document-unsupported", "images"],
  ["protected", { isEncrypted: true, pageCount: undefined }, {}, "document-protected", "images"],
  [
    "largest file",
    { bytes: 49_999_999 },
    { endpoint: openaiResponses, maxRequestBytes: Infinity, roomBytes: Infinity },
    "native",
    "native",
  ],
  [
    "file too large",
    { bytes: 50_000_000 },
    { endpoint: openaiResponses, maxRequestBytes: Infinity, roomBytes: Infinity },
    "document-too-large",
    "images",
  ],
  ["more than a request holds", { bytes: 25_200_000 }, { roomBytes: 33_000_000 }, "document-too-large", "images"],
  [
    "more than the app's request holds",
    { bytes: 4_000_000 },
    { maxRequestBytes: 4_500_000, roomBytes: 4_400_000 },
    "document-too-large",
    "images",
  ],
  ["most pages", { pageCount: 600 }, {}, "native", "native"],
  ["too many pages", { pageCount: 601 }, {}, "document-too-long", "images"],
  [
    "most pages at once",
    { pageCount: 40 },
    { endpoint: vertexClaude, others: pages(60, undefined) },
    "native",
    "native",
  ],
  [
    "too many pages at once",
    { pageCount: 41 },
    { endpoint: vertexClaude, others: pages(60) },
    "document-too-long",
    "images",
  ],
  ["pages in places of images", { pageCount: 8 }, { imagePlaces: 7 }, "document-too-long", "images"],
  ["a file in the place of an image", { pageCount: 900 }, { endpoint: gemini, imagePlaces: 1 }, "native", "native"],
  ["no place for a file", {}, { endpoint: gemini, imagePlaces: 0 }, "document-too-long", "images"],
  ["too many pages for one file", { pageCount: 1001 }, { endpoint: gemini }, "document-too-long", "images"],
  ["not counted with images", { pageCount: 5000 }, { endpoint: openaiResponses, imagePlaces: 0 }, "native", "native"],
  ["the last of few files", {}, { endpoint: bedrockConverse, others: pages(1, 1, 1, 1) }, "native", "native"],
  ["one file too many", {}, { endpoint: bedrockConverse, others: pages(1, 1, 1, 1, 1) }, "document-too-many", "images"],
  ["with the last of few in earlier messages", {}, { ...FOUR_EARLIER, others: [] }, "native", "native"],
  ["one file too many with those of earlier messages", {}, FOUR_EARLIER, "document-too-many", "images"],
  ["no room, images smaller", { bytes: 9_000_000 }, { roomBytes: 11_999_999 }, "native", "images"],
  ["just room", { bytes: 9_000_000 }, { roomBytes: 12_000_000 }, "native", "native"],
  ["no room, images larger", { bytes: 900_000 }, { roomBytes: 1_000_000 }, "native", "native"],
];

test.each(ROWS)("decideDocument: %s", (_what, facts, situation, native, auto) => {
  const outcome = (over: Partial<DocumentSituation>) => {
    const plan = decideDocument({ ...FACTS, ...facts }, { ...SITUATION, ...situation, ...over });
    return plan.way === "rejected" ? plan.error.code : plan.way;
  };
  expect(outcome({ mode: "native" })).toBe(native);
  expect(outcome({ mode: "auto" })).toBe(auto);
  // Nobody makes images of it: as with "native".
  expect(outcome({ mode: "auto", imagesBytes: undefined })).toBe(native);
});

test("decideDocument: a rejection says what it has, what is taken, and by whom", () => {
  const plan = decideDocument({ ...FACTS, pageCount: 700 }, { ...SITUATION, mode: "native" });
  expect(plan).toMatchObject({
    error: { actual: 700, limit: 600, message: expect.stringContaining("Anthropic Messages") },
  });
  const large = decideDocument(
    { ...FACTS, bytes: 60_000_000 },
    { ...SITUATION, mode: "native", endpoint: openaiResponses, maxRequestBytes: Infinity },
  );
  expect(large).toMatchObject({
    error: {
      actual: 60_000_000,
      limit: 49_999_999,
      message: "Too large: 60 MB. OpenAI Responses takes PDF files of up to 50 MB.",
    },
  });
});
