/** Who may import whom, as data: the rooms of `src/` and what each of them may know. Arrows point one way. */
export interface Room {
  /** A path prefix; a file belongs to the longest that fits. */
  at: string;
  /** Path prefixes it may import for use at run time; its own files always. */
  uses: readonly string[];
  /** Path prefixes it may import types from, besides. */
  knows?: readonly string[];
  /** Path prefixes it may load with `import()`, besides. */
  loads?: readonly string[];
  /** Outside packages. */
  packages?: readonly string[];
}

const WORKSHOP = ["src/pipeline/", "src/formats/", "src/pixels/", "src/jpeg-codec/"];

const ROOMS: readonly Room[] = [
  { at: "src/shared/", uses: [] },
  { at: "src/jpeg-codec/", uses: ["src/shared/"] },
  { at: "src/formats/", uses: ["src/shared/"] },
  {
    at: "src/pixels/",
    uses: ["src/jpeg-codec/", "src/formats/", "src/shared/"],
    packages: ["browser-image-compression"],
  },
  // A tool, not part of what is shipped.
  { at: "src/pixels/build-kernels.mjs", uses: [], packages: ["assemblyscript", "node:fs"] },
  // Given the pixel side as a function, so that it runs wherever that does.
  { at: "src/pipeline/", uses: ["src/formats/", "src/shared/"], knows: ["src/pixels/"] },
  { at: "src/pool/", uses: ["src/shared/"], knows: ["src/pipeline/", "src/pixels/encode-job.ts"] },
  // The two places where the pool prepares a file: in the worker, and on the page if there is no worker.
  ...["serve-jobs", "worker", "photo-worker"].map((name) => ({
    at: `src/pool/${name}.ts`,
    uses: ["src/pool/protocol.ts", "src/pool/serve-jobs.ts", "src/shared/", ...WORKSHOP],
  })),
  { at: "src/pool/prepare-on-page.ts", uses: ["src/shared/", ...WORKSHOP], knows: ["src/pool/"] },
  // Each loaded for its own format; the page's side and the worker's.
  { at: "src/decoders/", uses: ["src/formats/", "src/pixels/orientation.ts", "src/shared/"], knows: ["src/pipeline/"] },
  {
    at: "src/decoders/heic/",
    uses: ["src/decoders/", "src/formats/", "src/shared/"],
    packages: ["libheif-js"],
  },
  {
    at: "src/decoders/pdf/",
    uses: ["src/decoders/", "src/formats/", "src/shared/"],
    packages: ["@hyzyla/pdfium"],
  },
  { at: "src/url/", uses: ["src/shared/"] },
  { at: "src/meter/", uses: ["src/shared/"] },
  { at: "src/fitting/", uses: ["src/shared/"] },
  { at: "src/endpoints/", uses: [], knows: ["src/shared/"] },
  // Ours in the shapes of chat frameworks, of which they use the types alone.
  { at: "src/adapters/", uses: ["src/endpoints/", "src/shared/"], knows: ["src/queue/types.ts"], packages: ["ai"] },
  {
    at: "src/adapters/assistant-ui.ts",
    uses: ["src/endpoints/", "src/pool/shared-pool.ts", "src/queue/create-image-queue.ts", "src/shared/"],
    knows: ["src/queue/"],
    packages: ["@assistant-ui/react"],
  },
  { at: "src/drafts/", uses: ["src/shared/"], packages: ["idb-keyval"] },
  { at: "src/api-errors/", uses: ["src/shared/"], knows: ["src/endpoints/"] },
  {
    at: "src/queue/",
    uses: ["src/fitting/", "src/meter/", "src/pool/on-demand.ts", "src/shared/"],
    knows: ["src/pool/", "src/url/"],
    loads: ["src/url/"],
  },
  // Loaded with the first PDF file that may be sent as it is.
  { at: "src/documents/", uses: ["src/shared/"] },
  {
    at: "src/queue/prepare-document.ts",
    uses: ["src/documents/", "src/queue/", "src/shared/"],
    knows: ["src/queue/"],
  },
  // Loaded with the first file, or the first address, and with what they need.
  {
    at: "src/queue/prepare-item.ts",
    uses: ["src/pool/on-demand.ts", "src/queue/", "src/shared/"],
    knows: ["src/pool/"],
  },
  {
    at: "src/queue/restore-item.ts",
    uses: ["src/formats/inspect-image.ts", "src/queue/", "src/shared/"],
  },
  { at: "src/queue/resolve-item.ts", uses: ["src/queue/", "src/shared/", "src/url/"] },
  // The list by its front door; never an endpoint by name, never a format.
  {
    at: "src/react/",
    uses: ["src/queue/create-image-queue.ts", "src/pool/shared-pool.ts", "src/shared/"],
    knows: ["src/queue/", "src/meter/", "src/url/types.ts"],
    packages: ["react", "react-dom", "react-dropzone"],
  },
  // Each an entry of its own; the figures are those of the English words.
  {
    at: "src/languages/",
    uses: ["src/react/text/format-bytes.ts", "src/shared/"],
    knows: ["src/react/text/messages.ts", "src/url/types.ts"],
  },
  // Barrels: everything, but they only re-export (core.ts also hands the shared pool over, and loads what is asynchronous anyway).
  { at: "src/index.ts", uses: ["src/core.ts", "src/react/"] },
  {
    at: "src/core.ts",
    uses: ["src/api-errors/", "src/meter/", "src/pool/", "src/queue/", "src/shared/"],
    knows: ["src/formats/inspect-block.ts", "src/url/"],
    loads: ["src/formats/inspect-block.ts", "src/formats/inspect-image.ts", "src/url/"],
  },
  { at: "src/endpoints.ts", uses: ["src/endpoints/"], knows: ["src/shared/"] },
  { at: "src/ai-sdk.ts", uses: ["src/adapters/"] },
  { at: "src/assistant-ui.ts", uses: ["src/adapters/"] },
  { at: "src/langchain.ts", uses: ["src/adapters/"] },
  { at: "src/drafts.ts", uses: ["src/drafts/"] },
  { at: "src/heic.ts", uses: ["src/decoders/heic/"] },
  { at: "src/heic-worker.ts", uses: ["src/decoders/heic/"] },
  { at: "src/parts.ts", uses: ["src/react/"] },
  { at: "src/pdf.ts", uses: ["src/decoders/pdf/"] },
  { at: "src/pdf-worker.ts", uses: ["src/decoders/pdf/"] },
  { at: "src/raw.ts", uses: ["src/decoders/raw/"] },
  { at: "src/tiff.ts", uses: ["src/decoders/tiff/"] },
  { at: "src/tiff-worker.ts", uses: ["src/decoders/tiff/"] },
  { at: "src/worker.ts", uses: ["src/pool/worker.ts"] },
];

/** Not reached from these by `import` alone: a page that shows the dropzone has loaded none of it before the first picture. */
export const EAGER_ENTRIES = ["src/index.ts", "src/core.ts"];
export const NEVER_EAGER: readonly string[] = [
  ...WORKSHOP,
  "src/pool/on-demand.ts",
  "src/pool/worker.ts",
  "src/pool/photo-worker.ts",
  "src/pool/prepare-on-page.ts",
];

/** Arrows that point the wrong way today, each to be turned. */
export const EXCEPTIONS: readonly { from: string; to: string }[] = [
  { from: "src/shared/plain-error.ts", to: "src/pipeline/prepare-job.ts" },
];

export function roomOf(path: string): Room {
  const fitting = ROOMS.filter((room) => path.startsWith(room.at)).toSorted((a, b) => b.at.length - a.at.length);
  if (!fitting[0]) throw new Error(`${path} lies in no room: give it one in test/unit/house/rooms.ts, or move it.`);
  return fitting[0];
}
