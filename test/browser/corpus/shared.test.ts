/** Files from elsewhere: their manifest says what they are, how they are damaged and what is right. */
import { describe, expect, inject, test } from "vitest";
import { commands } from "vitest/browser";
import { ImageError } from "vision-dropzone/core";
import { heic } from "vision-dropzone/heic";
import { pdf } from "vision-dropzone/pdf";
import { raw } from "vision-dropzone/raw";
import { tiff } from "vision-dropzone/tiff";
import { thumbnailSize } from "../../fixtures/reference/thumbnail-size.js";
import { DIFFERENCES } from "./known-differences.js";
import { blobOf, browserName, expectRightPicture, prepareFile } from "./prepare-file.js";

interface Entry {
  file: string;
  category?: string;
  expected: "ok" | "must-reject-clearly" | "engine-dependent";
  displayWidth: number | null;
  displayHeight: number | null;
}

const shared = inject("sharedFolder");
/**
 * Photos from 9 to 42 megapixels take longer than all else together, and our own codec shows them alike in every browser; so do the
 * decoders, whose own tests run in each.
 */
const withAll = browserName === "chromium" || inject("isRobustnessRun");

async function entriesOf(set: "corpus" | "photos"): Promise<[path: string, entry: Entry][]> {
  if (shared === "") return [];
  const text = await (await blobOf(await commands.readSharedFile(`${set}/manifest.json`))).text();
  const { entries } = JSON.parse(text) as { entries: Entry[] };
  return entries.map((entry) => [`${set}/${entry.file}`, entry]);
}

const files = [...(await entriesOf("corpus")), ...(withAll ? await entriesOf("photos") : [])];

/** The code that a refusal must have, where the manifest's words leave no choice. */
const CODES: readonly (readonly [path: RegExp, codes: readonly string[]])[] = [
  [/zero-bytes\/empty|x_empty/, ["file-empty"]],
  [/pdf\/|pdf_named|text_named|one_byte|signature_only/, ["not-an-image"]],
  [/heic\/(?!x_)|heic_named|^photos\/.*\.heic$|tiff\/(?!x_)/, ["image-format-unsupported"]],
  [/svg/, ["file-invalid-type", "file-empty"]],
  [/ico\/(?!x_)|\.ico$/, ["image-format-unsupported"]],
  [/truncated|no_eoi|shortfile/, ["image-truncated"]],
  [/claims_|reallybig|25200x33300|65535x66601|64250x64250|cve-2015-4491/, ["image-too-many-pixels"]],
];

/** The manifest asks whether browsers show them. We take none. */
const isIcon = (path: string) => path.startsWith("corpus/ico/");

/** Prepared a second time with the decoders; of a PDF its first page. */
const DECODED = /\b(heic|tiff|pdf)\/|heic_named|pdf_named|\.heic$/;
/** The manifest leaves a choice, or thinks of readers that follow every directory. */
const DECODED_AS: Readonly<Record<string, "picture" | "refused">> = {
  // No codec at all is behind it; libheif-js is built without what reads that.
  "corpus/heic/uncompressed_comp_RGB.heif": "refused",
  // Its one picture is sound; its list of pages is not.
  "corpus/tiff/x_ifd_loop_to_self.tif": "picture",
  // Without a decoder they are refused.
  "corpus/pdf/multi_11-pages.pdf": "picture",
  "corpus/pdf/single_minimal.pdf": "picture",
  "corpus/mislabelled/pdf_named.png": "picture",
};

describe.skipIf(shared === "")("the shared pictures (skipped: no ../shared beside the project)", () => {
  test.each(files)("%s", async (path, entry) => {
    const { expected, displayWidth, displayHeight, category = path.split("/")[0] ?? "" } = entry;
    const file = new File([await blobOf(await commands.readSharedFile(path))], path.split("/").at(-1) ?? "");
    const outcome = await prepareFile({ set: "shared", category, name: path, expected }, file);
    if (outcome instanceof ImageError) {
      if (!isIcon(path)) expect(expected, `${outcome.code}: ${outcome.message}`).not.toBe("ok");
      const [, codes] = CODES.find(([pattern]) => pattern.test(path)) ?? [];
      if (codes) expect(codes).toContain(outcome.code);
      return;
    }
    expect(expected).not.toBe("must-reject-clearly");
    expect(isIcon(path)).toBe(false);
    expect(outcome).toMatchObject({ mediaType: "image/jpeg", ...thumbnailSize(displayWidth ?? 0, displayHeight ?? 0) });
    await expectRightPicture(outcome, { path }, DIFFERENCES[path]);
  });

  test.each(withAll ? files.filter(([path]) => DECODED.test(path)) : [])("with decoders: %s", async (path, entry) => {
    const { expected, displayWidth, displayHeight } = entry;
    const file = new File([await blobOf(await commands.readSharedFile(path))], path.split("/").at(-1) ?? "");
    const kind = (["tiff", "pdf", "heic"] as const).find((one) => path.includes(one.slice(0, 3)))!;
    const facts = {
      set: "shared",
      category: `${kind}, with \`${kind}()\``,
      name: `${path}, decoded`,
      expected,
    } as const;
    const outcome = await prepareFile(facts, file, { decoders: [heic(), pdf(), tiff(), raw()], timeoutMs: 60_000 });
    const wanted = DECODED_AS[path] ?? (expected === "must-reject-clearly" ? "refused" : "picture");
    expect(outcome instanceof ImageError ? "refused" : "picture").toBe(wanted);
    if (outcome instanceof ImageError) return;
    const { reference } = await expectRightPicture(outcome, { path }, DIFFERENCES[path]);
    // How large a page is at 200 dots an inch is for Poppler to say; it rounds up.
    const [width, height] =
      kind === "pdf"
        ? [reference?.width ?? outcome.source.width, reference?.height ?? outcome.source.height]
        : [displayWidth ?? 0, displayHeight ?? 0];
    const size = thumbnailSize(width, height);
    expect(outcome.mediaType).toBe("image/jpeg");
    expect(Math.abs(outcome.width - size.width)).toBeLessThanOrEqual(kind === "pdf" ? 1 : 0);
    expect(Math.abs(outcome.height - size.height)).toBeLessThanOrEqual(kind === "pdf" ? 1 : 0);
  });

  test("every known difference names an existing file", () => {
    const paths = new Set(files.map(([path]) => path));
    expect(Object.keys(DIFFERENCES).filter((path) => !paths.has(path))).toEqual([]);
  });
});
