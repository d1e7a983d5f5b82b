/** What follows from the list of formats alone. */
import { describe, expect, test } from "vitest";
import { createByteReader } from "../../../src/formats/byte-reader.js";
import { createRegistry } from "../../../src/formats/create-registry.js";
import { problemError } from "../../../src/formats/problem-error.js";
import { FORMATS, registry } from "../../../src/formats/registry.js";
import { formatName, KNOWN_MEDIA_TYPES } from "../../../src/shared/media-types.js";
import { allFormats } from "../../fixtures/bytes/all-formats.js";
import { pngBytes } from "../../fixtures/bytes/png.js";
import type { Bytes } from "../../fixtures/bytes/write.js";
import { foo, fooBytes } from "../../fixtures/made-up-format/format.js";
import { parsedSources } from "../house/parsed-source.js";

const readerOf = (bytes: Bytes) => createByteReader(new Blob([bytes]));

describe("registry: a format that is one folder and one line", () => {
  const extended = createRegistry([...FORMATS, foo]);

  test("is recognized by its content, inspected and named", async () => {
    expect(registry.sniff(fooBytes())).toBeUndefined();
    expect(extended.sniff(fooBytes())).toBe("image/x-foo");
    expect(await extended.inspect(readerOf(fooBytes()))).toEqual({
      mediaType: "image/x-foo",
      width: 30,
      height: 20,
      orientation: 1,
      frames: "one",
      alpha: false,
      bytes: 616,
    });
    expect(formatName("image/x-foo")).toBe("FOO");
  });

  test("is rejected where it is truncated", async () => {
    const header = { mediaType: "image/x-foo" };
    expect(await extended.findProblem(readerOf(fooBytes()), header)).toBeUndefined();
    const problem = await extended.findProblem(readerOf(fooBytes().slice(0, -1)), header);
    expect(problemError(problem!, header)).toMatchObject({
      code: "image-truncated",
      message: "This FOO is incomplete: its end is missing. Download or copy it again.",
    });
  });

  test("is stripped of its metadata", () => {
    expect(extended.strip(fooBytes(), "image/x-foo")).toEqual({
      bytes: fooBytes({ note: "\0".repeat(8) }),
      removed: ["note"],
    });
  });

  test("needs nothing else: no normalizing, no colours", async () => {
    const header = await extended.inspect(readerOf(fooBytes()));
    expect(await extended.normalize(readerOf(fooBytes()), header!)).toBeUndefined();
    expect(await extended.readColours(readerOf(fooBytes()), "image/x-foo")).toBeUndefined();
  });

  test("takes nothing from the others", () => {
    for (const [mediaType, bytes] of Object.entries(allFormats())) expect(extended.sniff(bytes)).toBe(mediaType);
  });
});

describe("registry: the formats of this package", () => {
  test("each known media type has one format, and the main thread has a name for each", () => {
    expect(registry.mediaTypes.toSorted()).toEqual(KNOWN_MEDIA_TYPES.toSorted());
    const listed = FORMATS.flatMap(({ mediaTypes }) => mediaTypes);
    expect(new Set(listed).size).toBe(listed.length);
  });

  test("sniff: no format recognizes a file of another", () => {
    for (const [mediaType, bytes] of Object.entries(allFormats())) {
      const takers = FORMATS.filter(({ sniff }) => sniff(bytes) !== undefined);
      expect(takers, mediaType).toEqual([registry.formatOf(mediaType)]);
    }
  });

  test("each folder with a format.ts is listed, and only the registries know several formats", () => {
    const files = parsedSources("src/formats");
    const folders = files.filter(({ path }) => path.endsWith("/format.ts") && path !== "src/formats/format.ts");
    expect(folders).toHaveLength(FORMATS.length);
    const importers = files
      .filter(({ imports }) => imports.some(({ specifier }) => /\w\/format\.js$/.test(specifier)))
      .map(({ path }) => path);
    expect(importers).toEqual(["src/formats/photo-registry.ts", "src/formats/registry.ts"]);
  });

  test("an unknown media type has no format, and its files have no problem", async () => {
    expect(registry.formatOf("image/x-foo")).toBeUndefined();
    expect(await registry.findProblem(readerOf(pngBytes()), { mediaType: "image/x-foo" })).toBeUndefined();
    expect(registry.strip(pngBytes(), "image/x-foo")).toBeUndefined();
  });
});
