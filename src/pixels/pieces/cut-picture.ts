import { OVERLAP_ROWS, type RowRange } from "../../shared/pieces.js";
import type { Size } from "../../shared/types.js";
import type { Cut, CutPiece } from "../encode-job.js";
import type { Picture } from "../orientation.js";
import { cutRows, rowNoise } from "./quiet-rows.js";

/** Copies of the picture's pieces. `source`: the picture's size before it was scaled. */
export function cutPicture(picture: Picture, source: Size, cut: Cut, colorSpace: PredefinedColorSpace): CutPiece[] {
  const { width, height, pixels } = picture;
  const scale = height / source.height;
  const toScale = ({ from, to }: RowRange): RowRange => {
    const first = Math.min(height - 1, Math.round(from * scale));
    return { from: first, to: Math.max(first + 1, Math.min(height, Math.round(to * scale))) };
  };
  const toSource = ({ from, to }: RowRange): RowRange => ({
    from: Math.round(from / scale),
    to: to === height ? source.height : Math.round(to / scale),
  });
  const scaledRows =
    cut.rows?.map(toScale) ??
    cutRows(rowNoise(picture), { ...cut, overlapRows: Math.min(OVERLAP_ROWS, cut.maxRows / 4) });
  return scaledRows.map((rows, at) => {
    const data = pixels.slice(rows.from * width * 4, rows.to * width * 4);
    // Not made by `new ImageData`, since only the next step uses it.
    const piece = { width, height: rows.to - rows.from, data, colorSpace, pixelFormat: "rgba-unorm8" } as ImageData;
    return { pixels: piece, rows: cut.rows?.[at] ?? toSource(rows) };
  });
}
