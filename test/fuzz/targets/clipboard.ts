/** What a paste and a drop bring: other programs' data, in whatever combination. */
import fc from "fast-check";
import { collectDroppedFiles } from "../../../src/react/drop/collect-dropped-files.js";
import { pickPastedFiles } from "../../../src/react/drop/pick-pasted-files.js";
import { type FuzzTarget, must } from "../fuzz-target.js";

const name = fc.oneof(
  fc.constantFrom("image.png", "photo.jpg", "%.png", "a b.gif", "é.png", "é.png", "x.url", "x.webloc", "<img src=x>"),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const file = fc
  .tuple(name, fc.constantFrom("", "image/png", "application/x-mswinurl"), fc.uint8Array({ maxLength: 3 }))
  .map(([called, type, bytes]) => new File([new Uint8Array(bytes)], called, { type }));
const files = fc.array(file, { maxLength: 4 });

const line = fc.oneof(
  name,
  name.map((called) => `file:///home/me/${called}`),
  name.map((called) => `https://example.com/${encodeURIComponent(called.replace(/[\ud800-\udfff]/g, "?"))}?x=%`),
  fc.constantFrom("", "C:\\photo.jpg", "words", "https://a.example/%E0%A4%A.png"),
  fc.string({ unit: "binary" }),
);
const text = fc
  .tuple(fc.array(line, { maxLength: 4 }), fc.constantFrom("\n", "\r\n", "\r", "\u2028"))
  .map(([lines, end]) => lines.join(end));
const types = fc.subarray(["Files", "text/plain", "text/html", "text/rtf", "text/richtext"]);

const isSubset = (taken: readonly File[], given: readonly File[]) =>
  taken.every((one) => given.includes(one)) && new Set(taken).size === taken.length;

export const pasted: FuzzTarget = {
  name: "pickPastedFiles",
  share: 25,
  property: () =>
    fc.property(types, files, files, text, fc.boolean(), (kinds, listed, others, words, isSame) => {
      const items = isSame ? listed : others;
      const taken = pickPastedFiles({ types: kinds, files: listed, items, text: words });
      must(isSubset(taken, [...listed, ...items]), () => "a file that was not there, or one twice");
      if (words.trim() === "" && listed.length + items.length > 0)
        must(taken.length >= Math.max(listed.length, 1), () => "a file was lost");
    }),
};

const item = fc.oneof(
  file.map((one) => ({ kind: "file", getAsFile: () => one, webkitGetAsEntry: () => null })),
  file.map((one) => ({ kind: "file", getAsFile: () => one, webkitGetAsEntry: () => ({ isDirectory: false }) })),
  fc.constant({ kind: "file", getAsFile: () => null }),
  fc.constant({ kind: "string", getAsFile: () => null }),
);

export const dropped: FuzzTarget = {
  name: "collectDroppedFiles",
  share: 15,
  property: () =>
    fc.property(fc.array(item, { maxLength: 5 }), files, (items, listed) => {
      // The browsers' objects have more members; these are the ones that are read.
      const data = { items, files: listed } as unknown as DataTransfer;
      const taken = collectDroppedFiles(data);
      must(Array.isArray(taken), () => "without a folder there is nothing to wait for");
      const given = items.flatMap((one) => one.getAsFile() ?? []);
      must(isSubset(taken, given.length > 0 ? given : listed), () => "a file that was not dropped, or one twice");
    }),
};
