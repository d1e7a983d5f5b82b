/** Figures for people. Sizes of files are decimal, as file managers show them: 1 MB = 1,000,000 bytes. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** "812,331". */
export function count(value: number): string {
  return value.toLocaleString("en-US");
}

/** "38 %", of what is left of the original. */
export function share(part: number, whole: number): string {
  const percent = (part / whole) * 100;
  return percent > 0 && percent < 1 ? "<1 %" : `${Math.round(percent)} %`;
}

/** "0.42 s" or "38 ms". */
export function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

/** A file's name of at most 24 characters: cut in the middle, so that its end stays. */
export function shortName(name: string): string {
  const characters = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment);
  return characters.length <= 24 ? name : `${characters.slice(0, 12).join("")}…${characters.slice(-11).join("")}`;
}
