import { expect, test } from "vitest";
import { svgBytes } from "../../../fixtures/bytes/svg.js";
import { ascii, join } from "../../../fixtures/bytes/write.js";
import { checkHeaders, inspect } from "../check-headers.js";

const size = {
  mediaType: "image/svg+xml",
  width: 30,
  height: 20,
  orientation: 1,
  frames: "one",
  alpha: undefined,
} as const;
const doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x>y" [ <!ENTITY a "]>"> <!-- " > --> ]>\n';
checkHeaders([
  ["width and height", svgBytes(), size],
  ["pixels by name", svgBytes("width='30px' height=' 20PX '"), size],
  ["centimetres", svgBytes('width="40cm" height="20cm"'), { ...size, width: 1512, height: 756 }],
  ["a viewBox only", svgBytes('viewBox="0 0 30 20"'), size],
  ["a viewBox and one side", svgBytes('viewBox="0,0,3,2" width="60"'), { ...size, width: 60, height: 40 }],
  ["percentages and no viewBox", svgBytes('width="100%" height="100%"'), { ...size, width: 0, height: 0 }],
  ["no size", svgBytes(""), { ...size, width: 0, height: 0 }],
  [
    "more than any picture has",
    svgBytes('width="1e300" height="9e19"'),
    { ...size, width: 0xffff_ffff, height: 0xffff_ffff },
  ],
  ["fractions", svgBytes('width="0.4" height="2.5e1"'), { ...size, width: 1, height: 25 }],
  [
    "declaration, comment and doctype",
    svgBytes(undefined, `\n<?xml version="1.0"?>\n<!-- <svg width="9"> -->${doctype}`),
    size,
  ],
  ["a byte order mark", svgBytes(undefined, "\uFEFF"), size],
  [
    "UTF-16",
    join(
      Uint8Array.of(0xff, 0xfe),
      ...[...'<svg width="30" height="20"/>'].map((char) => Uint8Array.of(char.charCodeAt(0), 0)),
    ),
    size,
  ],
  ["a prefix", new TextEncoder().encode('<s:svg xmlns:s="http://www.w3.org/2000/svg" width="30" height="20"/>'), size],
]);
test("SVG header: HTML that holds an SVG is undefined", async () => {
  expect(await inspect(ascii('<!DOCTYPE html><html><svg width="3" height="3"/></html>'))).toBeUndefined();
  expect(await inspect(ascii("<svgs/>"))).toBeUndefined();
});
