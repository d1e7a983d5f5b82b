import { expect, test } from "vitest";
import { heic } from "../../../src/heic.js";
import { pdf } from "../../../src/pdf.js";
import { raw } from "../../../src/raw.js";
import { tiff } from "../../../src/tiff.js";

const own = () => ({ createWorker: () => new Worker("own.js") });
const another = () => ({ createWorker: () => new Worker("another.js") });

/** As a component does that writes them inline: new options with each render. */
test.each([
  ["heic()", heic],
  ["pdf()", pdf],
  ["tiff()", tiff],
])(
  "inline decoders: %s written inline is one decoder, and so it is with a worker that is written inline",
  (_, decoder) => {
    expect(decoder()).toBe(decoder({}));
    expect(decoder(own())).toBe(decoder(own()));
    expect(decoder(own())).not.toBe(decoder());
    expect(decoder(own())).not.toBe(decoder(another()));
  },
);

test("inline decoders: raw() is one decoder; pdf() with its WASM elsewhere is another", () => {
  expect(raw()).toBe(raw());
  expect(pdf({ wasmUrl: "/a.wasm" })).toBe(pdf({ wasmUrl: new URL("/a.wasm", "file:").pathname }));
  expect(pdf({ wasmUrl: "/a.wasm" })).not.toBe(pdf());
});
