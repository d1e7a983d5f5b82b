/** Who may import whom, as data: the rooms of `src/` and what each of them may know. Arrows point one way. */
export interface Room {
  /** A path prefix; a file belongs to the longest that fits. */
  at: string;
  /** Path prefixes it may import for use at run time; its own files always. */
  uses: readonly string[];
  /** Path prefixes it may import types from, besides. */
  knows: readonly string[];
  /** Outside packages. */
  packages: readonly string[];
}

const ROOMS: readonly Room[] = [
  // One file a format: each can be read, tested and thrown away alone.
  { at: "src/core/inspect/", uses: [], knows: ["src/shared/types.ts"], packages: [] },
  { at: "src/core/", uses: ["src/core/"], knows: [], packages: [] },
  { at: "src/endpoints/", uses: [], knows: ["src/core/"], packages: [] },
  // It writes a PNG where an engine converts the colours of that format only, knows the profiles that cameras write, and gives memory back.
  { at: "src/engine/", uses: ["src/formats/png/write-png.ts", "src/formats/icc/known-profile.ts", "src/shared/release-memory.ts"], knows: ["src/core/"], packages: ["browser-image-compression"] },
  // A tool, not part of what is shipped.
  { at: "src/pixels/build-kernels.mjs", uses: [], knows: [], packages: ["assemblyscript", "node:fs"] },
  // The engine by its front doors; never an endpoint by name, never a format.
  {
    at: "src/react/",
    uses: ["src/core/", "src/pool/pool.ts", "src/pool/shared-engine.ts"],
    knows: [],
    packages: ["react", "react-dom", "react-dropzone"],
  },
  // Barrels: everything, but they only re-export (core.ts also hands the default engine over).
  { at: "src/index.ts", uses: ["src/"], knows: [], packages: [] },
  { at: "src/core.ts", uses: ["src/core/", "src/engine/"], knows: [], packages: [] },
  { at: "src/endpoints.ts", uses: ["src/endpoints/"], knows: ["src/core/"], packages: [] },
  { at: "src/worker.ts", uses: ["src/engine/"], knows: [], packages: [] },
];

/** Closed to their neighbours although the room around them is open. */
export const CLOSED: readonly { from: string; to: string }[] = [
  { from: "src/react/", to: "src/core/inspect/" },
  { from: "src/react/", to: "src/endpoints/" },
];

export function roomOf(path: string): Room {
  const fitting = ROOMS.filter((room) => path.startsWith(room.at)).toSorted((a, b) => b.at.length - a.at.length);
  if (!fitting[0]) throw new Error(`${path} lies in no room: give it one in test/unit/house/rooms.ts, or move it.`);
  return fitting[0];
}
