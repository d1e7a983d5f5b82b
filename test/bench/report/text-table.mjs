/** Rows of cells as aligned text; the first column to the left, figures to the right. */
export function textTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? "").length)));
  const pad = (cell, column) =>
    column === 0 ? String(cell ?? "").padEnd(widths[0]) : String(cell ?? "").padStart(widths[column]);
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
}
