/** Page numbers as people write them: "1-3, 7". Pure. */

/**
 * The pages in the order given, each once. `undefined`: not understood, or a page that the file does not have. "" means none,
 * "5-" up to the last.
 */
export function parsePages(text: string, count: number): readonly number[] | undefined {
  const pages = new Set<number>();
  for (const part of text.replace(/\s*[-\u2013]\s*/g, "-").split(/[,;\s]+/)) {
    if (part === "") continue;
    const [, first, isRange, last] = /^(\d+)(?:(-)(\d*))?$/.exec(part) ?? [];
    if (first === undefined) return undefined;
    const from = Number(first);
    const to = isRange === undefined ? from : last === "" ? count : Number(last);
    if (from < 1 || to > count || from > to) return undefined;
    for (let page = from; page <= to; page++) pages.add(page);
  }
  return [...pages];
}

/** The shortest text that `parsePages` reads as the same pages, in ascending order. */
export function formatPages(pages: readonly number[]): string {
  const sorted = [...new Set(pages)].toSorted((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const page of sorted) {
    const last = ranges.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
}
