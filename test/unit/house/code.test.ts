import { describe, expect, test } from "vitest";
import { parsedSources, type ParsedSource } from "./parsed-source.js";

const src = parsedSources("src");
const demo = parsedSources("demo");
const all = [...src, ...demo, ...parsedSources("test")];

const paths = (files: ParsedSource[], isViolation: (file: ParsedSource) => boolean) =>
  files.filter(isViolation).map((file) => file.path);

/** Rooms that also run in Node: what only a page or a worker has may be a type there, never a value. */
const ANYWHERE = /^src\/(shared|formats|pipeline|jpeg-codec|url|meter|endpoints|api-errors|queue)\//;

/** Asked for where the usual way is missing, with the reason. */
const ASKED_FOR: Readonly<Record<string, string>> = {
  "src/shared/read-bytes.ts": "FileReader is all that jsdom's files can be read with",
};

const BROWSER_GLOBALS = [
  "window",
  "document",
  "navigator",
  "location",
  "self",
  "localStorage",
  "sessionStorage",
  "indexedDB",
  "Image",
  "ImageBitmap",
  "ImageData",
  "ImageDecoder",
  "OffscreenCanvas",
  "createImageBitmap",
  "FileReader",
  "HTMLElement",
  "HTMLImageElement",
  "HTMLCanvasElement",
  "HTMLInputElement",
  "DataTransfer",
  "ClipboardEvent",
  "Worker",
  "XMLHttpRequest",
  "requestAnimationFrame",
  "MutationObserver",
];

describe("house style", () => {
  test("what also runs in Node names no global of the browser", () => {
    const named = src
      .filter((file) => ANYWHERE.test(file.path) && !(file.path in ASKED_FOR))
      .flatMap((file) =>
        BROWSER_GLOBALS.filter((name) => file.identifiers.has(name)).map((name) => `${file.path}: ${name}`),
      );
    expect(named).toEqual([]);
  });

  /** Classes of ours; any other may be that of another window. */
  const OWN_CLASSES = ["ImageError", "AppCodeWanted", "NotAPhoto"];

  test("no platform object is recognized by instanceof, which fails for objects of another window", () => {
    const found = src.flatMap((file) =>
      file.instanceofs.filter((name) => !OWN_CLASSES.includes(name)).map((name) => `${file.path}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  test("no default exports", () => {
    const isDefault = (file: ParsedSource) =>
      // What a `.d.ts` declares is another package's.
      !file.path.endsWith(".d.ts") &&
      (file.nodeTypes.has("ExportDefaultDeclaration") || file.nodeTypes.has("ExportNamedAsDefault"));
    expect(paths(all, isDefault)).toEqual([]);
  });

  test("no any", () => {
    expect(paths(all, (file) => file.nodeTypes.has("TSAnyKeyword"))).toEqual([]);
  });

  test("no enums", () => {
    expect(paths(all, (file) => file.nodeTypes.has("TSEnumDeclaration"))).toEqual([]);
  });

  test("no notes to self left in comments", () => {
    const note = /\b(TODO|FIXME|XXX)\b/;
    expect(paths(all, (file) => file.comments.some((comment) => note.test(comment)))).toEqual([]);
  });

  test("file names are kebab-case", () => {
    expect(paths(all, (file) => !/^([a-z0-9]+[-./])*[a-z0-9]+$/.test(file.path))).toEqual([]);
  });
});
