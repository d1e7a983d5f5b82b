import { expect, test } from "vitest";
import {
  acceptAttribute,
  acceptedTypes,
  DEFAULT_ACCEPT,
  formatExtensions,
  formatName,
} from "../../../src/shared/media-types.js";

const decode = async () => new Blob();

test.each([
  ["image/jxl", "JPEG XL"],
  ["image/x-foo", "FOO"],
  ["image/vnd.foo+zip", "FOO"],
  ["image/vnd.x-foo", "FOO"],
  ["constructor", "CONSTRUCTOR"],
])("formatName: %s is called %s", (mediaType, name) => {
  expect(formatName(mediaType)).toBe(name);
});

test("formatExtensions: none of a type that is not known", () => {
  expect(formatExtensions("image/jpeg")[0]).toBe("jpg");
  expect(formatExtensions("toString")).toEqual([]);
});

test("acceptedTypes: decoders add to the usual formats, but not to those that the app names", () => {
  const decoders = [{ mediaTypes: ["image/x-foo", "image/heic"], decode }];
  expect(acceptedTypes(undefined)).toEqual(DEFAULT_ACCEPT);
  expect(acceptedTypes(undefined, decoders)).toEqual([...DEFAULT_ACCEPT, "image/x-foo"]);
  expect(acceptedTypes(["image/png"], decoders)).toEqual(["image/png"]);
});

test("acceptAttribute: the extensions of decoders, with or without a dot, of accepted types only", () => {
  const decoders = [
    { mediaTypes: ["image/x-foo"], extensions: ["foo", ".fo2"], decode },
    { mediaTypes: ["image/x-bar"], extensions: ["bar"], decode },
  ];
  expect(acceptAttribute({ limits: { accept: ["image/bmp", "image/x-foo"] }, decoders })).toBe(
    "image/bmp,.bmp,image/x-foo,.foo,.fo2",
  );
});

test("DEFAULT_ACCEPT: neither SVG nor icons", () => {
  expect(DEFAULT_ACCEPT).not.toContain("image/svg+xml");
  expect(DEFAULT_ACCEPT).not.toContain("image/vnd.microsoft.icon");
});
